import { ownYear } from "../families/own-year.ts";

/** A heading of the report itself, alone on its line: «2020年度绩效目标»; a table's name is table-year's. */
const HEADING =
  /^[\s#*第一二三四五六七八九十部分、（(）).\d-]*?(20\d{2})\s*年度?\s*(?:部门|单位|本级|区级|市级|县级)*\s*(?:[预决]算(?!数)|绩效目标|绩效指标|绩效自评|项目支出绩效|整体支出绩效|项目绩效)[^。；，,\t]{0,16}(?<!表\s*)\s*$/g;

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
  pattern: HEADING,
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
