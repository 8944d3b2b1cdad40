import type { Paragraph } from "../paragraphs.ts";
import { isBlankUnit, isIdeograph, squeezed } from "../white-space.ts";
import type { Span } from "../types.ts";

/** Full-width marks that the narrative grammar reads as half-width ones; one character stays one. Digits are none already. */
const WIDE = "．％（）：；－−﹪＂";
const NARROW = '.%():;--%"';
/** By the code of the printed character; itself where no other is read for it. */
const NORMAL = Uint16Array.from({ length: 0x10000 }, (_, code) => code);
[...WIDE].forEach((wide, index) => {
  NORMAL[wide.charCodeAt(0)] = NARROW.charCodeAt(index);
});
/** Whatever is read for another character lies in ASCII, as the blank between two digits does. */
const FIRST_WIDE = 0x80;
const COMMA = 0x2c;
const POINT = 0x2e;
const WIDE_COMMA = 0xff0c;

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
/** Marks of the extraction, not of the report: bookmarks, bold, heading signs, a bullet before the text. */
const MARKUP =
  /\[bookmark:[^\]\n]{0,80}\]|<\/?[a-zA-Z][^>\n]{0,200}>|&(?:nbsp|ensp|emsp);|\*{1,3}|#{1,6}(?=\s)|^\s*[-•●]\s+/g;

/**
 * A paragraph without white space and markup, in half-width forms, that still knows where each
 * character stands:
 *
 *     支出决算为 0\n\n万元（含  →  支出决算为0万元(含
 *
 * White space between two digits stays as one blank, since «指标 1 100 人» is not 1100 people.
 * The full-width comma stays what it is, a separator of clauses, unless it divides the thousands of
 * one figure: 3，518.85万元.
 */
export class Compact {
  readonly text: string;
  /** Characters of the paragraph before white space and markup were taken out. */
  readonly printedLength: number;
  readonly #paragraph: Paragraph;
  /** Runs of characters that stand side by side in the paragraph: where each begins in the compact text … */
  readonly #starts: readonly number[];
  /** … and in the paragraph. */
  readonly #offsets: readonly number[];

  constructor(paragraph: Paragraph) {
    const source = paragraph.text;
    this.#paragraph = paragraph;
    this.printedLength = source.length;
    const starts: number[] = [];
    const offsets: number[] = [];
    const skipped = markupOf(source);
    let text = "";
    /** Source characters `[from, at)` are taken over as they are. */
    let from = 0;
    let blank = false;
    /** The last character taken over: the text itself is put together at the end, not for each number. */
    let last = 0;
    /** Whether the next character begins a run. */
    let broken = true;
    for (let at = 0; at < source.length; at += 1) {
      const end = skipped?.get(at);
      if (end !== undefined) {
        text += source.slice(from, at);
        from = end;
        at = end - 1;
        broken = true;
        continue;
      }
      const code = source.charCodeAt(at);
      if (isIdeograph(code)) {
        // Nearly all characters of a report are ideographs, which neither vanish nor change.
        blank = false;
        last = code;
      } else if (isBlankUnit(code)) {
        text += source.slice(from, at);
        from = at + 1;
        blank = true;
        broken = true;
        continue;
      } else {
        const read = code === WIDE_COMMA && groupsThousands(source, at) ? COMMA : (NORMAL[code] ?? code);
        if (blank && isDigit(read)) {
          text += source.slice(from, at);
          from = at;
          if (isDigit(last) || last === POINT) {
            starts.push(text.length);
            offsets.push(at - 1);
            text += " ";
          }
        }
        if (read !== code) {
          text += source.slice(from, at);
          if (broken) {
            starts.push(text.length);
            offsets.push(at);
            broken = false;
          }
          text += String.fromCharCode(read);
          from = at + 1;
        }
        blank = false;
        last = read;
      }
      if (broken) {
        starts.push(text.length + at - from);
        offsets.push(at);
        broken = false;
      }
    }
    this.text = text + source.slice(from);
    this.#starts = starts;
    this.#offsets = offsets;
  }

  /** Whether a piece of the text may be printed in other characters than it is read in: ideographs never are. */
  changes(piece: string): boolean {
    if (this.text === this.#paragraph.text) return false;
    for (let at = 0; at < piece.length; at += 1) if (piece.charCodeAt(at) < FIRST_WIDE) return true;
    return false;
  }

  /** Where the character at `at` of the compact text stands in the paragraph; undefined behind its end. */
  #offset(at: number): number | undefined {
    if (at < 0 || at >= this.text.length) return undefined;
    const run = this.#runAt(at);
    return (this.#offsets[run] ?? 0) + at - (this.#starts[run] ?? 0);
  }

  /** The last run that begins at or before `at`. */
  #runAt(at: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Line on which the character at `at` stands. */
  lineAt(at: number): number {
    return this.span(at, at + 1).line;
  }

  /** Where `[from, to)` of the compact text stands in the source. */
  span(from: number, to: number): Span {
    const first = this.#offset(from);
    const last = this.#offset(to - 1);
    if (first === undefined || last === undefined) throw new RangeError(`[${from}, ${to}) lies outside the paragraph`);
    return this.#paragraph.span(first, last + 1);
  }

  /** The printed characters of `[from, to)`, white space inside removed. */
  printed(from: number, to: number): string {
    const source = this.#paragraph.text;
    let text = "";
    for (let run = this.#runAt(from); run < this.#starts.length; run += 1) {
      const start = this.#starts[run] ?? 0;
      if (start >= to) break;
      const end = this.#starts[run + 1] ?? this.text.length;
      const shift = (this.#offsets[run] ?? 0) - start;
      text += source.slice(Math.max(start, from) + shift, Math.min(end, to) + shift);
    }
    return squeezed(text);
  }

  /** Whether the printed characters of `[from, to)` stand side by side on one line. */
  isUnbroken(from: number, to: number): boolean {
    const first = this.#offset(from) ?? 0;
    const last = this.#offset(to - 1) ?? 0;
    if (last - first !== to - 1 - from) return false;
    const span = this.span(from, to);
    return span.to - span.from === to - from;
  }
}

/** A full-width comma inside a figure of its own, which has a unit: what stands before the comma has none. */
function groupsThousands(source: string, at: number): boolean {
  if (!isDigit(source.charCodeAt(at - 1))) return false;
  return (
    /(?:^|[^\d.,，])\d{1,3}$/.test(source.slice(Math.max(0, at - 4), at)) &&
    /^\d{3}(?:[,，]\d{3})*(?:[.．]\d+)?\s*(?:万元|亿元|元)/.test(source.slice(at + 1, at + 32))
  );
}

/** Start offset of each piece of markup, with its end; null for a text without any. */
function markupOf(source: string): Map<number, number> | null {
  if (!/[[<*#•●&-]/.test(source)) return null;
  const found = new Map<number, number>();
  MARKUP.lastIndex = 0;
  for (let match = MARKUP.exec(source); match !== null; match = MARKUP.exec(source))
    found.set(match.index, match.index + match[0].length);
  return found.size === 0 ? null : found;
}
