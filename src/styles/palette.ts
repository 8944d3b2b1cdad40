import type { StatusId } from "../domain/status.ts";

/** How many agency colours there are before they repeat; a label tells agencies apart in any case. */
const AGENCY_COLOURS = 8;

/**
 * The colour of each agency as a CSS value that follows the theme. Give all agencies of the data
 * in the order of their first appearance, not those on screen: a colour must not change when an
 * agency is left out.
 */
export function agencyColours(agencyIds: readonly string[]): ReadonlyMap<string, string> {
  const distinct = [...new Set(agencyIds)];
  return new Map(distinct.map((id, index) => [id, `var(--agency-${String((index % AGENCY_COLOURS) + 1)})`]));
}

/** The colour of one agency out of those of `rows`; text colour for one that is not among them. */
export function colourIn(rows: readonly { readonly agency_id: string }[]): (agencyId: string) => string {
  const colours = agencyColours(rows.map((row) => row.agency_id));
  return (agencyId) => colours.get(agencyId) ?? "currentColor";
}

/** The parts of a whole, from the first; and the text colour on each. */
export const PART_COLOURS = [
  { fill: "var(--part-1)", text: "var(--on-part-1)" },
  { fill: "var(--part-2)", text: "var(--on-part-2)" },
  { fill: "var(--part-3)", text: "var(--on-part-3)" },
  { fill: "var(--part-4)", text: "var(--on-part-4)" },
] as const;

export type MarkShape =
  "disc" | "ring" | "dotted-ring" | "zero" | "frame" | "dash" | "slash" | "cross" | "question" | "hatch";
export type MarkTone = "plain" | "quiet" | "caution";

export interface StatusLook {
  readonly shape: MarkShape;
  readonly tone: MarkTone;
}

/** The mark of each kind of presence and absence: no two share a shape, so colour is never needed to tell them apart. */
export const STATUS_LOOKS = {
  ok: { shape: "disc", tone: "plain" },
  stated_zero: { shape: "zero", tone: "plain" },
  empty_table_declared: { shape: "frame", tone: "quiet" },
  undisclosed: { shape: "dash", tone: "quiet" },
  not_applicable: { shape: "slash", tone: "quiet" },
  borrowed: { shape: "ring", tone: "caution" },
  assumed: { shape: "dotted-ring", tone: "caution" },
  undefined: { shape: "cross", tone: "quiet" },
  unclear_basis: { shape: "question", tone: "caution" },
  contradicted: { shape: "hatch", tone: "caution" },
} as const satisfies Record<StatusId, StatusLook>;

export const TONE_COLOURS = {
  plain: "var(--mark)",
  quiet: "var(--text-quiet)",
  caution: "var(--caution)",
} as const satisfies Record<MarkTone, string>;
