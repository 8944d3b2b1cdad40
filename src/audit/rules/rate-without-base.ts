import { linesText } from "../describe.ts";
import { said } from "../cases.ts";
import { before } from "../families/nearby.ts";
import { isZero } from "../families/rates.ts";
import type { FactRow } from "../../domain/records.ts";
import type { Check, Rule } from "../types.ts";
import { blankLines } from "./blank-amount.ts";

/** Completion of a budget; tasks and targets («完成目标任务的 104%») are another matter. */
const MONEY = /^(?:income|expenditure|three_public|project)(?:\.(?!indicator)|$)/;

export const rateWithoutBase: Rule = {
  id: "rate-without-base",
  category: "stated_ratio",
  severity: "warning",
  holds: {
    zh: "所述完成率（不为 0）附有作为基数的预算数。",
    en: "A stated completion rate (other than 0) comes with the budget it is a rate of.",
  },
  inputs: { zh: "完成率", en: "A completion rate" },
  message: {
    zh: "第{where}行所述完成率 {rates} 未印出预算数，无从核对，口径不明。",
    en: "Line {where}: completion rates of {rates} without the budget they refer to cannot be checked.",
  },
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    const rates = ledger
      .find({ measure: "completion_rate" })
      .filter((rate) => MONEY.test(rate.item ?? "") && !isZero(rate));
    const budgets = ["budget", "initial_budget", "adjusted_budget"] as const;
    const inTable = ({ item, code, fiscal_year: year }: FactRow): boolean =>
      item !== null &&
      item !== "project" &&
      ledger.find({ origin: "table", item, code, measure: budgets, year }).length > 0;
    const withoutBase = rates.filter((rate) => before(ledger, rate, budgets) === undefined && !inTable(rate));
    const blank = withoutBase.length === 0 ? null : blankLines(ledger);
    const bare = withoutBase.filter((rate) => blank?.has(rate.source_line) !== true);
    if (rates.length === 0) return checks;
    const lines = [...new Set(bare.map((rate) => rate.source_line))];
    checks.push({
      verdict: bare.length === 0 ? "passed" : "failed",
      facts: bare,
      stated: null,
      expected: null,
      unit: "%",
      fill: {
        where: linesText(lines),
        rates: [...new Set(bare.map((rate) => `${rate.value_text.replace("%", "")}%`))].join("、"),
      },
    });
    return checks;
  },
  cases: [
    {
      name: "a budget left blank is told as that",
      expect: "passed",
      facts: [
        said("three_public.total", "16.2", { source_line: 1 }),
        said("three_public.total", "90%", { measure: "completion_rate", source_line: 1 }),
      ],
      lines: ["预算为XX万元，支出决算为16.2万元，完成预算的90%。"],
    },
    {
      name: "budget, final and rate",
      expect: "passed",
      facts: [
        said("three_public.total", "8.26", { measure: "budget" }),
        said("three_public.total", "8.26"),
        said("three_public.total", "100.0%", { measure: "completion_rate" }),
      ],
    },
    {
      name: "100 % of nothing stated",
      expect: "failed",
      facts: [said("three_public.total", "0.37"), said("three_public.total", "100%", { measure: "completion_rate" })],
      message: "第2行所述完成率 100% 未印出预算数，无从核对，口径不明。",
    },
    { name: "no rate is told", expect: "not_checkable", facts: [said("three_public.total", "0.37")] },
  ],
};
