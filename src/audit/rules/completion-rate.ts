import type { MeasureId } from "../../domain/measures.ts";
import { figure, unitName } from "../describe.ts";
import type { FactRow } from "../../domain/records.ts";
import { cell, said } from "../cases.ts";
import { HELD } from "../check.ts";
import { before } from "../families/nearby.ts";
import type { Base } from "../families/rates.ts";
import { isClearly, possibleBases, ratioOf, rateCheck, rateRule } from "../families/rates.ts";
import type { Ledger } from "../ledger.ts";
import { quotient, rounded, valueOf } from "../tolerance.ts";
import type { Check } from "../types.ts";

export const completionRate = rateRule({
  id: "completion-rate",
  holds: {
    zh: "所述完成率（执行率）等于决算数或执行数除以所称的预算数。",
    en: "A stated completion rate is the final or executed figure divided by the budget it names.",
  },
  inputs: { zh: "完成率、决算数或执行数、预算数（不为 0）", en: "Rate, final or executed figure, budget (not 0)" },
  checks(ledger) {
    const checks: (Check | null)[] = [];
    for (const rate of ledger.find({ measure: "completion_rate" })) {
      const budget = before(ledger, rate, budgetsOf(rate));
      const done = before(ledger, rate, ["executed", "final"]);
      if (budget === undefined || done === undefined || done.unit !== budget.unit) continue;
      if (isClearly(rate, done, budget)) {
        checks.push(HELD);
        continue;
      }
      const check = rateCheck(ratioOf(rate, done, budget), () => alternatives(ledger, rate, done, budget));
      checks.push(check === null ? null : withImpliedBase(check, rate, done));
    }
    return checks;
  },
  cases: [
    {
      name: "final over initial budget",
      expect: "passed",
      facts: [
        said("three_public.total", "16.2", { measure: "initial_budget" }),
        said("three_public.total", "1.62"),
        said("three_public.total", "10.0%", { measure: "completion_rate", column_label: "完成年初预算的" }),
      ],
    },
    {
      name: "the amounts give another rate",
      expect: "failed",
      facts: [
        said("three_public.vehicle", "6", { measure: "initial_budget" }),
        said("three_public.vehicle", "1.64"),
        said("three_public.vehicle", "54.7%", { measure: "completion_rate", column_label: "完成年初预算的" }),
      ],
      message:
        "情况说明第3行「公务用车购置及运行维护费」印为 54.7%，按 1.64 ÷ 6 复算为 27.333%；所印比率相当于以 3.00 万元为基数。",
    },
    {
      name: "cut off instead of rounded",
      expect: "rounding",
      facts: [
        said("three_public.total", "16.2", { measure: "budget" }),
        said("three_public.total", "1.71"),
        said("three_public.total", "10.5%", { measure: "completion_rate", column_label: "完成预算的" }),
      ],
    },
    {
      name: "a project's execution rate",
      expect: "passed",
      facts: [
        cell("performance", "project", "530", { label: "运行费", measure: "adjusted_budget" }),
        cell("performance", "project", "507.94", { label: "运行费", measure: "executed" }),
        cell("performance", "project", "95.84%", { label: "运行费", measure: "completion_rate", unit: "%" }),
      ],
    },
    {
      name: "no budget is stated",
      expect: "not_checkable",
      facts: [said("three_public.total", "0.37"), said("three_public.total", "100%", { measure: "completion_rate" })],
    },
  ],
});

/** The budgets that the words of a rate may mean: 年初 only the initial one, otherwise any, the later wins. */
function budgetsOf(rate: FactRow): readonly MeasureId[] {
  if (/年初/.test(rate.column_label)) return ["initial_budget"];
  if (/全年|调整/.test(rate.column_label)) return ["adjusted_budget", "budget"];
  return ["adjusted_budget", "budget", "initial_budget"];
}

function alternatives(ledger: Ledger, rate: FactRow, done: FactRow, budget: FactRow): Base[] {
  return possibleBases(ledger, rate, [done, budget])
    .filter((fact) => fact.item === rate.item && fact.measure.endsWith("budget"))
    .map((fact) => ({ fact, numerator: rounded(done), denominator: rounded(fact) }));
}

/** When no stated amount explains the rate, the amount that would. */
function withImpliedBase(check: Check, rate: FactRow, done: FactRow): Check {
  if (check.verdict !== "failed") return check;
  const how = check.fill?.["how"];
  if ((typeof how === "object" && how.zh !== "") || valueOf(rate).isZero()) return check;
  const base = figure(quotient(valueOf(done), valueOf(rate)).round(2), done);
  return {
    ...check,
    fill: {
      ...check.fill,
      how: {
        zh: `；所印比率相当于以 ${base.zh} ${done.unit_text}为基数`,
        en: `; the stated rate would fit a base of ${base.en} ${unitName(done.unit_text).en}`,
      },
    },
  };
}
