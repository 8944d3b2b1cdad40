import { ownYear } from "../families/own-year.ts";

/** A table's own name with a year: «2029年度收入支出决算总表», «三、2029年部门收支预算总表». */
const TABLE_NAME =
  /^[\s#*第一二三四五六七八九十部分、（(）).\d-]*?(20\d{2})\s*年度?[^。；，,\t\d]{0,24}(?:预算|决算|收支|收入|支出|拨款|三公)[^。；，,\t\d]{0,16}表\s*$/g;

export const tableYear = ownYear({
  id: "table-year",
  holds: {
    zh: "报表名称所印年度与报告题名的年度一致。",
    en: "The names of tables bear the year of the report's title.",
  },
  inputs: { zh: "印有年度的报表名称", en: "A table name that bears a year" },
  message: {
    zh: "第{line}行报表名称「{quote}」所印年度为 {printedYear}，与报告题名的 {year} 年度不符。",
    en: "Line {line}: the table “{quote}” bears the year {printedYear}, while the report's title says {year}.",
  },
  words: ["表"],
  pattern: TABLE_NAME,
  cases: [
    { name: "the report's year", expect: "passed", facts: [], lines: ["2030年度收入支出决算总表"] },
    {
      name: "a table of the year before",
      expect: "failed",
      facts: [],
      lines: ["某中心2030年度部门决算", "2029年度收入支出决算总表"],
      message: "第2行报表名称「2029年度收入支出决算总表」所印年度为 2029，与报告题名的 2030 年度不符。",
    },
    { name: "no year printed", expect: "not_checkable", facts: [], lines: ["收入支出决算总表"] },
  ],
});
