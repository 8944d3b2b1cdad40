import type { StatementId } from "../../domain/statements.ts";
import type { Line, Outline, PartKind } from "../types.ts";
import type { Row } from "./cells.ts";
import { isWhiteText, squeezed } from "../white-space.ts";
import type { Caption } from "./captions.ts";
import { captionOf } from "./captions.ts";
import type { ListKind } from "./names.ts";
import { isTableName, statementOfNumber } from "./names.ts";
import type { RowGroup } from "./row-groups.ts";

/** A table as it stands in the text: what is printed above it, its rows, what is printed below. */
export interface Block {
  /** null for a table of a kind that the outline does not have. */
  readonly statement: StatementId | null;
  readonly name: string;
  /** What it lists where its name says so and names no statement. */
  readonly list: ListKind | null;
  readonly part: PartKind;
  /** As printed in `单位：万元`, null where nothing is printed. */
  readonly unit: string | null;
  /** Lines of the preamble, nearest last. */
  readonly preamble: readonly Line[];
  readonly rows: readonly Row[];
  /** Lines below the table up to the next heading: notes and declarations. */
  readonly notes: readonly Line[];
  /** Numbers of the lines that its rows stand on. */
  readonly lines: readonly number[];
}

interface OpenBlock {
  statement: StatementId | null;
  name: string;
  list: ListKind | null;
  part: PartKind;
  unit: string | null;
  preamble: Line[];
  rows: Row[];
  notes: Line[];
  lines: number[];
}

/** A preamble never reaches further up than this many lines of text. */
const PREAMBLE_LINES = 12;
const PARAGRAPH_LENGTH = 80;
/** Notes below a table are few, and end at the next heading. */
const NOTE_LINES = 8;
const ENDS_NOTES = /^[\s#*]*(?:第.{1,3}部分|[一二三四五六七八九十]{1,3}、|附件)/;

/** Page numbers and running heads between two halves of a table. */
const PAGE_NOISE = /^[-—－–\s]*(?:第?\s*\d{1,4}\s*页?(?:\s*[,，/共]\s*共?\s*\d{1,4}\s*页?)?)[-—－–\s]*$/;

const PAGE_NOISE_LENGTH = 120;

/** Words are told by their first character: of these a page number begins with 第 alone. */
function isPageNoise(text: string): boolean {
  const first = text.charCodeAt(0);
  return (first < 0x4e00 || first > 0x9fff || text.startsWith("第")) && PAGE_NOISE.test(text);
}

/** A caption's words may stand at the far ends of a wide page: blanks do not make it a paragraph. */
function isParagraph(line: Line): boolean {
  return line.text.length > PARAGRAPH_LENGTH && squeezed(line.text).length > PARAGRAPH_LENGTH;
}

function filledCells({ cells }: Row): number {
  let filled = 0;
  for (const { text } of cells) if (text !== "") filled += 1;
  return filled;
}

/** A heading with a stray tab is no row. */
function isRow(row: Row, insideTable: boolean): boolean {
  if (row.cells.length < 2) return false;
  return insideTable || filledCells(row) > (row.cells.length > 2 ? 0 : 1);
}

/** Caption cells: the rows above a header that say which table, body, year and unit. */
const CAPTION =
  /^(?:公开\d+表|附件\d{0,2}[.．:：]?|(?:金额)?单位[:：].*|(?:编制|填报|预算)?(?:部门|单位)(?:[（(]单位[)）])?(?:名称)?[:：].*|预算代码[:：].*|[（(]?20\d{2}年度?[)）]?|填表日期.*|.{2,40}表)$/;

/** Whether a row only repeats what a preamble says. */
export function isCaptionRow({ cells }: Row): boolean {
  let filled = 0;
  for (const { text } of cells) {
    if (text === "") continue;
    filled += 1;
    if (filled > MOST_CAPTIONS || !CAPTION.test(text)) return false;
  }
  return filled > 0;
}

const MOST_CAPTIONS = 3;

function describe(
  preamble: readonly Line[],
): Pick<OpenBlock, "statement" | "name" | "list" | "unit"> & { named: boolean } {
  let unit: string | null = null;
  let name: Caption | null = null;
  let heading: Caption | null = null;
  let number: number | null = null;
  for (let at = preamble.length - 1; at >= 0; at -= 1) {
    const line = preamble[at];
    if (line === undefined || isParagraph(line)) break;
    const caption = captionOf(line.text);
    unit ??= caption.unit;
    number ??= caption.number;
    if (caption.says === "table") name ??= caption;
    else if (caption.says === "topic") heading ??= caption;
  }
  const list = name?.list ?? null;
  const statement =
    name?.statement ?? heading?.statement ?? (number === null || list !== null ? null : statementOfNumber(number));
  return {
    statement,
    name: (name ?? heading)?.text ?? "",
    list,
    unit,
    named: name !== null || heading !== null || number !== null,
  };
}

/**
 * Every table of the body, in order, from the rows that `rowGroups` found; a blank
 * line, a page number or a running head does not end a table, a line of text does. A run of rows
 * without a name of its own directly after a table continues it.
 */
export function findBlocks(lines: readonly Line[], outline: Outline, groups: ReadonlyMap<number, RowGroup>): Block[] {
  const blocks: OpenBlock[] = [];
  const kinds: PartKind[] = new Array<PartKind>(lines.length + 1).fill("narrative");
  for (const part of outline.parts) kinds.fill(part.kind, part.from, part.to + 1);

  let preamble: Line[] = [];
  let open: OpenBlock | null = null;
  let last: OpenBlock | null = null;
  let noting = false;

  const begin = (part: PartKind): OpenBlock => {
    const { named, ...description } = describe(preamble);
    const continues =
      last !== null &&
      !named &&
      last.part === part &&
      preamble.every((line) => !isParagraph(line) && !/[。；]/.test(line.text));
    if (last !== null && continues && preamble.length <= 6) {
      last.notes = [];
      return last;
    }
    const block: OpenBlock = { ...description, part, preamble, rows: [], notes: [], lines: [] };
    blocks.push(block);
    return block;
  };

  let index = 0;
  while (index < lines.length) {
    const line = lines[index] as Line; // index < length
    const part = kinds[line.no] ?? "narrative";
    const group = groups.get(line.no);
    if (part === "contents" || (group === undefined && isWhiteText(line.text))) {
      index += 1;
      continue;
    }
    const first = group?.rows[0];
    if (group !== undefined && (!group.weak || (first !== undefined && isRow(first, open !== null)))) {
      if (open === null && first !== undefined) {
        open = begin(part);
        last = open;
        noting = true;
        preamble = [];
      }
      if (open !== null) {
        for (const row of group.rows) if (filledCells(row) > 0) open.rows.push(row);
        for (let no = line.no; no <= group.end; no += 1) open.lines.push(no);
      }
      index = group.end;
      continue;
    }
    index += 1;
    if (line.text.length <= PAGE_NOISE_LENGTH ? isPageNoise(line.text) : isWhiteText(line.text)) continue;
    if (open !== null) {
      open = null;
      preamble = [];
    }
    noting &&= last !== null && last.part === part && last.notes.length < NOTE_LINES && !ENDS_NOTES.test(line.text);
    // What follows the name of another table is no note to this one.
    noting &&= !isTableName(line.text);
    if (noting && last !== null) last.notes.push(line);
    preamble.push(line);
    if (preamble.length > PREAMBLE_LINES) preamble.shift();
  }
  return blocks;
}
