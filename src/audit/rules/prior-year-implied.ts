import { Decimal } from "../../domain/decimal.ts";
import type { FactRow } from "../../domain/records.ts";
import { said } from "../cases.ts";
import { both, digitsOf, figure, printed, sizeOf, unitName } from "../describe.ts";
import { before } from "../families/nearby.ts";
import { placeIn, priorOf } from "../families/prior-report.ts";
import { groupBy } from "../group-by.ts";
import type { Ledger } from "../ledger.ts";
import { precisionOf, valueOf } from "../tolerance.ts";
import type { Bilingual, Check, Rule } from "../types.ts";

const TWO_CENTS = Decimal.of("0.02");

export const priorYearImplied: Rule = {
  id: "prior-year-implied",
  category: "between_reports",
  severity: "warning",
  holds: {
    zh: "由本年数和增减额推得的上年数，与上年报告所印（或可推得）的同一数字相同：决算对决算，预算对年初预算。",
    en: "Last year's figure implied by this year's and its change is what last year's report prints or implies: final for final, initial budget for budget.",
  },
  inputs: {
    zh: "本报告的数和增减额、同一单位上年报告的同一数字",
    en: "A figure with its change, and the same figure in the agency's report of the year before",
  },
  message: {
    zh: "{place}「{what}」{own}、比上年增减 {change}，推得上年为 {implied} 万元；而{priorPlace}为 {priorStated}，相差 {gap} 万元。",
    en: "{place}: “{what}” {own}, changed by {change}, implies {implied} ¥10k for the year before; {priorPlace} has {priorStated}, a difference of {gap} ¥10k.",
  },
  check(ledger, others): readonly Check[] {
    const checks: Check[] = [];
    // Without another report of the agency there is no year before to imply.
    if (others.length === 0) return checks;
    const changes = ledger.find({ measure: "change" }).filter((fact) => fact.unit === "万元" && fact.item !== null);
    for (const change of groupBy(changes, (fact) => `${fact.item}|${fact.code}|${fact.value}`).values()) {
      const [first] = change;
      const check = first === undefined ? null : implied(ledger, others, first);
      if (check !== null) checks.push(check);
    }
    return checks;
  },
  cases: [
    {
      name: "last year's budget as last year's final account tells it",
      expect: "passed",
      report: { report_kind: "budget" },
      facts: [said("three_public.total", "16.80"), said("three_public.total", "0.60", { measure: "change" })],
      other: {
        report: { fiscal_year: 2029, report_kind: "final" },
        facts: [said("three_public.total", "16.20", { measure: "initial_budget" })],
      },
    },
    {
      name: "another budget than last year's final account implies",
      expect: "failed",
      report: { report_kind: "budget" },
      facts: [
        said("expenditure.agency_operating", "72.60"),
        said("expenditure.agency_operating", "4.00", { measure: "change" }),
      ],
      other: {
        report: { fiscal_year: 2029, report_kind: "final" },
        facts: [
          said("expenditure.agency_operating", "66.10", { source_line: 7 }),
          said("expenditure.agency_operating", "-11.30", { measure: "budget_change", source_line: 7 }),
        ],
      },
      message:
        "情况说明第2行「机关运行经费」72.60万元、比上年增减 4.00万元，推得上年为 68.6 万元；而2029 年度决算第7行为 66.10 + 11.30 = 77.4 万元，相差 8.8 万元。",
    },
    {
      name: "a hundredth is rounding",
      expect: "rounding",
      facts: [said("income.total", "16.80"), said("income.total", "0.60", { measure: "change" })],
      other: { report: { fiscal_year: 2029, report_kind: "final" }, facts: [said("income.total", "16.21")] },
    },
    {
      name: "no report of the year before",
      expect: "not_checkable",
      facts: [said("income.total", "16.80"), said("income.total", "0.60", { measure: "change" })],
    },
  ],
};

interface Prior {
  readonly value: Decimal;
  readonly facts: readonly FactRow[];
  readonly stated: Bilingual;
  readonly ledger: Ledger;
}

function implied(ledger: Ledger, others: readonly Ledger[], change: FactRow): Check | null {
  const own =
    before(ledger, change, [ledger.own]) ??
    ledger.onLine(change.source_line).find((fact) => fact.item === change.item && fact.measure === ledger.own);
  if (own === undefined || own.unit !== "万元") return null;
  const prior = priorFigure(ledger, others, own);
  if (prior === null) return null;
  const value = valueOf(own).minus(valueOf(change));
  const gap = value.minus(prior.value).abs();
  const tolerance = precisionOf(change).plus(precisionOf(own));
  const [witness] = prior.facts;
  if (witness === undefined) return null;
  return {
    verdict: gap.isZero() ? "passed" : gap.lte(tolerance.gt(TWO_CENTS) ? TWO_CENTS : tolerance) ? "rounding" : "failed",
    facts: [change, own, ...prior.facts],
    stated: value,
    expected: prior.value,
    unit: "万元",
    fill: {
      own: printed(own),
      change: printed(change),
      implied: figure(value),
      priorPlace: placeIn(prior.ledger, witness),
      priorStated: prior.stated,
      gap: figure(gap),
    },
  };
}

/** The same figure in the report of the year before: printed, or the final figure less its difference from the budget. */
function priorFigure(ledger: Ledger, others: readonly Ledger[], own: FactRow): Prior | null {
  const wanted = own.item === null ? null : { item: own.item, code: own.code };
  if (wanted === null) return null;
  if (ledger.report.report_kind === "final") {
    const last = priorOf(ledger, others, "final");
    const fact = last?.first({ ...wanted, measure: "final", year: ledger.year - 1 });
    return last === undefined || fact === undefined ? null : stated(last, fact);
  }
  const budget = priorOf(ledger, others, "budget");
  const planned = budget?.first({ ...wanted, measure: "budget", year: ledger.year - 1 });
  if (budget !== undefined && planned !== undefined) return stated(budget, planned);
  const last = priorOf(ledger, others, "final");
  if (last === undefined) return null;
  const initial = last.first({ ...wanted, measure: "initial_budget" });
  if (initial !== undefined) return stated(last, initial);
  const difference = last.first({ ...wanted, measure: "budget_change" });
  const final = difference === undefined ? undefined : before(last, difference, ["final"]);
  if (difference === undefined || final === undefined) return null;
  const value = valueOf(final).minus(valueOf(difference));
  const sign = valueOf(difference).sign < 0 ? "+" : "−";
  return {
    value,
    facts: [final, difference],
    stated: both`${digitsOf(final)} ${sign} ${sizeOf(difference)} = ${figure(value)} ${unitName("万元")}`,
    ledger: last,
  };
}

function stated(ledger: Ledger, fact: FactRow): Prior {
  return { value: valueOf(fact), facts: [fact], stated: printed(fact), ledger };
}
