import type { Line } from "../types.ts";
import type { Cell, Row } from "./cells.ts";
import { squeezed } from "../white-space.ts";
import { isBlank, isFigure } from "./cells.ts";

/** A piece of a line between runs of blanks, in columns of the screen: an ideograph takes two. */
interface Segment {
  readonly cell: Cell;
  readonly left: number;
  readonly right: number;
}

interface AlignedLine {
  readonly line: Line;
  readonly segments: readonly Segment[];
}

/** Blank lines, page numbers and running heads between two pages of a table. */
const GAP_LINES = 12;
const LONGEST_CELL = 40;
const MOST_SEGMENTS = 40;
const PROSE = /[。；！？]|[，,：](?!\d{3})/;

/**
 * Rows that are laid out by blanks, as a PDF's text keeps them:
 *
 *     2080109       社会保险经办机构            10,703,264.41      9,183,264.41
 *     ^^^^^^^       ^^^^^^^^^^^^^^^^            ^^^^^^^^^^^^^      ^^^^^^^^^^^^
 *
 * Columns are where the rows with figures print something: pieces that lie above each other. What
 * a header prints belongs to the column it overlaps most.
 *
 * @param free whether a line is not yet part of a row.
 */
export function alignedRows(lines: readonly Line[], free: (line: Line) => boolean): ReadonlyMap<number, Row> {
  const found = new Map<number, Row>();
  let run: AlignedLine[] = [];
  let gap = 0;
  const finish = (): void => {
    for (const [no, row] of rowsOfRun(run)) found.set(no, row);
    run = [];
    gap = 0;
  };
  for (const line of lines) {
    if (!free(line)) {
      finish();
      continue;
    }
    const segments = segmentsOf(line);
    if (segments !== null) {
      run.push({ line, segments });
      gap = 0;
    } else if (run.length > 0) {
      gap += 1;
      const text = line.text.trim();
      if (gap > GAP_LINES || PROSE.test(text) || /表$|^第.{1,3}部分/.test(squeezed(text))) finish();
    }
  }
  finish();
  return found;
}

/** The pieces of a line, null for running text: one piece, or a sentence. */
function segmentsOf(line: Line): Segment[] | null {
  const { text } = line;
  if (!/\S {2,}\S|\S\u3000+ *\S/.test(text) || text.length > 600) return null;
  const segments: Segment[] = [];
  let column = 0;
  let open: { from: number; left: number; to: number; right: number } | null = null;
  let blanks = 0;
  const close = (): void => {
    if (open === null) return;
    const raw = text.slice(open.from, open.to);
    segments.push({
      cell: { text: squeezed(raw), line: line.no, from: open.from, to: open.to, raw },
      left: open.left,
      right: open.right,
    });
    open = null;
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    const wide = text.charCodeAt(at) >= 0x1100 ? 2 : 1;
    if (/\s/.test(character)) {
      blanks += wide;
      if (blanks >= 2) close();
    } else {
      blanks = 0;
      open ??= { from: at, left: column, to: at, right: column };
      open.to = at + 1;
      open.right = column + wide;
    }
    column += wide;
  }
  close();
  if (segments.length < 2 || segments.length > MOST_SEGMENTS) return null;
  const isProse = segments.some(({ cell }) => cell.text.length > LONGEST_CELL || /[。；]/.test(cell.text));
  return isProse ? null : segments;
}

const hasFigure = ({ segments }: AlignedLine): boolean => segments.some(({ cell }) => isFigure(cell.text));

function rowsOfRun(run: readonly AlignedLine[]): [number, Row][] {
  const body = run.filter(hasFigure);
  if (body.length < 2) return [];
  const columns = columnsOf(body.flatMap(({ segments }) => segments));
  if (columns.length < 2) return [];
  return run.map(({ line, segments }): [number, Row] => {
    const cells: Cell[] = columns.map(() => ({
      text: "",
      line: line.no,
      from: line.text.length,
      to: line.text.length,
      raw: "",
    }));
    for (const segment of segments) {
      const at = columnAt(columns, segment);
      const before = cells[at];
      cells[at] =
        before === undefined || isBlank(before)
          ? segment.cell
          : {
              ...before,
              text: before.text + segment.cell.text,
              to: segment.cell.to,
              raw: line.text.slice(before.from, segment.cell.to),
            };
    }
    return [line.no, { line: line.no, cells }];
  });
}

interface Column {
  left: number;
  right: number;
}

/** Columns as the unions of pieces that overlap, from left to right. */
function columnsOf(segments: readonly Segment[]): Column[] {
  const columns: Column[] = [];
  for (const { left, right } of [...segments].sort((a, b) => a.left - b.left)) {
    const last = columns.at(-1);
    if (last !== undefined && left < last.right) last.right = Math.max(last.right, right);
    else columns.push({ left, right });
  }
  return columns;
}

/** The column that a piece overlaps most, else the nearest. */
function columnAt(columns: readonly Column[], { left, right }: Segment): number {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  columns.forEach((column, index) => {
    const overlap = Math.min(right, column.right) - Math.max(left, column.left);
    if (overlap > most) [best, most] = [index, overlap];
  });
  return best;
}
