import type { RuleRow } from "../domain/records.ts";
import { CATEGORIES } from "./types.ts";
import type { Rule } from "./types.ts";

/** The catalogue as rows of the table `rule`: category by category, each in the order of the list. */
export function ruleRows(rules: readonly Rule[]): RuleRow[] {
  const ordered = CATEGORIES.flatMap(({ id }) => rules.filter((rule) => rule.category === id));
  return ordered.map((rule, position) => {
    const category = CATEGORIES.find(({ id }) => id === rule.category);
    return {
      rule_id: rule.id,
      position,
      category: rule.category,
      category_zh: category?.zh ?? rule.category,
      category_en: category?.en ?? rule.category,
      severity: rule.severity,
      statement_zh: rule.holds.zh,
      statement_en: rule.holds.en,
      inputs_zh: rule.inputs.zh,
      inputs_en: rule.inputs.en,
    };
  });
}
