import type { ResultRows } from "../engine/reader-engine.ts";

/** A condition on one column: numbers compared, texts searched. */
export type ColumnFilter = (rows: ResultRows, row: number) => boolean;

export interface ColumnSort {
  readonly column: number;
  readonly direction: "ascending" | "descending";
}

const COMPARISONS: Readonly<Record<string, (value: number, bound: number) => boolean>> = {
  ">": (value, bound) => value > bound,
  ">=": (value, bound) => value >= bound,
  "<": (value, bound) => value < bound,
  "<=": (value, bound) => value <= bound,
  "=": (value, bound) => value === bound,
  "!=": (value, bound) => value !== bound,
};

const NUMBER = String.raw`[-−]?\d[\d,]*(?:\.\d+)?`;
const COMPARED = new RegExp(`^(>=|<=|!=|<>|>|<|=)\\s*(${NUMBER})$`);
const BETWEEN = new RegExp(`^(${NUMBER})\\s*\\.\\.\\s*(${NUMBER})$`);

const numberIn = (text: string): number => Number(text.replaceAll(",", "").replace("−", "-"));

/**
 * What a reader types over a column, as a condition: `>5`, `<=1,000`, `10..20`, `=0` compare
 * numbers, `null` and `!null` ask for gaps, anything else is searched in the cell's text, whatever
 * its case; `!word` leaves out. Null for an empty text.
 */
export function columnFilter(typed: string, column: number, isNumeric: boolean): ColumnFilter | null {
  const text = typed.trim();
  if (text === "") return null;
  if (/^(?:null|∅)$/i.test(text)) return (rows, row) => rows.text(row, column) === null;
  if (/^!\s*(?:null|∅)$/i.test(text)) return (rows, row) => rows.text(row, column) !== null;
  const compared = isNumeric ? COMPARED.exec(text) : null;
  if (compared !== null) {
    const [, sign = "=", bound = ""] = compared;
    const test = COMPARISONS[sign === "<>" ? "!=" : sign];
    return (rows, row) => {
      const value = rows.number(row, column);
      return value !== null && test !== undefined && test(value, numberIn(bound));
    };
  }
  const between = isNumeric ? BETWEEN.exec(text) : null;
  if (between !== null) {
    const [, low = "", high = ""] = between;
    return (rows, row) => {
      const value = rows.number(row, column);
      return value !== null && value >= numberIn(low) && value <= numberIn(high);
    };
  }
  const isNot = text.startsWith("!") && text.length > 1;
  const wanted = (isNot ? text.slice(1).trim() : text).toLowerCase();
  return (rows, row) => (rows.text(row, column) ?? "").toLowerCase().includes(wanted) !== isNot;
}

/** Lets the page draw between pieces of long work; rejects with the signal's reason. */
export type Breathe = () => Promise<void>;

/** Rows looked at between two breaths. */
const PIECE = 20_000;

/** Rows that meet every condition, in order. */
export async function filteredRows(
  rows: ResultRows,
  count: number,
  filters: readonly ColumnFilter[],
  breathe: Breathe,
): Promise<Uint32Array> {
  const kept = new Uint32Array(count);
  let length = 0;
  for (let row = 0; row < count; row++) {
    if (row % PIECE === 0) await breathe();
    if (filters.every((filter) => filter(rows, row))) kept[length++] = row;
  }
  return kept.slice(0, length);
}

/**
 * Rows in the order of a column, as ORDER BY gives it: numbers by size, texts by their characters,
 * nulls last either way; equal ones keep their order.
 */
export async function sortedRows(
  rows: ResultRows,
  order: Uint32Array,
  { column, direction }: ColumnSort,
  isNumeric: boolean,
  breathe: Breathe,
): Promise<Uint32Array> {
  const sign = direction === "ascending" ? 1 : -1;
  const full: number[] = [];
  const empty: number[] = [];
  const numbers = isNumeric ? new Float64Array(rows.count) : null;
  const texts: string[] | null = isNumeric ? null : new Array<string>(rows.count);
  for (let index = 0; index < order.length; index++) {
    if (index % PIECE === 0) await breathe();
    const row = order[index] ?? 0;
    const value = isNumeric ? rows.number(row, column) : rows.text(row, column);
    if (value === null) {
      empty.push(row);
      continue;
    }
    full.push(row);
    if (numbers !== null && typeof value === "number") numbers[row] = value;
    if (texts !== null) texts[row] = String(value);
  }
  await breathe();
  const sorted = Uint32Array.from(full);
  if (numbers !== null) {
    sorted.sort((one, other) => sign * ((numbers[one] ?? 0) - (numbers[other] ?? 0)) || one - other);
  } else if (texts !== null) {
    sorted.sort((one, other) => {
      const [first = "", second = ""] = [texts[one], texts[other]];
      return first === second ? one - other : first < second ? -sign : sign;
    });
  }
  const all = new Uint32Array(order.length);
  all.set(sorted);
  all.set(empty, sorted.length);
  return all;
}

/** A column in one line: over the rows shown. `min` and `max` are texts for a column without numbers. */
export interface ColumnSummary {
  readonly count: number;
  readonly nulls: number;
  readonly min: string | null;
  readonly max: string | null;
  readonly mean: number | null;
}

export async function columnSummary(
  rows: ResultRows,
  order: Uint32Array | null,
  column: number,
  isNumeric: boolean,
  breathe: Breathe,
): Promise<ColumnSummary> {
  const count = order?.length ?? rows.count;
  let nulls = 0;
  let sum = 0;
  let rest = 0;
  let least: { value: number | string; row: number } | null = null;
  let most: { value: number | string; row: number } | null = null;
  for (let index = 0; index < count; index++) {
    if (index % PIECE === 0) await breathe();
    const row = order === null ? index : (order[index] ?? 0);
    const value = isNumeric ? rows.number(row, column) : rows.text(row, column);
    if (value === null) {
      nulls += 1;
      continue;
    }
    if (typeof value === "number") {
      // Neumaier: the small parts that a running sum loses are kept beside it.
      const next = sum + value;
      rest += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
      sum = next;
    }
    if (least === null || value < least.value) least = { value, row };
    if (most === null || value > most.value) most = { value, row };
  }
  const textAt = (found: { row: number } | null): string | null =>
    found === null ? null : rows.text(found.row, column);
  const full = count - nulls;
  return {
    count,
    nulls,
    min: textAt(least),
    max: textAt(most),
    mean: isNumeric && full > 0 ? (sum + rest) / full : null,
  };
}
