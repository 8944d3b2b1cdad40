import { cell } from "../cases.ts";
import { printed } from "../describe.ts";
import { placeIn, priorOf } from "../families/prior-report.ts";
import type { Ledger } from "../ledger.ts";
import { coarserPrecision, valueOf } from "../tolerance.ts";
import type { Check, Rule } from "../types.ts";

const SUMMARIES = ["income_expenditure_summary", "appropriation_summary"] as const;

export const carriedOver: Rule = {
  id: "carried-over",
  category: "between_reports",
  severity: "warning",
  holds: {
    zh: "本年年初（上年）结转与上年决算的年末结转和结余相同。",
    en: "What is carried in is what last year's final account carried out.",
  },
  inputs: {
    zh: "本报告的年初结转、上年决算的年末结转",
    en: "Carried in here, carried out in last year's final account",
  },
  message: {
    zh: "{place}「{what}」{stated}，而{priorPlace}年末结转和结余为 {priorStated}，相差 {differenceInUnit}；如系预算编制时点早于决算或部分资金收回，应作说明。",
    en: "{place}: {stated} carried in, while {priorPlace} carries out {priorStated}, a difference of {differenceInUnit}; an earlier closing date or money taken back should be explained.",
  },
  check(ledger, others): readonly Check[] {
    const checks: Check[] = [];
    const last = priorOf(ledger, others, "final");
    if (last === undefined) return checks;
    for (const statement of SUMMARIES) {
      const carriedIn = ledger.first({ statement, item: "balance.carried_in", measure: ledger.own });
      const carriedOut = last.first({ statement, item: "balance.carried_out", measure: "final" });
      if (carriedIn === undefined || carriedOut === undefined) continue;
      const gap = valueOf(carriedIn).minus(valueOf(carriedOut)).abs();
      checks.push({
        verdict: gap.isZero() ? "passed" : gap.lte(coarserPrecision(carriedIn, carriedOut)) ? "rounding" : "failed",
        facts: [carriedIn, carriedOut],
        stated: valueOf(carriedIn),
        expected: valueOf(carriedOut),
        unit: carriedIn.unit,
        fill: places(last, carriedOut),
      });
      // One summary tells what the other would repeat.
      return checks;
    }
    return checks;
  },
  cases: [
    {
      name: "carried on in full",
      expect: "passed",
      facts: [cell("income_expenditure_summary", "balance.carried_in", "45.51")],
      other: {
        report: { fiscal_year: 2029, report_kind: "final" },
        facts: [cell("income_expenditure_summary", "balance.carried_out", "45.51")],
      },
    },
    {
      name: "much less is carried in",
      expect: "failed",
      facts: [cell("income_expenditure_summary", "balance.carried_in", "0.60")],
      other: {
        report: { fiscal_year: 2029, report_kind: "final" },
        facts: [cell("income_expenditure_summary", "balance.carried_out", "45.51")],
      },
      message:
        "《收入支出总表》第1行「年初结转和结余」0.60万元，而2029 年度决算第1行年末结转和结余为 45.51万元，相差 44.91万元；如系预算编制时点早于决算或部分资金收回，应作说明。",
    },
    {
      name: "no final account of the year before",
      expect: "not_checkable",
      facts: [cell("income_expenditure_summary", "balance.carried_in", "0.60")],
    },
  ],
};

function places(last: Ledger, carriedOut: Parameters<typeof printed>[0]) {
  return { priorPlace: placeIn(last, carriedOut), priorStated: printed(carriedOut) };
}
