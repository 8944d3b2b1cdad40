import * as m from "../../i18n/generated/messages.js";
import type { FormulaProblem } from "../../model/formula/index.ts";

/** What is wrong with a formula, and what would do instead. */
export function formulaProblemText({ kind, text, from }: FormulaProblem): string {
  const place = { text, at: from + 1 };
  switch (kind) {
    case "empty":
      return m.compare_formula_empty();
    case "too_long":
      return m.compare_formula_too_long();
    case "too_many_terms":
      return m.compare_formula_too_many_terms();
    case "unknown_character":
      return m.compare_formula_unknown_character(place);
    case "unknown_name":
      return m.compare_formula_unknown_name(place);
    case "unknown_code":
      return m.compare_formula_unknown_code(place);
    case "unknown_measure":
      return m.compare_formula_unknown_measure(place);
    case "expected_name":
      return m.compare_formula_expected_name({ at: place.at });
    case "expected_operator":
      return m.compare_formula_expected_operator(place);
    case "needs_parentheses":
      return m.compare_formula_needs_parentheses(place);
    case "unclosed":
      return m.compare_formula_unclosed({ at: place.at });
    case "second_division":
      return m.compare_formula_second_division({ at: place.at });
    case "mixed_units":
      return m.compare_formula_mixed_units(place);
    case "staff_alone":
      return m.compare_formula_staff_alone({ at: place.at });
  }
}
