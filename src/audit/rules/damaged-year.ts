import type { Reading } from "../families/printed-text.ts";
import { printedText } from "../families/printed-text.ts";

const WHOLE: Reading = { verdict: "passed" };
const DAMAGED: Reading = { verdict: "failed" };

export const damagedYear = printedText({
  id: "damaged-year",
  category: "year",
  severity: "warning",
  holds: { zh: "年度由四位数字组成，没有缺位或多位。", en: "Years have four digits: none is missing, none too many." },
  inputs: { zh: "「××年度」「××年」", en: "A year written with 年度 or 年" },
  message: {
    zh: "第{line}行「{quote}」的年度位数有误，恐系漏印或多印。",
    en: "Line {line}: the year in “{quote}” has a digit too few or too many.",
  },
  words: ["年"],
  // «202年财政拨款» has lost a digit; «200年» may be a span of time, «20年来» is one.
  pattern: /(?<![\d.,，．〔[-])(?:(\d{3,5})\s*年度|(20[1-9]|20\d{3})年(?![以来间内前后限多]))/g,
  read: (match) => {
    const digits = match[1] ?? match[2] ?? "";
    if (digits.length === 4) return digits.startsWith("20") || digits.startsWith("19") ? WHOLE : null;
    return /^[02]/.test(digits) ? DAMAGED : WHOLE;
  },
  cases: [
    { name: "four digits", expect: "passed", facts: [], lines: ["2030年度部门决算"] },
    {
      name: "a digit is missing",
      expect: "failed",
      facts: [],
      lines: ["第三部分 203 年度部门决算情况说明"],
      message: "第1行「203 年度」的年度位数有误，恐系漏印或多印。",
    },
    {
      name: "a digit is missing in a sentence",
      expect: "failed",
      facts: [],
      lines: ["203年财政拨款支出 80.00 万元。"],
      message: "第1行「203年」的年度位数有误，恐系漏印或多印。",
    },
    {
      name: "the first digit is missing",
      expect: "failed",
      facts: [],
      lines: ["030年度财政拨款支出 80.00 万元。"],
    },
    {
      name: "a span of years",
      expect: "not_checkable",
      facts: [],
      lines: ["近200年来档案共203卷，保存203年以上。"],
    },
    { name: "no year", expect: "not_checkable", facts: [], lines: ["本年度收入合计"] },
  ],
});
