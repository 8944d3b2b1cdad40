import { SCHEMA } from "./schema.ts";

/** What a column's English comment says of its unit: «Final, 万元», «Completion rate as stated, %». */
const UNIT = /(?:^|, )(万元|%|People)(?:$|[,:; ])/;
const WORDS: Readonly<Record<string, string>> = { People: "人" };

/** Units of columns by name; of a name that has different ones in different tables none. */
const KNOWN: ReadonlyMap<string, string | null> = (() => {
  const units = new Map<string, string | null>();
  for (const column of SCHEMA.flatMap((entry) => entry.columns)) {
    if (!/^(?:DECIMAL|DOUBLE)/.test(column.type)) continue;
    const found = UNIT.exec(column.en)?.[1];
    const unit = found === undefined ? null : (WORDS[found] ?? found);
    const known = units.get(column.name);
    units.set(column.name, known === undefined || known === unit ? unit : null);
  }
  return units;
})();

/** Columns whose unit stands in a column `unit` of the same row. */
const WITH_UNIT = new Set(["value", "stated", "expected", "difference", "lo", "hi", "precision"]);

/**
 * The unit of a numeric column that is known by its name, for its header: 万元 of `initial_budget`.
 * Null where the name says none, or the row itself names it.
 */
export function columnUnit(name: string, others: readonly string[]): string | null {
  if (WITH_UNIT.has(name) && others.includes("unit")) return null;
  return KNOWN.get(name) ?? null;
}
