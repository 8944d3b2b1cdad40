import type { FactRow } from "../domain/records.ts";
import { balance, isExact } from "./tolerance.ts";
import type { Check, Equation, Trouble } from "./types.ts";

/** The check that an identity is: its first left figure is the questioned one. */
export function identity(equation: Equation, more: Partial<Pick<Trouble, "fill" | "severity" | "lines">> = {}): Check {
  // Nearly every identity holds to the last digit.
  if (isExact(equation)) return { verdict: "passed", equation };
  const { verdict, stated, expected } = balance(equation);
  if (verdict === "passed") return { verdict, equation };
  const facts = [...equation.left, ...equation.right, ...(equation.minus ?? [])];
  return { verdict, facts, stated, expected, unit: facts[0]?.unit ?? null, equation, ...more };
}

/** Two printings of one quantity. */
export function equality(stated: FactRow, other: FactRow): Check {
  return identity({ left: [stated], right: [other] });
}
