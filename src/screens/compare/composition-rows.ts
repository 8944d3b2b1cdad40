import type { CompositionRow } from "../../charts/composition.ts";
import type { Part } from "../../compare/index.ts";
import type { PartFigure, SplitValue } from "./parts.ts";

/** So many parts have a colour of their own; what they leave is drawn as the rest. */
const MOST_CATEGORIES = 4;

type Split = Pick<SplitValue, "whole" | "figures">;

/** A part as drawn: its id, and what stands for it where it is not split. */
export interface Category {
  readonly id: string;
  /** The part it lies within, drawn whole where a report does not split it; null for the first level. */
  readonly within: string | null;
}

/**
 * Which parts are drawn: those of the first level, a part of classes (人员经费) replaced by these,
 * the largest over all values first where there are more than can be told apart.
 */
export function categoriesOf(splits: readonly Split[]): readonly Category[] {
  const sizes = new Map<string, { size: number; within: string | null }>();
  const add = (part: Part, within: string | null): void => {
    const known = sizes.get(part.id)?.size ?? 0;
    sizes.set(part.id, { size: known + Math.abs(part.value ?? 0), within });
  };
  const replaced = new Set<string>();
  for (const { whole } of splits) {
    for (const part of whole.parts) {
      // Only what has several known parts of its own gives way to them; 公用经费 is nearly all 302.
      const own = isSplitFurther(part) ? (part.parts ?? []) : [];
      if (own.length > 0) {
        replaced.add(part.id);
        for (const each of own) add(each, part.id);
      }
    }
  }
  for (const { whole } of splits) {
    for (const part of whole.parts) if (!replaced.has(part.id)) add(part, null);
  }
  return [...sizes]
    .filter(([, { size }]) => size > 0)
    .toSorted(([, a], [, b]) => b.size - a.size)
    .slice(0, MOST_CATEGORIES)
    .map(([id, { within }]) => ({ id, within }));
}

function isSplitFurther(part: Part): boolean {
  return part.id === "expenditure.personnel" && (part.parts ?? []).some((each) => each.value !== null);
}

export interface CompositionWords {
  readonly label: string;
  /** Words of a part, and of one whose parts are not split. */
  readonly part: (id: string) => string;
  readonly unsplit: (id: string, children: readonly string[]) => string;
  /** In place of parts that come to more than their whole. */
  readonly beyond: (sum: number) => string;
  readonly title: (id: string, value: number) => string;
  readonly href: (figure: PartFigure | undefined) => string | null;
  readonly missing: string | null;
}

/** What parts may come to beyond their whole by rounding and contradictions of the last digits. */
const TOLERANCE = 0.005;

/**
 * A value with its parts, ready to draw; parts that are not split stand as one dashed segment. So does a
 * whole below its parts, such as one that the reader takes money out of which lies in none of them: a bar
 * longer than what is printed behind it would be a lie.
 */
export function compositionRow(
  key: string,
  agency_id: string,
  split: Split | null,
  categories: readonly Category[],
  words: CompositionWords,
): CompositionRow {
  const parts = split === null ? [] : drawnParts(split, categories);
  const total = split?.whole.value ?? null;
  const sum = parts.reduce((all, { value }) => all + value, 0);
  const isBeyond = total !== null && sum - total > TOLERANCE * Math.abs(total) && parts.length > 0;
  return {
    key,
    agency_id,
    label: words.label,
    total,
    missing_text: words.missing,
    parts: isBeyond
      ? [
          {
            category: null,
            value: total,
            title: `${words.label} ${words.beyond(sum)}`,
            href: null,
            label: words.beyond(sum),
          },
        ]
      : parts.map(({ id, value, children }) => ({
          category: children === null ? id : null,
          value,
          title: words.title(id, value),
          href: words.href(split?.figures.get(id)),
          ...(children === null ? {} : { label: words.unsplit(id, children) }),
        })),
  };
}

export interface DrawnPart {
  readonly id: string;
  readonly value: number;
  /** The parts it is not split into; null for a part drawn as itself. */
  readonly children: readonly string[] | null;
}

/** The parts of a value in the order of the categories. */
export function drawnParts(split: Split, categories: readonly Category[]): readonly DrawnPart[] {
  const known = new Map<string, Part>();
  for (const part of split.whole.parts) {
    known.set(part.id, part);
    for (const each of part.parts ?? []) known.set(each.id, each);
  }
  const whole = new Set<string>();
  return categories.flatMap(({ id, within }): DrawnPart[] => {
    const part = known.get(id);
    if (part !== undefined && part.value !== null) return [{ id, value: part.value, children: null }];
    const parent = within === null ? undefined : known.get(within);
    if (parent === undefined || parent.value === null || whole.has(parent.id)) return [];
    // A parent that lists one of its parts leaves the others to the rest.
    if ((parent.parts ?? []).some((each) => each.value !== null)) return [];
    whole.add(parent.id);
    const children = categories.filter((each) => each.within === within).map((each) => each.id);
    return [{ id: parent.id, value: parent.value, children }];
  });
}
