import type { FactRow } from "../domain/records.ts";
import { balance } from "./tolerance.ts";
import type { Check, Equation } from "./types.ts";

/** The check that an identity is: its first left figure is the questioned one. */
export function identity(equation: Equation, more: Partial<Pick<Check, "fill" | "severity" | "lines">> = {}): Check {
  const { verdict, stated, expected } = balance(equation);
  const facts = [...equation.left, ...equation.right, ...(equation.minus ?? [])];
  return { verdict, facts, stated, expected, unit: facts[0]?.unit ?? null, equation, ...more };
}

/** Two printings of one quantity. */
export function equality(stated: FactRow, other: FactRow): Check {
  return identity({ left: [stated], right: [other] });
}
