import { said } from "../cases.ts";
import { SUM_MESSAGE } from "../families/footing.ts";
import { identity } from "../identity.ts";
import type { Check, Rule } from "../types.ts";

export const headcountRetired: Rule = {
  id: "headcount-retired",
  category: "headcount",
  severity: "error",
  holds: {
    zh: "离退休人员等于其后所列离休、退休人员之和。",
    en: "Retired staff of both kinds are the veteran retired and the retired told after them.",
  },
  inputs: { zh: "离退休人员及其后的离休、退休人员", en: "Retired staff of both kinds, and each kind told after it" },
  message: SUM_MESSAGE,
  check(ledger): readonly Check[] {
    return ledger.find({ item: "headcount.retired", measure: ledger.own }).flatMap((total) => {
      if (!total.label.includes("离退休")) return [];
      const after = ledger.onLine(total.source_line).filter((fact) => fact.source_from > total.source_from);
      const veteran = after.find(({ item }) => item === "headcount.veteran_retired");
      const retired = after.find(({ item, label }) => item === "headcount.retired" && !label.includes("离退休"));
      return veteran === undefined || retired === undefined
        ? []
        : [identity({ left: [total], right: [veteran, retired] })];
    });
  },
  cases: [
    { name: "both kinds make the sum", expect: "passed", facts: staff("31", "30") },
    {
      name: "they do not",
      expect: "failed",
      facts: staff("34", "30"),
      message: "情况说明第1行「离退休人员」印为 34人，而其组成部分之和为 31人，相差 3人：1（第1行） + 30（第1行）。",
    },
    { name: "people are not rounded", expect: "failed", facts: staff("32", "30") },
    { name: "the sum alone", expect: "not_checkable", facts: staff("31", "30").slice(0, 1) },
  ],
};

function staff(all: string, retired: string) {
  return [
    said("headcount.retired", all, { label: "离退休人员", source_line: 1 }),
    said("headcount.veteran_retired", "1", { label: "离休", source_line: 1 }),
    said("headcount.retired", retired, { label: "退休", parent_label: "离退休人员", source_line: 1 }),
  ];
}
