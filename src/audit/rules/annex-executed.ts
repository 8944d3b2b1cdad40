import { said } from "../cases.ts";
import { equality } from "../identity.ts";
import type { Check, Rule } from "../types.ts";

export const annexExecuted: Rule = {
  id: "annex-executed",
  category: "narrative",
  severity: "warning",
  holds: {
    zh: "绩效附件中全部、基本、项目支出的执行数与决算数相同。",
    en: "Executed expenditure in the performance annex is the final expenditure of the account.",
  },
  inputs: { zh: "附件的执行数和决算数", en: "Executed in the annex and final in the account" },
  message: {
    zh: "{place}「{what}」执行数 {stated}，而{otherPlace}决算数为 {otherStated}，相差 {differenceInUnit}；若口径不同（如不含上年结转），应作说明。",
    en: "{place}: “{what}” executed {stated}, while the final figure is {otherStated} ({otherPlace}), a difference of {differenceInUnit}; a different scope should be explained.",
  },
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    for (const item of ["expenditure.total", "expenditure.basic", "expenditure.project"] as const) {
      const executed = ledger.first({ item, code: null, measure: "executed" });
      const final = ledger.first({ item, code: null, measure: "final" });
      if (executed === undefined || final === undefined) continue;
      // The parts differ for the reason the whole does: the widest amount speaks for them.
      checks.push(equality(executed, final));
      return checks;
    }
    return checks;
  },
  cases: [
    {
      name: "executed is final",
      expect: "passed",
      facts: [
        said("expenditure.total", "43.70"),
        said("expenditure.total", "43.70", { statement: "annex", origin: "annex", measure: "executed" }),
      ],
    },
    {
      name: "less executed than spent",
      expect: "failed",
      facts: [
        said("expenditure.total", "43.70"),
        said("expenditure.total", "37.40", { statement: "annex", origin: "annex", measure: "executed" }),
      ],
      message:
        "附件第2行「本年支出合计」执行数 37.40万元，而情况说明第1行决算数为 43.70万元，相差 6.30万元；若口径不同（如不含上年结转），应作说明。",
    },
    {
      name: "a hundredth is rounding",
      expect: "rounding",
      facts: [
        said("expenditure.total", "43.70"),
        said("expenditure.total", "43.71", { statement: "annex", origin: "annex", measure: "executed" }),
      ],
    },
    { name: "no annex", expect: "not_checkable", facts: [said("expenditure.total", "43.70")] },
  ],
};
