import { said } from "../cases.ts";
import { HELD } from "../check.ts";
import { groupBy } from "../group-by.ts";
import { balance } from "../tolerance.ts";
import { identity } from "../identity.ts";
import type { Check, Rule } from "../types.ts";

const COUNTED = new Set(["人", "辆", "个"]);

export const toldSubparts: Rule = {
  id: "told-subparts",
  category: "footing",
  severity: "error",
  holds: {
    zh: "「其中」所列各数之和不超过其所属的数（人员、车辆等计数）。",
    en: "Counts listed as «of which» do not exceed the count they belong to.",
  },
  inputs: { zh: "一个计数及同一行「其中」的各数", en: "A count and the counts listed as parts of it on the same line" },
  message: {
    zh: "{place}「{what}」印为 {stated}，而其中各数之和为 {expectedInUnit}，多出 {differenceInUnit}：{parts}。",
    en: "{place}: “{what}” is {stated}, while its listed parts add up to {expectedInUnit}, {differenceInUnit} more: {parts}.",
  },
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    const parts = groupBy(
      ledger.told.filter(
        (fact) => fact.parent_label !== null && fact.item !== null && fact.code === null && COUNTED.has(fact.unit),
      ),
      (fact) => `${fact.source_line}|${fact.item}|${fact.measure}|${fact.parent_label}`,
    );
    for (const group of parts.values()) {
      const [sample] = group;
      if (sample === undefined) continue;
      const whole = ledger
        .onLine(sample.source_line)
        .find(
          (fact) =>
            fact.origin !== "table" &&
            fact.unit !== "%" &&
            fact.item === sample.item &&
            fact.measure === sample.measure &&
            fact.label === sample.parent_label,
        );
      if (whole === undefined) continue;
      const equation = { left: [whole], right: group };
      const check = identity(equation);
      if (check.verdict === "passed") checks.push(check);
      // A list of «of which» may be incomplete: less than the whole is no trouble, and no identity that holds.
      else if (balance(equation).difference.sign >= 0) checks.push(HELD);
      else checks.push({ ...check, verdict: "failed" });
    }
    return checks;
  },
  cases: [
    {
      name: "three kinds of temporary staff",
      expect: "passed",
      facts: [
        said("headcount.temporary", "11", { source_line: 1, label: "临聘人员" }),
        said("headcount.temporary", "4", { source_line: 1, label: "购买服务", parent_label: "临聘人员" }),
        said("headcount.temporary", "7", { source_line: 1, label: "批准临聘", parent_label: "临聘人员" }),
      ],
    },
    {
      name: "the parts exceed the whole",
      expect: "failed",
      facts: [
        said("headcount.temporary", "11", { source_line: 1, label: "临聘人员" }),
        said("headcount.temporary", "5", { source_line: 1, label: "购买服务", parent_label: "临聘人员" }),
        said("headcount.temporary", "7", { source_line: 1, label: "批准临聘", parent_label: "临聘人员" }),
      ],
      message: "情况说明第1行「临聘人员」印为 11人，而其中各数之和为 12人，多出 1人：5（第1行） + 7（第1行）。",
    },
    { name: "no parts listed", expect: "not_checkable", facts: [said("headcount.temporary", "11")] },
  ],
};
