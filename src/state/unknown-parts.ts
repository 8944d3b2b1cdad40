/** A part of an address that means nothing in this data: said, and left out. */
export interface UnknownPart {
  readonly kind: "metric" | "agency" | "year" | "province" | "report" | "rule" | "category";
  readonly text: string;
}

/**
 * Ids of an address that are not among those there are, each once; before those are known (none) nothing is
 * called wrong.
 *
 * @param ids null where the address names none.
 */
export function unknownIds(
  kind: UnknownPart["kind"],
  ids: readonly (string | null)[],
  known: readonly string[],
): UnknownPart[] {
  if (known.length === 0) return [];
  const all = new Set(known);
  return [...new Set(ids)].flatMap((text) => (text === null || all.has(text) ? [] : [{ kind, text }]));
}

/** An id of an address, or null where it is unknown. */
export function knownId(id: string | null, unknown: readonly UnknownPart[]): string | null {
  return unknown.some(({ text }) => text === id) ? null : id;
}
