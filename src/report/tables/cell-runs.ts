import { UNKNOWN_COLUMN } from "../../domain/unknown-column.ts";
import type { Line } from "../types.ts";
import { rowsOfUnits } from "./cell-run-body.ts";
import type { Elsewhere } from "./elsewhere.ts";
import { elsewhereIn } from "./elsewhere.ts";
import { isTwoSided, isValue, unitsOf } from "./cell-run-units.ts";
import { headerEnd } from "./cell-run-header.ts";
import type { Cell, Row } from "./cells.ts";
import { withCodesFirst } from "./codes-behind-names.ts";
import { emptyTableRows, isBelowName, LEAST_HEADERS } from "./empty-runs.ts";
import { gridRows } from "./grid-runs.ts";
import { isHeaderName, mayBeginHeaderNames } from "./header-names.ts";
import { isWhite } from "../white-space.ts";
import { isFigure, isAmount } from "./cells.ts";
import { isWholeName } from "./label-fragments.ts";
import { rowsOfLines } from "./line-rows.ts";
import { withoutLetterSpacing } from "./letter-spacing.ts";
import { isTableName } from "./names.ts";
import { isDivided, spacedCells, wholeCell } from "./spaced-cells.ts";
import { spacedFormRows } from "./spaced-forms.ts";
import { withoutRowNumbers } from "./row-numbers.ts";
import { withWrappedNames } from "./wrapped-names.ts";

/** Longer lines are prose. */
const LONGEST_CELL = 40;
const LONGEST_LINE = 200;
/** A unit has a comma too: `（台，套）`. */
const PROSE = /[。；;！？!?]|[，,](?!\s?(?:\d{3}|套[）)]))/;
/** What stands above, below and between tables, and is no cell. */
const NO_CELL =
  /^(?:公开.{0,6}表|[财预决附]?.{0,4}表[一二三四五六七八九十\d-]{1,4}|(?:财决|预算|决算)?公开?\d{1,2}表|注\d*[:：]|说明[:：]|备注[:：]|(?:金额)?单位[:：]|(?:编制|填报|预算|公开)?(?:部门|单位)(?:[（(]单位[)）])?(?:名称)?[:：]|第.{1,3}(?:部分|章)|附件|20\d{2}年度?$)/;
/** The number of a page, which stands between two rows of a table as well as between two tables. */
const PAGE = /^\s*(?:[-—－–]+\s*\d{1,4}\s*[-—－–]+|第\s*\d{1,4}\s*页.*)\s*$/;
const LONGEST_PAGE = 40;
const LEAST_FIGURES = 4;
/** So many lines that are a row each make a run of rows. */
const LEAST_ROWS = 2;

/** A table without figures has no more lines than its header. */
const LONGEST_EMPTY = 40;

/** A line of a run: the row that it is, and the one cell that it is where each line is a cell. */
interface RunLine {
  readonly no: number;
  readonly cells: readonly Cell[];
  readonly whole: Cell;
}

/** A run of lines and what follows. */
interface Run {
  readonly from: number;
  readonly lines: readonly RunLine[];
  readonly end: number;
  /** Rows of a table without figures. */
  readonly empty?: readonly Row[];
}

/**
 * Tables that a web page or a PDF left without tabs, one cell a line or one row a line with single
 * blanks:
 *
 *     2080109                     2080109 社会保险经办机构 2475.87 1835.72
 *     社会保险经办机构
 *     2475.87
 *     1835.72
 *
 * A run of short lines with enough amounts among them is such a table. Blank cells are lost: what
 * the header, the sums and the text elsewhere cannot place keeps no column.
 */
export function cellRuns(
  lines: readonly Line[],
  free: (line: Line) => boolean,
): ReadonlyMap<number, { readonly rows: readonly Row[]; readonly end: number }> {
  const found = new Map<number, { rows: readonly Row[]; end: number }>();
  const elsewhere = elsewhereIn(lines);
  const unsure: Run[] = [];
  const read = (run: Run): void => {
    const rows = run.empty ?? rowsOf(run.lines, elsewhere);
    if (rows.length > 0) found.set(run.from + 1, { rows, end: run.end });
    if (rows.some(({ cells }) => cells.some(({ text }) => text.startsWith(UNKNOWN_COLUMN)))) unsure.push(run);
  };
  const runs = runsOf(lines, free);
  runs.forEach(read);
  // What a later table prints of the same classes may say where figures of an earlier one stand, and that one then of the last.
  for (const run of [...unsure]) if (unsure.length > 1 || run !== runs.at(-1)) read(run);
  return found;
}

function runsOf(lines: readonly Line[], free: (line: Line) => boolean): Run[] {
  const runs: Run[] = [];
  let open: RunLine[] = [];
  let from = 0;
  const finish = (): void => {
    if (open.length === 0) return;
    const last = open.findLastIndex((line) => line.cells.some((cell) => isFigure(cell.text)));
    const kept = open.slice(0, last + 1 + (endsName(open, last + 1) ? 1 : 0));
    const cells = kept.flatMap((line) => line.cells);
    const amounts = cells.filter((cell) => isAmount(cell.text)).length;
    const count = cells.filter((cell) => !isValue(cell) || isFigure(cell.text)).length;
    // Where rows are numbered or stand side by side most cells may be blank, and blanks are lost.
    // Of a 三公 table many figures may be whole numbers.
    const isSummary = isTwoSided(cells) || cells.some(({ text }) => /^(?:行次|栏次\d*)$|因公出国/.test(text));
    if (
      isThreePublic(kept) ||
      isTotalAlone(kept, lines, from) ||
      (amounts >= LEAST_FIGURES && (isSummary || amounts * 6 >= count))
    ) {
      runs.push({ from, lines: kept, end: kept.at(-1)?.no ?? from });
    } else if (amounts === 0 && open.length <= LONGEST_EMPTY) {
      const empty = emptyTableRows(
        open.flatMap((line) => line.cells),
        lines,
        from,
      );
      if (empty !== null) runs.push({ from, lines: open, end: open.at(-1)?.no ?? from, empty });
    }
    open = [];
  };
  for (const { from: first, to } of stretchesOf(lines, free)) {
    for (let index = first; index < to; index += 1) {
      const line = lines[index] as Line; // index < to <= length
      if (isStrokes(line.text) || (line.text.length < LONGEST_PAGE && PAGE.test(line.text))) continue;
      const read = runLineOf(line) ?? (hasRemarks(open) ? rowBeforeRemark(line) : null);
      if (read === null) {
        if (!isRemark(lines, index, open)) finish();
        continue;
      }
      if (open.length === 0) from = index;
      open.push(read);
    }
    finish();
  }
  return runs;
}

/** Whether the line behind the last figures ends the name that begins above them: `…服务中` / `62.40 62.40` / `心`. */
function endsName(lines: readonly RunLine[], at: number): boolean {
  const [above, row, below] = [lines[at - 2], lines[at - 1], lines[at]];
  if (below === undefined || row?.no !== below.no - 1 || above?.no !== row.no - 1) return false;
  const wordsOf = (line: RunLine): string =>
    line.cells.some((cell) => isAmount(cell.text)) && line !== row
      ? ""
      : line.cells.map(({ text }) => (isFigure(text) ? "" : text)).join("");
  const begun = wordsOf(above) + wordsOf(row);
  return (
    begun !== "" && !isWholeName(begun) && !/^\d|、/.test(below.whole.text) && isWholeName(begun + below.whole.text)
  );
}

/** Whether a run is a 三公 table: one row of figures, of which few may have decimals, and nothing else. */
function isThreePublic(lines: readonly RunLine[]): boolean {
  const last = lines.at(-1)?.cells ?? [];
  // One cell a line the row is all the lines behind the header.
  const words = lines.findLastIndex(({ cells }) => cells.some(({ text }) => !isFigure(text)));
  const row = last.length > 1 ? last : lines.slice(words + 1).flatMap(({ cells }) => cells);
  return (
    row.length >= LEAST_FIGURES &&
    lines.length > 1 &&
    row.every(({ text }) => isFigure(text)) &&
    row.some(({ text }) => isAmount(text)) &&
    lines.some(({ cells }) => cells.some(({ text }) => text.includes("出国")))
  );
}

/** Whether a run is a table whose only row is its total, as of a fund that is not used: 合计 0.00 0.00 0.00. */
function isTotalAlone(run: readonly RunLine[], lines: readonly Line[], from: number): boolean {
  const cells = run.flatMap((line) => line.cells);
  const total = cells.findLastIndex(({ text }) => /^(?:合计|总计)$/.test(text));
  const figures = cells.slice(total + 1);
  const headers = cells.slice(0, Math.max(total, 0)).filter(({ text }) => isHeaderName(text));
  return (
    total > 0 &&
    figures.length > 1 &&
    figures.every(({ text }) => isAmount(text)) &&
    headers.length >= figures.length &&
    isBelowName(lines, from)
  );
}

/** Lines by index, `to` exclusive. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Free lines one after the other that are no prose and have points and commas enough for the amounts of a table,
 * or pieces enough for the header of an empty one. Most headings of a report stand in no such stretch
 * and need no closer look.
 */
function stretchesOf(lines: readonly Line[], free: (line: Line) => boolean): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let from = -1;
  let points = 0;
  let pieces = 0;
  let remarks = false;
  const end = (to: number): void => {
    if (points >= LEAST_FIGURES || pieces >= LEAST_HEADERS) stretches.push({ from, to });
    from = -1;
    points = 0;
    pieces = 0;
    remarks = false;
  };
  lines.forEach((line, index) => {
    const { text } = line;
    // A web page's table may keep nothing of its rows but strokes: `246 |`, `|`.
    if (isStrokes(text)) return;
    if (REMARKS.test(text)) remarks = true;
    if (!free(line) || text.length > LONGEST_LINE || PROSE.test(text)) {
      if (remarks && from !== -1 && free(line) && text.length <= LONGEST_REMARK) points += pointsIn(text);
      else if (from !== -1) end(index);
      return;
    }
    if (from === -1) from = index;
    points += pointsIn(text);
    const words = text.trim();
    pieces += /[\s|]/.test(words) || mayBeginHeaderNames(words) ? LEAST_HEADERS : 1;
  });
  if (from !== -1) end(lines.length);
  return stretches;
}

/** Points, commas (prose with commas is no part of a stretch): every amount has one. */
function pointsIn(text: string): number {
  let points = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x2e || code === 0x2c || code === 0xff0e || code === 0xff0c) points += 1;
  }
  return points;
}

/** Whether a line has nothing but strokes and blanks. */
function isStrokes(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== 0x7c && code !== 0xff5c && !isWhite(code)) return false;
  }
  return true;
}

/** A header over words: why an amount changed. The heading of a section ends like it: `二、收入决算情况说明`. */
const REMARKS =
  /^(?!\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第)).*(?:原\s*因|说\s*明|备\s*注)\s*$/;
const LONGEST_REMARK = 400;
/** A row's name and figures before its remark; a figure before its unit is one of a sentence. */
const BEFORE_REMARK =
  /^\s*[^\s，。；：]{2,40}(?:\s+[-－]?\d[\d,]*(?:\.\d+)?)+(?=\s+(?!(?:万|亿|百)?元|[人辆个台批年月])[\u4e00-\u9fa5])/;

/** Whether the header of a run ends with a column of words. */
function hasRemarks(run: readonly RunLine[]): boolean {
  return run.some(({ cells, whole }) => whole.text.length <= LONGEST_CELL && REMARKS.test(cells.at(-1)?.text ?? ""));
}

/** `2、公务接待费 10.80 0.60 因人员增加，…`: name and figures; the remark is no cell of theirs. */
function rowBeforeRemark(line: Line): RunLine | null {
  const row = BEFORE_REMARK.exec(line.text)?.[0];
  return row === undefined ? null : runLineOf({ no: line.no, text: row });
}

/** Whether a line is the remark of a row: behind its figures, with the name and figures of the next row below. */
function isRemark(lines: readonly Line[], index: number, run: readonly RunLine[]): boolean {
  if (!isFigure(run.at(-1)?.cells.at(-1)?.text ?? "") || !hasRemarks(run)) return false;
  const [name, value] = lines.slice(index + 1, index + 3).map(runLineOf);
  if (name === undefined || name === null) return false;
  const isRow = name.cells.length > 1 && isFigure(name.cells.at(-1)?.text ?? "");
  return isRow || (!isFigure(name.whole.text) && isFigure(value?.whole.text ?? ""));
}

/** A line of a stretch as cell or row, null for prose and for what stands between tables. */
function runLineOf(printed: Line): RunLine | null {
  const line = withoutLetterSpacing(printed);
  const whole = wholeCell(line);
  const { text } = whole;
  if (text === "" || PROSE.test(text) || NO_CELL.test(text) || isTableName(line.text)) return null;
  const cells = spacedCells(line);
  if (cells === null || cells.some((cell) => cell.text.length > LONGEST_CELL)) return null;
  return { no: line.no, cells, whole };
}

function rowsOf(printed: readonly RunLine[], elsewhere: Elsewhere): readonly Row[] {
  const lines = withoutRowNumbers(printed);
  const divided = lines.filter(({ cells }) => isDivided(cells));
  const areRows = divided.length >= LEAST_ROWS || divided.some(({ cells }) => cells.length >= LEAST_FIGURES);
  const ordered = withCodesFirst(lines, areRows);
  if (areRows) {
    const rows = ordered.map(({ cells }) => cells);
    return spacedFormRows(rows) ?? rowsOfLines(rows, elsewhere);
  }
  const grid = gridRows(printed);
  if (grid !== null) return grid;
  const cells = ordered.map(({ whole }) => whole);
  const start = headerEnd(cells);
  const header = cells.slice(0, start);
  return rowsOfUnits(header, unitsOf(header, withWrappedNames(cells.slice(start))), elsewhere);
}
