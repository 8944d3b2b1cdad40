import { said } from "../cases.ts";
import { both, digitsOf, figure, listed } from "../describe.ts";
import { before } from "../families/nearby.ts";
import { judgeRate, precisionOf, quotient, rounded, valueOf } from "../tolerance.ts";
import type { Ledger } from "../ledger.ts";
import type { Check, Rule } from "../types.ts";

const WHOLES = ["expenditure.total", "expenditure.fiscal", "expenditure.general_budget", "income.total"] as const;
const BUDGETS = ["initial_budget", "adjusted_budget", "budget"] as const;

export const completionOtherBase: Rule = {
  id: "completion-other-base",
  category: "stated_ratio",
  severity: "warning",
  holds: {
    zh: "支出总额的完成率未附预算数时，与报告他处所印的某一预算数相符。",
    en: "A completion rate of all expenditure told without its budget fits some budget printed elsewhere in the report.",
  },
  inputs: {
    zh: "未附预算数的支出完成率、他处所印的年初或调整预算数",
    en: "Such a rate, and an initial or adjusted budget printed elsewhere",
  },
  message: {
    zh: "{place}「{what}」称完成预算 {stated}，但以他处所印预算数为基数均不相符：{tried}。",
    en: "{place}: “{what}” is told to be {stated} of its budget, which no budget printed elsewhere gives: {tried}.",
  },
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    for (const rate of ledger.find({ item: WHOLES, code: null, measure: "completion_rate" })) {
      if (before(ledger, rate, BUDGETS) !== undefined) continue;
      const done = before(ledger, rate, ["final"]);
      const budgets = ledger.derived(budgetsOfWholes);
      if (done === undefined || budgets.length === 0) continue;
      const fits = budgets.some(
        (budget) => judgeRate(valueOf(rate), precisionOf(rate), rounded(done), rounded(budget)) !== "different",
      );
      const tried = budgets.map(
        (budget) => both`${digitsOf(done)} ÷ ${figure(valueOf(budget).round(2))} = ${percent(done, budget)}%`,
      );
      checks.push({
        verdict: fits ? "passed" : "failed",
        facts: [rate, done, ...budgets],
        stated: valueOf(rate),
        expected: null,
        unit: "%",
        fill: {
          tried: listed(tried.filter(({ zh }, index) => tried.findIndex((one) => one.zh === zh) === index).slice(0, 3)),
        },
      });
    }
    return checks;
  },
  cases: [
    {
      name: "100 % of the adjusted budget printed in the annex",
      expect: "passed",
      facts: [
        said("expenditure.total", "43.77"),
        said("expenditure.total", "100%", { measure: "completion_rate" }),
        said("expenditure.total", "43.77", { measure: "adjusted_budget", origin: "annex", statement: "annex" }),
      ],
    },
    {
      name: "100 % of no printed budget",
      expect: "failed",
      facts: [
        said("expenditure.total", "43.77"),
        said("expenditure.total", "100%", { measure: "completion_rate" }),
        said("income.total", "38.41", { measure: "adjusted_budget", origin: "annex", statement: "annex" }),
      ],
      message:
        "情况说明第2行「本年支出合计」称完成预算 100%，但以他处所印预算数为基数均不相符：43.77 ÷ 38.41 = 113.95%。",
    },
    {
      name: "no budget anywhere",
      expect: "not_checkable",
      facts: [said("expenditure.total", "43.77"), said("expenditure.total", "100%", { measure: "completion_rate" })],
    },
  ],
};

function budgetsOfWholes(ledger: Ledger): readonly Fact[] {
  return ledger
    .find({ item: WHOLES, code: null, measure: BUDGETS, year: ledger.year })
    .filter((fact) => valueOf(fact).sign > 0);
}

type Fact = Parameters<typeof rounded>[0];

function percent(done: Fact, budget: Fact): string {
  return quotient(valueOf(done), valueOf(budget)).toFixed(2);
}
