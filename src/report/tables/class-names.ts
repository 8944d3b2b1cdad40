import { isDigits } from "./cells.ts";
import type { LabelWords } from "./label-words.ts";

/** What the codes of function classes (2) and of economic ones (3, 5) begin with; `601` is a budget unit. */
const FIRST_DIGITS = "235";

/** Whether a text is the code of a 类, 款 or 项: three, five or seven digits. */
export function isClassCode(text: string): boolean {
  const { length } = text;
  return (length === 3 || length === 5 || length === 7) && FIRST_DIGITS.includes(text.charAt(0)) && isDigits(text);
}

/** Whether a code is an economic class (3…, 5…) rather than a function class (2…). */
export function isEconomicCode(code: string): boolean {
  return code.startsWith("3") || code.startsWith("5");
}

/** Codes of classes of one name. */
interface Codes {
  readonly functions: string[];
  readonly economic: string[];
}

/**
 * Codes by printed name, first as this report's own coded tables print them, then by the general
 * list. A name may belong to several classes: 行政运行 under 20110 and under 20801.
 */
export class ClassNames {
  readonly #own = new Map<string, Codes>();

  add(code: string, { key }: LabelWords): void {
    if (key === "") return;
    let codes = this.#own.get(key);
    if (codes === undefined) {
      codes = { functions: [], economic: [] };
      this.#own.set(key, codes);
    }
    const same = isEconomicCode(code) ? codes.economic : codes.functions;
    if (!same.includes(code)) same.push(code);
  }

  /**
   * The function class of a name that stands below `above` (the code of the last class printed
   * above it, null at the top). `top` asks for a 类 only. Null when unknown or undecidable.
   */
  functionCode(words: LabelWords, above: string | null, top: boolean): string | null {
    return (
      choose(this.#own.get(words.key)?.functions ?? [], above, top) ??
      choose(words.functionClasses, above, top, words.isShared)
    );
  }

  economicCode(words: LabelWords, above: string | null): string | null {
    return (
      choose(this.#own.get(words.key)?.economic ?? [], above, false) ?? choose(words.economicClasses, above, false)
    );
  }
}

/** @param shared whether a single candidate is no proof: a name of many classes of which the list has but some. */
function choose(candidates: readonly string[], above: string | null, top: boolean, shared = false): string | null {
  if (candidates.length === 0) return null;
  if (top) return candidates.find((code) => code.length === 3) ?? null;
  const nearest =
    above === null
      ? null
      : // Below its own 款, beside the last 项, then anywhere in the same 类: the nearest ancestor decides.
        (nearestBelow(above, candidates, above) ??
        nearestBelow(above.slice(0, 5), candidates, above) ??
        nearestBelow(above.slice(0, 3), candidates, above));
  return nearest ?? (candidates.length === 1 && !shared ? (candidates[0] ?? null) : null);
}

/** The first of the shortest codes below `ancestor` other than `above`. */
function nearestBelow(ancestor: string, candidates: readonly string[], above: string): string | null {
  let nearest: string | null = null;
  for (const code of candidates) {
    if (code === above || code.length <= ancestor.length || !code.startsWith(ancestor)) continue;
    if (nearest === null || code.length < nearest.length) nearest = code;
  }
  return nearest;
}
