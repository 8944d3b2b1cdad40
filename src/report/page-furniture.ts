import { isIdeograph, squeezed } from "./white-space.ts";
import type { Line } from "./types.ts";

/** `- 12 -`, `— 12 —`, `第 3 页 共 9 页`, `12`, `3/18`. */
const PAGE_NUMBER =
  /^(?:[-—－–·]{1,3}\d{1,4}[-—－–·]{0,3}|\d{1,4}[-—－–]{1,3}|第\d{1,4}页(?:[,，/]?共\d{1,4}页)?|\d{1,4}(?:\/\d{1,4})?)$/;
/** How a page number begins. */
const BEGINS_NUMBER = /^[\s\u200b]*[-—－–·\d第]/;
const ORDINAL = "第".charCodeAt(0);
const LONGEST = 60;
/** With all its white space. */
const LONGEST_PRINTED = 200;
/** A running head repeats on pages; fewer repetitions may be headings. */
const REPEATED = 3;
/** A text that repeats more often is known by its last places. */
const MOST_PLACES = 201;
/** It stands this near to a page number. */
const NEAR = 4;

/**
 * Numbers of the lines that belong to the page and not to the text: page numbers and running heads.
 * They cut sentences in two.
 */
export function pageFurniture(lines: readonly Line[]): ReadonlySet<number> {
  const numbers = new Set<number>();
  for (const { no, text } of lines) {
    const first = text.charCodeAt(0);
    // Nearly every line begins with a word, which needs no closer look.
    if (isIdeograph(first) && first !== ORDINAL) continue;
    if (text.length <= LONGEST_PRINTED && BEGINS_NUMBER.test(text) && PAGE_NUMBER.test(squeezed(text))) numbers.add(no);
  }
  if (numbers.size === 0) return numbers;
  const near = new Uint8Array((lines.at(-1)?.no ?? 0) + 1);
  for (const no of numbers) near.fill(1, Math.max(0, no - NEAR), no + NEAR + 1);
  const nearNumber = (no: number): boolean => near[no] === 1;
  const places = new Map<string, number[]>();
  // Most lines are far from any page number and long: what could be a running head is asked first.
  const heads = repeatedTexts(lines, (no) => nearNumber(no) && !numbers.has(no));
  if (heads.size === 0) return numbers;
  for (const line of lines) {
    if (numbers.has(line.no)) continue;
    const text = headText(line);
    if (text === null || !heads.has(text)) continue;
    const found = places.get(text);
    if (found === undefined) places.set(text, [line.no]);
    else if (found.push(line.no) > MOST_PLACES) found.shift();
  }
  const furniture = new Set(numbers);
  for (const [, found] of places) {
    if (found.length < REPEATED || found.filter(nearNumber).length < REPEATED - 1) continue;
    for (const no of found) if (nearNumber(no)) furniture.add(no);
  }
  return furniture;
}

/** What a line would say as a running head; null for one that is none. */
function headText({ text }: Line): string | null {
  if (text.length > LONGEST_PRINTED) return null;
  const head = squeezed(text);
  return head === "" || head.length > LONGEST ? null : head;
}

/** Texts that stand so often among the lines asked for that they may be running heads. */
function repeatedTexts(lines: readonly Line[], isAsked: (no: number) => boolean): ReadonlySet<string> {
  const seen = new Map<string, number>();
  const repeated = new Set<string>();
  for (const line of lines) {
    const text = isAsked(line.no) ? headText(line) : null;
    if (text === null) continue;
    const times = (seen.get(text) ?? 0) + 1;
    seen.set(text, times);
    if (times >= REPEATED - 1) repeated.add(text);
  }
  return repeated;
}
