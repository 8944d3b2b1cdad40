import type { Paragraph } from "../paragraphs.ts";
import type { Span } from "../types.ts";

/** Full-width forms that the narrative grammar reads as half-width ones; one character stays one. */
const NORMAL: ReadonlyMap<string, string> = new Map(
  [..."０１２３４５６７８９．％（）：；－−﹪％"].map((wide, index) => [wide, "0123456789.%():;--%%".charAt(index)]),
);

const WHITE = /\s/;
const DIGIT = /[0-9]/;
/** Marks of the extraction, not of the report: bookmarks, bold, heading signs, a bullet before the text. */
const MARKUP =
  /\[bookmark:[^\]\n]{0,80}\]|<\/?[a-zA-Z][^>\n]{0,200}>|&(?:nbsp|ensp|emsp);|\*{1,3}|#{1,6}(?=\s)|^\s*[-•●]\s+/g;

/**
 * A paragraph without white space and markup, in half-width forms, that still knows where each
 * character stands:
 *
 *     支出决算为 ０\n\n万元      →  支出决算为0万元
 *
 * White space between two digits stays as one blank, since «指标 1 100 人» is not 1100 people.
 * The full-width comma stays what it is, a separator of clauses, unless full-width digits stand on
 * both sides: １，２３４．５０.
 */
export class Compact {
  readonly text: string;
  readonly #paragraph: Paragraph;
  readonly #offsets: readonly number[];

  constructor(paragraph: Paragraph) {
    this.#paragraph = paragraph;
    const source = paragraph.text;
    const skipped = markupOf(source);
    const characters: string[] = [];
    const offsets: number[] = [];
    let blank = false;
    for (let at = 0; at < source.length; at += 1) {
      const end = skipped?.get(at);
      if (end !== undefined) {
        at = end - 1;
        continue;
      }
      const printed = source.charAt(at);
      // Nearly all characters of a report are ideographs, which neither vanish nor change.
      if (isIdeograph(source.charCodeAt(at))) {
        characters.push(printed);
        offsets.push(at);
        blank = false;
        continue;
      }
      if (WHITE.test(printed)) {
        blank = true;
        continue;
      }
      const character = groupsThousands(source, at) ? "," : (NORMAL.get(printed) ?? printed);
      if (blank && DIGIT.test(character) && /[0-9.]/.test(characters.at(-1) ?? "")) {
        characters.push(" ");
        offsets.push(at - 1);
      }
      characters.push(character);
      offsets.push(at);
      blank = false;
    }
    this.text = characters.join("");
    this.#offsets = offsets;
  }

  /** Line on which the character at `at` stands. */
  lineAt(at: number): number {
    return this.span(at, at + 1).line;
  }

  /** Where `[from, to)` of the compact text stands in the source. */
  span(from: number, to: number): Span {
    const first = this.#offsets[from];
    const last = this.#offsets[to - 1];
    if (first === undefined || last === undefined) throw new RangeError(`[${from}, ${to}) lies outside the paragraph`);
    return this.#paragraph.span(first, last + 1);
  }

  /** The printed characters of `[from, to)`, white space inside removed. */
  printed(from: number, to: number): string {
    const source = this.#paragraph.text;
    return this.#offsets
      .slice(from, to)
      .map((offset) => source.charAt(offset))
      .join("")
      .replace(/\s+/g, "");
  }

  /** Whether the printed characters of `[from, to)` stand side by side on one line. */
  isUnbroken(from: number, to: number): boolean {
    const first = this.#offsets[from] ?? 0;
    const last = this.#offsets[to - 1] ?? 0;
    const span = this.span(from, to);
    return last - first === to - 1 - from && span.to - span.from === to - from;
  }
}

/** A full-width comma inside a number printed in full-width digits throughout. */
function groupsThousands(source: string, at: number): boolean {
  return (
    source.charAt(at) === "，" &&
    /[０-９]/.test(source.charAt(at - 1)) &&
    /^[０-９]{3}(?![０-９])/.test(source.slice(at + 1, at + 5))
  );
}

/** Start offset of each piece of markup, with its end; null for a text without any. */
function markupOf(source: string): Map<number, number> | null {
  if (!/[[<*#•●&-]/.test(source)) return null;
  return new Map([...source.matchAll(MARKUP)].map((match) => [match.index, match.index + match[0].length]));
}

export function isIdeograph(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}
