import { printedText } from "../families/printed-text.ts";
import type { Ledger } from "../ledger.ts";

const WITH_YEAR = ["与", "比", "较", "同"];

/** A sentence is wrapped over so many lines, and no more. */
const WRAPPED = 3;

/** A line with those before and behind it over whose breaks its sentence goes on. */
function unwrapped(ledger: Ledger, no: number): string {
  const goesOn = (line: number): boolean => ledger.text(line) !== "" && !/[。；]\s*$/.test(ledger.text(line));
  let [from, to] = [no, no];
  while (from > 1 && no - from < WRAPPED && goesOn(from - 1)) from -= 1;
  while (to - no < WRAPPED && goesOn(to)) to += 1;
  return Array.from({ length: to - from + 1 }, (_, at) => ledger.text(from + at).trim()).join("");
}

export const comparisonYear = printedText({
  id: "comparison-year",
  category: "year",
  severity: "error",
  holds: {
    zh: "「与××年相比」「比××年」所比的年度是报告年度的上一年。",
    en: "«Compared with …» names the year before the report's.",
  },
  inputs: { zh: "写明年度的比较", en: "A comparison that names a year" },
  message: {
    zh: "第{line}行「{quote}」以 {printedYear} 年为比较对象，而本报告为 {year} 年度，应与 {expectedYear} 年比较：{how}。",
    en: "Line {line}: “{quote}” compares with {printedYear} in a report on {year}, where {expectedYear} is meant: {how}.",
  },
  words: ["与20", "比20", "较20", "同20"],
  pattern:
    /[与比较同](20\d{2})\s*年度?(?:预算|决算|年初预算)?(?:数)?(?:相比|比较|减少|增加|增长|下降|降低|上升|持平)[，,]?(?:20\d{2}年)?/g,
  read: (match, ledger, _, no) => {
    const printedYear = Number(match[1]);
    const own = printedYear === ledger.year;
    const isFinal = ledger.report.report_kind === "final";
    // «与2030年度预算相比» holds a final account against its own budget.
    if (own && isFinal && /预算/.test(match[0])) return { verdict: "passed" };
    // «较2029年增加0.30万元，较2019年减少2.10万元»: an earlier year beside the last one is chosen on purpose.
    const isEarlier = printedYear < ledger.year - 1;
    if (isEarlier) {
      const words = unwrapped(ledger, no);
      if (WITH_YEAR.some((word) => words.includes(`${word}${ledger.year - 1}年`))) return { verdict: "passed" };
    }
    // What was budgeted at the beginning of another year is no measure of this one.
    const byInitial = isFinal && /年初预算/.test(match[0]);
    const expectedYear = byInitial ? ledger.year : ledger.year - 1;
    const how = own
      ? { zh: "年度前后颠倒", en: "the years are turned round" }
      : { zh: "年度恐未更新", en: "the year was probably not brought up to date" };
    return {
      verdict: printedYear === expectedYear ? "passed" : "failed",
      // Another year than the last may be chosen on purpose; the report's own year cannot.
      ...(own ? {} : { severity: "warning" as const }),
      fill: { printedYear: `${printedYear}`, year: `${ledger.year}`, expectedYear: `${expectedYear}`, how },
    };
  },
  cases: [
    { name: "compared with the year before", expect: "passed", facts: [], lines: ["与2029年相比，增加11.33万元。"] },
    {
      name: "a final account against its own budget",
      expect: "passed",
      facts: [],
      lines: ["与2030年度预算相比，增加1.14万元。"],
    },
    {
      name: "a final account against the budget that another year began with",
      expect: "failed",
      severity: "warning",
      facts: [],
      lines: ["比2029年年初预算减少1.14万元。"],
      message:
        "第1行「比2029年年初预算减少」以 2029 年为比较对象，而本报告为 2030 年度，应与 2030 年比较：年度恐未更新。",
    },
    {
      name: "years turned round",
      expect: "failed",
      facts: [],
      lines: ["与2030年相比，2029年财政拨款收入总计9132.66万元。"],
      message:
        "第1行「与2030年相比，2029年」以 2030 年为比较对象，而本报告为 2030 年度，应与 2029 年比较：年度前后颠倒。",
    },
    {
      name: "a year not brought up to date",
      expect: "failed",
      facts: [],
      lines: ["支出比2027年减少3万元。"],
      message: "第1行「比2027年减少」以 2027 年为比较对象，而本报告为 2030 年度，应与 2029 年比较：年度恐未更新。",
    },
    {
      name: "an earlier year beside the last one",
      expect: "passed",
      facts: [],
      lines: ["“三公”经费较2029年增加0.30万元，较2019年减少2.10万元。"],
    },
    {
      name: "the same over a hard line break",
      expect: "passed",
      facts: [],
      lines: ["“三公”经费较20", "29年增加0.30万元，", "较2019年减少2.10万元。", "较2029年增加1.00万元；"],
    },
    { name: "no year named", expect: "not_checkable", facts: [], lines: ["与上年相比，增加11.33万元。"] },
  ],
});
