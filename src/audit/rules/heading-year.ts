import { ownYear } from "../families/own-year.ts";

/** A heading of the report itself, alone on its line: «2020年度绩效目标»; a table's name is table-year's. */
const HEADING =
  /^[\s#*第一二三四五六七八九十部分、（(）).\d-]*?(20\d{2})\s*年度?\s*(?:部门|单位|本级|区级|市级|县级)*\s*(?:[预决]算(?!数)|绩效目标|绩效指标|绩效自评|项目支出绩效|整体支出绩效|项目绩效)[^。；，,\t]{0,16}(?<!表\s*)\s*$/g;

/** A numbered heading of the narrative or its entry in the contents: «十、关于2020年度预算绩效管理情况的说明». */
const SECTION =
  /^[\s#*-]{0,9}(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}部分)\s{0,9}(?:关于\s{0,9})?(20\d{2})\s{0,9}年度?(?=[^。；，,\t\d]{0,24}(?:预算|决算|收支|收入|支出|经费|拨款|基金|绩效|采购|资产))[^。；，,\t\d]{0,30}(?:情况|说明)\s{0,9}$/g;

/** A part with the agency's name: «第二部分：示例市社会保险中心2020年度部门决算情况说明». */
const PART =
  /^[\s#*-]{0,9}(?:第[一二三四五六七八九十]{1,3}部分|附件\d{0,2})[\s:：]{0,9}[^。；，,\t\d:：]{0,30}(20\d{2})\s{0,9}年度?(?:部门|单位)?\s{0,9}[预决]算(?!数)[^。；，,\t\d]{0,16}(?<!表\s{0,9})$/g;

export const headingYear = ownYear({
  id: "heading-year",
  holds: {
    zh: "报告内各标题、表头所印年度与报告年度一致。",
    en: "Headings and table heads name the report's own year.",
  },
  inputs: { zh: "印有年度的标题行", en: "A heading that names a year" },
  message: {
    zh: "第{line}行标题「{quote}」所印年度为 {printedYear}，而本报告为 {year} 年度，恐系沿用旧稿。",
    en: "Line {line}: the heading “{quote}” names {printedYear} in a report on {year}, probably left from an older one.",
  },
  words: ["年"],
  pattern: new RegExp(`${HEADING.source}|${SECTION.source}|${PART.source}`, "g"),
  // A budget also reports on the year before: «二、2029年预算执行情况».
  isOfAnother: (heading, ledger) => ledger.report.report_kind === "budget" && /执行|决算|上年|回顾/.test(heading),
  cases: [
    { name: "the report's year", expect: "passed", facts: [], lines: ["2030年度绩效目标"] },
    {
      name: "a form kept from the year before",
      expect: "failed",
      facts: [],
      lines: ["(2030年)", "2029年度绩效目标"],
      message: "第2行标题「2029年度绩效目标」所印年度为 2029，而本报告为 2030 年度，恐系沿用旧稿。",
    },
    {
      name: "a section of the narrative kept from the year before",
      expect: "failed",
      facts: [],
      lines: ["十、关于 2029 年度预算绩效管理情况的说明"],
      message:
        "第1行标题「十、关于 2029 年度预算绩效管理情况的说明」所印年度为 2029，而本报告为 2030 年度，恐系沿用旧稿。",
    },
    {
      name: "a budget reports on the year before",
      expect: "not_checkable",
      report: { report_kind: "budget" },
      facts: [],
      lines: ["二、2029年预算执行情况"],
    },
    {
      name: "a column of last year's figures",
      expect: "not_checkable",
      facts: [],
      lines: ["2029年预算数", "2030年预算数"],
    },
    {
      name: "a sentence about last year is no heading",
      expect: "not_checkable",
      facts: [],
      lines: ["2029年度决算收入8974.37万元，支出8529.93万元。"],
    },
  ],
});
