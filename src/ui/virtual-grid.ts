/** A column of a virtual grid. */
export interface GridColumn {
  /** Identity, stable while the grid shows the same thing. */
  readonly key: string;
  /** Its name for screen readers and titles. */
  readonly label: string;
  /** px */
  readonly width: number;
  /** Aligned to the end. */
  readonly numeric?: boolean;
}

/** A cell: 0-based row and column. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells, all four inclusive. */
export interface GridRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Browsers stop drawing boxes taller than about 17 million px: a longer grid scrolls in larger steps. */
const TALLEST = 12_000_000;

/** The rectangle between two cells. */
export function rangeOf(one: GridPlace, other: GridPlace): GridRange {
  return {
    top: Math.min(one.row, other.row),
    bottom: Math.max(one.row, other.row),
    left: Math.min(one.column, other.column),
    right: Math.max(one.column, other.column),
  };
}

/** The cell that a selection of one cell is; null for none or many. */
export function soleCell(range: GridRange | null): GridPlace | null {
  return range === null || range.top !== range.bottom || range.left !== range.right
    ? null
    : { row: range.top, column: range.left };
}

/** Whether a cell lies in a rectangle; in none where there is none. */
export function isWithin(range: GridRange | null, { row, column }: GridPlace): boolean {
  return range !== null && row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}

/** Height of the scrolled box, px. */
export function scrolledHeight(rows: number, rowHeight: number): number {
  return Math.min(TALLEST, rows * rowHeight);
}

/** How far the rows have moved up for a scroll position, px; the same unless the box is shortened. */
export function movedBy(scrollTop: number, rows: number, rowHeight: number, viewHeight: number): number {
  const whole = rows * rowHeight;
  const box = scrolledHeight(rows, rowHeight);
  if (box === whole || box <= viewHeight) return scrollTop;
  return (scrollTop / (box - viewHeight)) * (whole - viewHeight);
}

/** The scroll position at which the rows have moved up by so much: the inverse of `movedBy`. */
export function scrollTopFor(moved: number, rows: number, rowHeight: number, viewHeight: number): number {
  const whole = rows * rowHeight;
  const box = scrolledHeight(rows, rowHeight);
  if (box === whole || whole <= viewHeight) return moved;
  return (moved / (whole - viewHeight)) * (box - viewHeight);
}

/** How far rows have to move up so that a row is wholly in sight, px; `moved` when it is already. */
export function movedToShow(row: number, moved: number, rowHeight: number, viewHeight: number): number {
  const top = row * rowHeight;
  if (top < moved) return top;
  return top + rowHeight > moved + viewHeight ? top + rowHeight - viewHeight : moved;
}

/** Left edge of each column and, last, the width of all, px. */
export function columnEdges(columns: readonly GridColumn[]): number[] {
  const edges = [0];
  for (const column of columns) edges.push((edges.at(-1) ?? 0) + column.width);
  return edges;
}

/**
 * The columns in sight beside the frozen ones.
 *
 * @param left scroll position, px. @param width of the view, px.
 * @returns first and last, `last` exclusive; at least one where there is any.
 */
export function columnsInSight(
  edges: readonly number[],
  frozen: number,
  left: number,
  width: number,
): { first: number; last: number } {
  const count = edges.length - 1;
  const from = left + (edges[frozen] ?? 0);
  let first = frozen;
  while (first < count - 1 && (edges[first + 1] ?? 0) <= from) first += 1;
  let last = first;
  while (last < count && (edges[last] ?? 0) < left + width) last += 1;
  return { first, last: Math.max(last, Math.min(first + 1, count)) };
}

/** The scroll position that brings a column in sight beside the frozen ones, as near to `left` as can be. */
export function leftToShow(
  edges: readonly number[],
  frozen: number,
  column: number,
  left: number,
  width: number,
): number {
  if (column < frozen) return left;
  const start = (edges[column] ?? 0) - (edges[frozen] ?? 0);
  const end = (edges[column + 1] ?? 0) - width;
  return left > start ? start : Math.max(left, Math.min(start, end));
}

/** Where an arrow, page, Home or End key leads from a cell; null for any other key. */
export function placeAfterKey(
  key: string,
  isFar: boolean,
  from: GridPlace,
  size: { readonly rows: number; readonly columns: number; readonly page: number },
): GridPlace | null {
  const lastRow = size.rows - 1;
  const lastColumn = size.columns - 1;
  const row = (to: number): GridPlace => ({ row: Math.max(0, Math.min(lastRow, to)), column: from.column });
  const column = (to: number): GridPlace => ({ row: from.row, column: Math.max(0, Math.min(lastColumn, to)) });
  switch (key) {
    case "ArrowDown":
      return row(isFar ? lastRow : from.row + 1);
    case "ArrowUp":
      return row(isFar ? 0 : from.row - 1);
    case "ArrowRight":
      return column(isFar ? lastColumn : from.column + 1);
    case "ArrowLeft":
      return column(isFar ? 0 : from.column - 1);
    case "PageDown":
      return row(from.row + size.page);
    case "PageUp":
      return row(from.row - size.page);
    case "Home":
      return isFar ? { row: 0, column: 0 } : column(0);
    case "End":
      return isFar ? { row: lastRow, column: lastColumn } : column(lastColumn);
    default:
      return null;
  }
}
