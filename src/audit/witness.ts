import type { FactRow } from "../domain/records.ts";
import { cellNameOf, placeOf, printed } from "./describe.ts";
import { contains, factsOf } from "./suspect.ts";
import type { Bilingual, Equation, Trouble } from "./types.ts";

/** How a finding tells what speaks for a correction. */

/** More are counted only. */
const MOST_WITNESSES = 4;

/** What would hold if some figures were corrected, each said once. */
export function witnessesOf(
  mended: readonly Equation[],
  agreeing: readonly Trouble[],
  corrected: readonly FactRow[],
): readonly Bilingual[] {
  return unique(
    [
      ...mended.flatMap((equation) => {
        const fact = corrected.find((one) => contains(equation, one));
        return fact === undefined ? [] : [witness(equation, fact)];
      }),
      ...agreeing.map((check) => agreement(check, corrected)),
    ],
    ({ zh }) => zh,
  );
}

/** The first few of some witnesses: «…；…；另有 2 处». */
export function listOf(told: readonly Bilingual[]): Bilingual {
  const shown = told.slice(0, MOST_WITNESSES);
  const more = told.length - shown.length;
  return {
    zh: `${shown.map((one) => one.zh).join("；")}${more > 0 ? `；另有 ${more} 处` : ""}`,
    en: `${shown.map((one) => one.en).join("; ")}${more > 0 ? `; and ${more} more` : ""}`,
  };
}

/** A rate or bound that does not hold as printed and would hold then. */
function agreement({ facts }: Trouble, suspects: readonly FactRow[]): Bilingual {
  const fact = facts.find((one) => !suspects.includes(one)) ?? facts[0];
  if (fact === undefined) return { zh: "", en: "" };
  const [name, place] = [cellNameOf(fact), placeOf(fact)];
  return {
    zh: `${place.zh}「${name.zh}」${printed(fact).zh} 随之相符`,
    en: `“${name.en}” ${printed(fact).en} (${place.en}) would fit`,
  };
}

/** What an identity says about the cell: its own parts, its sum, or its twin elsewhere. */
function witness(equation: Equation, fact: FactRow): Bilingual {
  const others = factsOf(equation).filter((other) => other.fact_id !== fact.fact_id);
  const [twin] = others;
  if (twin !== undefined && others.length === 1) {
    return {
      zh: `${placeOf(twin).zh}为 ${printed(twin).zh}`,
      en: `${placeOf(twin).en} has ${printed(twin).en}`,
    };
  }
  const [total] = equation.left;
  const lines = [...new Set(others.map((other) => other.source_line))].toSorted((a, b) => a - b);
  const range = lines.length > 2 ? `${lines[0]}–${lines.at(-1)}` : lines.join("、");
  if (total?.fact_id === fact.fact_id) {
    if (lines.length === 1 && lines[0] === fact.source_line) {
      return { zh: "同一行各数之和", en: "the sum of the other figures of its line" };
    }
    return { zh: `其组成部分之和（第${range}行）`, en: `the sum of its parts (line ${range.replace("、", ", ")})` };
  }
  const totalName = total === undefined ? { zh: "", en: "" } : cellNameOf(total);
  return {
    zh: `「${totalName.zh}」${total === undefined ? "" : printed(total).zh} 减其余各项（第${range}行）`,
    en: `“${totalName.en}” ${total === undefined ? "" : printed(total).en} less its other parts (line ${range.replace("、", ", ")})`,
  };
}

export function unique<T>(values: readonly T[], keyOf: (value: T) => string): T[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const key = keyOf(value);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
