import { holdsTwice } from "../matches.ts";
import type { Check, Rule } from "../types.ts";

const TOTAL = /.合\s*计$/;
/** Two totals with a name before them, as far as a quick look can tell. */
const TWO_NAMED = /[^\t]合.*[^\t]合/;
const FIGURE = /^[-－]?[\d,]+(?:\.\d+)?$/;

export const missingTotal: Rule = {
  id: "missing-total",
  category: "missing",
  severity: "info",
  holds: {
    zh: "报表中印出的合计名称后有数字。",
    en: "A total named in a table row has its figure.",
  },
  inputs: { zh: "印有「…合计」并有数字的表行", en: "A table row with a total's name and a figure" },
  message: {
    zh: "第{line}行「{label}」的数字为空，而同一行其他合计有数字。",
    en: "Line {line}: the figure of “{label}” is empty, while another total of the row has one.",
  },
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    for (const line of ledger.linesWith("合")) {
      if (!holdsTwice(line.text, "合") || !TWO_NAMED.test(line.text) || !line.text.includes("\t")) continue;
      const cells = line.text.split("\t").map((cell) => cell.trim());
      const named = cells.flatMap((cell, index) => (cell.endsWith("计") && TOTAL.test(cell) ? [index] : []));
      if (named.length < 2 || !cells.some((cell) => FIGURE.test(cell))) continue;
      const label = named.find((index) => !FIGURE.test(cells.slice(index + 1).find((cell) => cell !== "") ?? ""));
      checks.push({
        verdict: label === undefined ? "passed" : "failed",
        facts: [],
        lines: [line.no],
        stated: null,
        expected: null,
        unit: null,
        fill: { label: label === undefined ? "" : (cells[label] ?? "") },
      });
    }
    return checks;
  },
  cases: [
    {
      name: "both totals have figures",
      expect: "passed",
      facts: [],
      lines: ["人员经费合计\t61.70\t公用经费合计\t\t9.58"],
    },
    {
      name: "one total is empty",
      expect: "failed",
      facts: [],
      lines: ["人员经费合计\t\t\t公用经费合计\t\t9.58"],
      message: "第1行「人员经费合计」的数字为空，而同一行其他合计有数字。",
    },
    { name: "an empty table", expect: "not_checkable", facts: [], lines: ["合计\t\t\t"] },
  ],
};
