import { printedText } from "../families/printed-text.ts";

export const cutOffYear = printedText({
  id: "cut-off-year",
  category: "year",
  severity: "error",
  holds: {
    zh: "决算中「截至××年12月底（31日）」的年度为报告年度；预算中不晚于报告年度的上一年。",
    en: "«As of the end of December …» names the year of a final account; in a budget it is an earlier year.",
  },
  inputs: { zh: "写明年度的年末截止日", en: "A year-end date with its year" },
  message: {
    zh: "第{line}行「{quote}」的年度为 {printedYear}，而本报告为 {year} 年度，恐系沿用旧稿。",
    en: "Line {line}: “{quote}” names {printedYear} in a report on {year}, probably left from an older one.",
  },
  words: ["截至", "截止"],
  pattern: /截[至止]\s*(20\d{2})\s*年度?\s*(?:12\s*月\s*(?:31\s*日|底|末)|年?底|末)/g,
  read: (match, ledger) => {
    const printedYear = Number(match[1]);
    const fits = ledger.report.report_kind === "final" ? printedYear === ledger.year : printedYear < ledger.year;
    return {
      verdict: fits ? "passed" : "failed",
      fill: { printedYear: `${printedYear}`, year: `${ledger.year}` },
    };
  },
  cases: [
    { name: "the end of the report's year", expect: "passed", facts: [], lines: ["截至2030年12月31日，共有车辆2辆。"] },
    {
      name: "the end of the year before",
      expect: "failed",
      facts: [],
      lines: ["截至2029年12月底，单位共有公务用车0辆。"],
      message: "第1行「截至2029年12月底」的年度为 2029，而本报告为 2030 年度，恐系沿用旧稿。",
    },
    {
      name: "a budget looks back",
      expect: "passed",
      facts: [],
      report: { report_kind: "budget" },
      lines: ["截至2029年12月31日，共有车辆2辆。"],
    },
    {
      name: "a date within the year after",
      expect: "not_checkable",
      facts: [],
      lines: ["截至2031年1月5日，已推送4303条。"],
    },
  ],
});
