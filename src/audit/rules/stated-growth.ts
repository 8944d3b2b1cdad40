import type { FactRow } from "../../domain/records.ts";
import { said } from "../cases.ts";
import { HELD } from "../check.ts";
import { both, digitsOf } from "../describe.ts";
import { before } from "../families/nearby.ts";
import type { Recomputation } from "../families/rates.ts";
import { changeOverBefore, isClearlyQuotient, possibleBases, rateCheck, rateRule } from "../families/rates.ts";
import type { Ledger } from "../ledger.ts";
import { millionths, minus, rounded, valueOf } from "../tolerance.ts";
import type { Check } from "../types.ts";

export const statedGrowth = rateRule({
  id: "stated-growth",
  holds: {
    zh: "所述增减幅度等于增减额除以上年数（上年数 = 本年数 − 增减额）。",
    en: "A stated rate of change is the change divided by last year's figure (this year's less the change).",
  },
  inputs: { zh: "增减率、增减额或上年数、本年数", en: "Rate, change or last year's figure, this year's figure" },
  checks(ledger) {
    const checks: (Check | null)[] = [];
    for (const rate of ledger.find({ measure: ["change_rate", "earlier_change_rate"] })) {
      const told = toldOf(ledger, rate);
      if (told !== null && isClearlyRight(rate, told)) {
        checks.push(HELD);
        continue;
      }
      const inputs = told === null ? null : recomputation(rate, told);
      if (inputs !== null) checks.push(rateCheck(inputs.rate, () => alternatives(ledger, rate, inputs)));
    }
    return checks;
  },
  cases: [
    {
      name: "change over last year's figure",
      expect: "passed",
      facts: [
        said("three_public.reception", "0.37"),
        said("three_public.reception", "-0.11", { measure: "change" }),
        said("three_public.reception", "-22.92%", { measure: "change_rate" }),
      ],
    },
    {
      name: "growth of a part told as growth of the whole",
      expect: "failed",
      report: { report_kind: "budget" },
      facts: [
        said("expenditure.personnel", "375.00"),
        said("expenditure.economic", "369.00", { code: "301", label: "工资福利支出", source_line: 3 }),
        said("expenditure.personnel", "34.00", { measure: "change", source_line: 3 }),
        said("expenditure.personnel", "10.15%", { measure: "change_rate", source_line: 3 }),
      ],
      message:
        "情况说明第3行「人员经费」印为 10.15%，按 34.00 ÷ (375.00 − 34.00) 复算为 9.9707%；以情况说明第3行「301 工资福利支出」369.00 为基数则与所印相符，基数恐有误。",
    },
    {
      name: "cut off instead of rounded",
      expect: "rounding",
      facts: [
        said("income.grand_total", "212.42"),
        said("income.grand_total", "87.14", { measure: "change" }),
        said("income.grand_total", "69.5%", { measure: "change_rate" }),
      ],
    },
    {
      name: "rounded to one digit less and filled up with a zero",
      expect: "rounding",
      facts: [
        said("expenditure.agency_operating", "281.37"),
        said("expenditure.agency_operating", "7.10", { measure: "change" }),
        said("expenditure.agency_operating", "2.60%", { measure: "change_rate" }),
      ],
    },
    {
      name: "no change is stated",
      expect: "not_checkable",
      facts: [said("income.grand_total", "212.42"), said("income.grand_total", "69.5%", { measure: "change_rate" })],
    },
  ],
});

interface Inputs {
  readonly rate: Recomputation;
  readonly change: FactRow | undefined;
}

/** What is told before a rate: this year's amount, its change, the amount of the year before. */
interface ToldBefore {
  readonly own: FactRow;
  readonly change: FactRow | undefined;
  readonly prior: FactRow | undefined;
}

function toldOf(ledger: Ledger, rate: FactRow): ToldBefore | null {
  const own = before(ledger, rate, [ledger.own]);
  if (own === undefined || own.unit !== "万元") return null;
  const isEarlier = rate.measure === "earlier_change_rate";
  const change = before(ledger, rate, [isEarlier ? "earlier_change" : "change"]);
  const prior = isEarlier ? undefined : before(ledger, rate, ["prior_final", "prior_budget"]);
  return { own, change, prior };
}

/** A quick look, exact in millionths: `recomputation` would give a rate that holds. */
function isClearlyRight(rate: FactRow, { own, change, prior }: ToldBefore): boolean {
  const amount = millionths(own.value ?? "");
  const last = millionths(prior?.value ?? "0");
  if (last !== 0) return isClearlyQuotient(rate, amount - last, last);
  if (change?.unit !== "万元") return false;
  const difference = millionths(change.value ?? "");
  return difference * Number(rate.value) >= 0 && isClearlyQuotient(rate, difference, amount - difference);
}

function recomputation(rate: FactRow, { own, change, prior }: ToldBefore): Inputs | null {
  if (prior !== undefined && !valueOf(prior).isZero()) {
    const numerator = minus(rounded(own), rounded(prior));
    const formula = both`(${digitsOf(own)} − ${digitsOf(prior)}) ÷ ${digitsOf(prior)}`;
    return {
      rate: { stated: rate, numerator, denominator: rounded(prior), inputs: [own, prior], formula },
      change,
    };
  }
  if (change === undefined || change.unit !== "万元") return null;
  const denominator = minus(rounded(own), rounded(change));
  // One said to rise and the other to fall: which is right is another rule's question, and no rate follows from it.
  if (valueOf(change).sign * valueOf(rate).sign < 0) return null;
  const formula = changeOverBefore(change, own);
  return { rate: { stated: rate, numerator: rounded(change), denominator, inputs: [own, change], formula }, change };
}

/** A rate of one amount's change told of another: the base is what that other amount was last year. */
function alternatives(ledger: Ledger, rate: FactRow, { rate: used, change }: Inputs) {
  if (change === undefined) return [];
  return possibleBases(ledger, rate, used.inputs).map((fact) => ({
    fact,
    numerator: rounded(change),
    denominator: minus(rounded(fact), rounded(change)),
  }));
}
