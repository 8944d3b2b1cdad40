import type { FactRow } from "../../domain/records.ts";
import { said } from "../cases.ts";
import { EQUAL_MESSAGE } from "../families/cross-table.ts";
import { groupBy } from "../group-by.ts";
import { equality } from "../identity.ts";
import type { Check, Rule } from "../types.ts";

/** Words of a label that say which people of one kind are counted. */
const GROUP = /离退休|编外|长期|临时|临聘|自主|派遣|聘用|合同|购买服务/g;

function groupOf(fact: FactRow): string {
  return (fact.label.match(GROUP) ?? []).toSorted().join();
}

export const headcountRepeat: Rule = {
  id: "headcount-repeat",
  category: "headcount",
  severity: "error",
  holds: {
    zh: "同一类人员数在报告各处相同。",
    en: "A headcount is the same wherever the report prints it.",
  },
  inputs: { zh: "印出两次以上的同一类人员数", en: "A headcount printed at least twice" },
  message: EQUAL_MESSAGE,
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    const counts = ledger
      .under("headcount.")
      .filter((fact) => fact.measure === ledger.own && fact.fiscal_year === ledger.year && fact.parent_label === null);
    for (const [first, ...others] of groupBy(counts, (fact) => fact.item).values()) {
      if (first === undefined) continue;
      for (const other of others) {
        if (other.source_line === first.source_line) continue;
        const check = equality(other, first);
        // 劳务派遣 here and 长期聘用 there, 退休 here and 离退休 there, are two groups of people.
        checks.push(
          check.verdict === "passed" || groupOf(other) === groupOf(first) ? check : { ...check, severity: "warning" },
        );
      }
    }
    return checks;
  },
  cases: [
    {
      name: "the same in overview and annex",
      expect: "passed",
      facts: [
        said("headcount.retired", "10"),
        said("headcount.retired", "10", { statement: "annex", origin: "annex" }),
      ],
    },
    {
      name: "one more in the annex",
      expect: "failed",
      facts: [
        said("headcount.retired", "10"),
        said("headcount.retired", "11", { statement: "annex", origin: "annex" }),
      ],
      message: "附件第2行「退休人员」印为 11人，情况说明第1行同一数字印为 10人，相差 1人。",
    },
    {
      name: "other people of the same kind may be more",
      expect: "failed",
      severity: "warning",
      facts: [
        said("headcount.temporary", "6", { label: "长期聘用人员" }),
        said("headcount.temporary", "10", { label: "劳务派遣" }),
      ],
    },
    { name: "printed once", expect: "not_checkable", facts: [said("headcount.retired", "10")] },
  ],
};
