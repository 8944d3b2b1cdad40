import type { Line } from "./types.ts";
import { squeezed } from "./white-space.ts";

/** A line so long, and so much of the text, is no paragraph: the whole report stands on it. */
const LONGEST_PARAGRAPH = 600;
const SHARE_OF_TEXT = 0.8;
/** An amount that no unit follows but the next cell: `2345.67二、政府性基金`, `2,500.00 2,420.00`. */
const CELL = /\d\.\d{2}(?!\d)\s*(?=[\u4e00-\u9fa5\d(（])(?!万元|亿元|百元|元|[（(]万?元)/g;
const LEAST_CELLS = 6;
const HEADING =
  /第[一二三四五六七八九十]部分|(?<![\u4e00-\u9fa5])[一二三四五六七八九十]、[\u4e00-\u9fa5“”]{2,30}(?:情况|说明|概况|表)/g;
const LEAST_HEADINGS = 2;

/** A text without line breaks: where its one line stands, and whether rows of tables stand in it. */
export interface LostLineBreaks {
  readonly line: number;
  readonly characters: number;
  readonly holdsTables: boolean;
}

/** Whether nearly all of a text with headings or tables stands on one line; null for any other text. */
export function lostLineBreaks(lines: readonly Line[]): LostLineBreaks | null {
  let longest: Line | undefined;
  let all = 0;
  for (const line of lines) {
    all += line.text.length;
    if (longest === undefined || line.text.length > longest.text.length) longest = line;
  }
  if (longest === undefined || longest.text.length < LONGEST_PARAGRAPH) return null;
  if (longest.text.length < SHARE_OF_TEXT * all) return null;
  // One row without end is no report: headings or the names of tables stand on the line, too.
  const holdsTables = /[决预]算(?:总|明细)?表|第.部分/.test(longest.text) && holds(longest.text, CELL, LEAST_CELLS);
  if (!holdsTables && !holds(longest.text, HEADING, LEAST_HEADINGS)) return null;
  return { line: longest.no, characters: squeezed(longest.text).length, holdsTables };
}

function holds(text: string, pattern: RegExp, least: number): boolean {
  let found = 0;
  for (const _ of text.matchAll(pattern)) {
    found += 1;
    if (found >= least) return true;
  }
  return false;
}
