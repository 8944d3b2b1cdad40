import { economicClassesNamed } from "../../domain/economic-classes.ts";
import { classNameKey, functionClassesNamed, isSharedName } from "../../domain/function-classes.ts";
import { isDigits } from "./cells.ts";

/** Whether a text is the code of a 类, 款 or 项: three, five or seven digits. */
export function isClassCode(text: string): boolean {
  const { length } = text;
  return (length === 3 || length === 5 || length === 7) && isDigits(text);
}

/** Whether a code is an economic class (3…, 5…) rather than a function class (2…). */
export function isEconomicCode(code: string): boolean {
  return code.startsWith("3") || code.startsWith("5");
}

/**
 * Codes by printed name, first as this report's own coded tables print them, then by the general
 * list. A name may belong to several classes: 行政运行 under 20110 and under 20801.
 */
export class ClassNames {
  readonly #own = new Map<string, Set<string>>();

  add(code: string, name: string): void {
    const key = classNameKey(name);
    if (key === "") return;
    const codes = this.#own.get(key) ?? new Set<string>();
    codes.add(code);
    this.#own.set(key, codes);
  }

  /**
   * The function class of a name that stands below `above` (the code of the last class printed
   * above it, null at the top). `top` asks for a 类 only. Null when unknown or undecidable.
   */
  functionCode(name: string, above: string | null, top: boolean): string | null {
    const own = [...(this.#own.get(classNameKey(name)) ?? [])].filter((code) => !isEconomicCode(code));
    return choose(own, above, top) ?? choose(functionClassesNamed(name), above, top, isSharedName(name));
  }

  economicCode(name: string, above: string | null): string | null {
    const own = [...(this.#own.get(classNameKey(name)) ?? [])].filter(isEconomicCode);
    return choose(own, above, false) ?? choose(economicClassesNamed(name), above, false);
  }
}

/** @param shared whether a single candidate is no proof: a name of many classes of which the list has but some. */
function choose(candidates: readonly string[], above: string | null, top: boolean, shared = false): string | null {
  if (top) return candidates.find((code) => code.length === 3) ?? null;
  if (above !== null) {
    // Below its own 款, beside the last 项, then anywhere in the same 类: the nearest ancestor decides.
    for (const prefix of [above, above.slice(0, 5), above.slice(0, 3)]) {
      const below = candidates.filter(
        (code) => code !== above && code.startsWith(prefix) && code.length > prefix.length,
      );
      const nearest = below.sort((a, b) => a.length - b.length)[0];
      if (nearest !== undefined) return nearest;
    }
  }
  return candidates.length === 1 && !shared ? (candidates[0] ?? null) : null;
}
