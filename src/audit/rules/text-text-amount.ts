import { said } from "../cases.ts";
import { EQUAL_MESSAGE } from "../families/cross-table.ts";
import { cleaned } from "../describe.ts";
import { tableTwins } from "../families/twins.ts";
import { groupBy } from "../group-by.ts";
import { equality } from "../identity.ts";
import type { Check, Rule } from "../types.ts";

const MEASURES = new Set(["final", "budget", "initial_budget", "adjusted_budget", "prior_final"]);
const ITEMS = /^(?:income|balance|expenditure|three_public|procurement|vehicles|reception|overseas|equipment)\./;

export const textTextAmount: Rule = {
  id: "text-text-amount",
  category: "narrative",
  severity: "error",
  holds: {
    zh: "同一数字在不同段落中相同。",
    en: "One figure is the same in different paragraphs.",
  },
  inputs: { zh: "两处以上文字述及、表中没有的同一数字", en: "A figure told twice that no table prints" },
  message: EQUAL_MESSAGE,
  *check(ledger): Iterable<Check> {
    const told = ledger.facts.filter(
      (fact) =>
        fact.origin !== "table" &&
        MEASURES.has(fact.measure) &&
        fact.parent_label === null &&
        ITEMS.test(fact.item ?? "") &&
        (fact.item !== "expenditure.function" || fact.code !== null),
    );
    const groups = groupBy(told, (fact) => [fact.item, fact.code, fact.measure, fact.fiscal_year, fact.unit].join("|"));
    for (const [first, ...others] of groups.values()) {
      if (first === undefined || tableTwins(ledger, first).length > 0) continue;
      for (const other of others) {
        if (other.source_line === first.source_line) continue;
        const check = equality(other, first);
        const alike = cleaned(other.label) === cleaned(first.label);
        // Other words may mean another scope: 财政拨款 of one section, all funds of the other.
        yield alike ? check : { ...check, severity: "warning" };
      }
    }
  },
  cases: [
    {
      name: "told twice alike",
      expect: "passed",
      facts: [said("procurement.total", "15.92"), said("procurement.total", "15.92")],
    },
    {
      name: "told twice differently",
      expect: "failed",
      facts: [said("procurement.total", "15.92"), said("procurement.total", "19.52")],
      message: "情况说明第2行「政府采购支出总额」印为 19.52万元，情况说明第1行同一数字印为 15.92万元，相差 3.60万元。",
    },
    {
      name: "a hundredth is rounding",
      expect: "rounding",
      facts: [said("procurement.total", "15.92"), said("procurement.total", "15.93")],
    },
    { name: "told once", expect: "not_checkable", facts: [said("procurement.total", "15.92")] },
  ],
};
