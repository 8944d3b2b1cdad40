import type { Decimal } from "../domain/decimal.ts";
import type { FactRow } from "../domain/records.ts";
import { cleaned, digitsOf, figure, plainFigure } from "./describe.ts";
import { balance, valueOf } from "./tolerance.ts";
import type { Bilingual, Equation } from "./types.ts";

/** A slip of the pen that would explain a broken identity: two neighbouring digits turned round. */
export interface Slip {
  readonly fact: FactRow;
  /** What the figure would read, in its unit. */
  readonly value: Decimal;
}

/**
 * The one figure of a broken identity whose correction turns two of its digits round; null when
 * none or several do. A single wrong digit is no such sign: too many differences allow it.
 */
export function likelySlip(equation: Equation): Slip | null {
  const { difference } = balance(equation);
  const mayTurn = isNinefold(difference);
  const corrections = [
    ...equation.left.map((fact) => ({ fact, value: valueOf(fact).minus(difference) })),
    ...equation.right.map((fact) => ({ fact, value: valueOf(fact).plus(difference) })),
    ...(equation.minus ?? []).map((fact) => ({ fact, value: valueOf(fact).minus(difference) })),
  ];
  const [only, second] = corrections.filter(
    ({ fact, value }) => (mayTurn || isScaled(fact, value)) && turnsDigitsRound(fact, value),
  );
  return only === undefined || second !== undefined ? null : only;
}

/** Whether the digits of a number, wherever its point is, are a multiple of nine: what turning two of them round changes. */
function isNinefold(number: Decimal): boolean {
  let sum = 0;
  for (const digit of number.toFixed()) if (digit >= "0" && digit <= "9") sum += Number(digit);
  return sum % 9 === 0;
}

/** Whether a correction is shown in another unit or with more decimals than a message has, and so perhaps rounded. */
function isScaled(fact: FactRow, value: Decimal): boolean {
  return fact.unit_text !== fact.unit || value.decimals > 6;
}

/** Figures with fewer digits turn into each other too easily. */
const LEAST_DIGITS = 3;

function turnsDigitsRound(fact: FactRow, value: Decimal): boolean {
  if (value.sign <= 0 || valueOf(fact).sign <= 0) return false;
  const before = fact.value_text.replace(/,/g, "");
  const after = plainFigure(value, fact);
  if (before.length !== after.length || before.replace(/\D/g, "").length < LEAST_DIGITS) return false;
  let first = 0;
  while (first < before.length && before[first] === after[first]) first += 1;
  // Across the point, two digits are neighbours too.
  const second = before[first + 1] === "." && after[first + 1] === "." ? first + 2 : first + 1;
  return (
    second < before.length &&
    before[first] === after[second] &&
    before[second] === after[first] &&
    before.slice(first + 1, second) === after.slice(first + 1, second) &&
    before.slice(second + 1) === after.slice(second + 1)
  );
}

/** «若第12行「…」18.57 为 18.75（两位数字颠倒），则相符。» */
export function slipNote({ fact, value }: Slip): Bilingual {
  const corrected = figure(value, fact);
  return {
    zh: `若第${fact.source_line}行「${cleaned(fact.label)}」${fact.value_text} 为 ${corrected.zh}（两位数字颠倒），则相符。`,
    en: ` If “${cleaned(fact.label)}” ${digitsOf(fact).en} (line ${fact.source_line}) read ${corrected.en} (two digits turned round), it would agree.`,
  };
}
