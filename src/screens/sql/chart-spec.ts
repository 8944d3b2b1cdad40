import { RESULT_MARKS } from "../../charts/result-chart.ts";
import type { ResultAxis, ResultMark, ResultPoint } from "../../charts/result-chart.ts";
import type { ResultColumn, ResultRows } from "../../state/statement-run.svelte.ts";
import { isNumericType } from "../../state/result-view.svelte.ts";

/** How a result is drawn: a mark and the names of the columns for its places. */
export interface ChartSpec {
  readonly mark: ResultMark;
  readonly x: string;
  /** Not used by a histogram, which counts. */
  readonly y: string;
  readonly colour: string | null;
  readonly facet: string | null;
}

/** Rows that a chart is drawn from at most. */
export const MOST_DRAWN = 5000;

const YEAR = /(?:^|_)year$|年度?$/;
/** Numbers that name something and measure nothing. */
const NAMES = /(?:^|_)(?:line|lines|line_no|row_no|position|code|id)$|^source_(?:from|to|line)$/;
/** Texts that name a row well, the best first. */
const LABELS = [/short_name$/, /name/, /label$/, /agency/, /简称|名称|单位/, /report_id$/, /item$/];

/** What kind of axis a column makes. */
export function axisType(column: ResultColumn): ResultAxis["type"] {
  if (isNumericType(column.type)) return YEAR.test(column.name) ? "text" : "number";
  return column.type === "DATE" || column.type.startsWith("TIMESTAMP") ? "time" : "text";
}

function distinctIn(rows: ResultRows, column: number): number {
  const seen = new Set<string | null>();
  for (let row = 0; row < Math.min(rows.count, 500); row++) seen.add(rows.text(row, column));
  return seen.size;
}

/** A chart that suits a result at first sight; null where nothing can be measured. */
export function guessChart(rows: ResultRows): ChartSpec | null {
  const columns = rows.columns.map((column, index) => ({ ...column, index, axis: axisType(column) }));
  const numbers = columns.filter((column) => column.axis === "number" && !NAMES.test(column.name));
  const times = columns.filter((column) => column.axis === "time" || YEAR.test(column.name));
  const texts = columns
    .filter(
      (column) => column.axis === "text" && !/\[\]$|^STRUCT|^MAP|^BLOB/.test(column.type) && !YEAR.test(column.name),
    )
    .filter((column) => !/fact_ids?$|^(?:text|note|message)/.test(column.name))
    .toSorted((one, other) => rank(one.name) - rank(other.name));
  const value = numbers.find((column) => column.name === "value") ?? numbers[0];
  if (value === undefined) return null;
  const base = { colour: null, facet: null };
  const second = (used: string): string | null =>
    texts.find((column) => column.name !== used && between(distinctIn(rows, column.index), 2, 8))?.name ?? null;
  const [time] = times;
  if (time !== undefined && distinctIn(rows, time.index) > 2) {
    return { ...base, mark: "line", x: time.name, y: value.name, colour: second("") };
  }
  const [label] = texts;
  if (label !== undefined && distinctIn(rows, label.index) <= 60) {
    const repeats = distinctIn(rows, label.index) < Math.min(rows.count, 500);
    return { ...base, mark: "bar", x: value.name, y: label.name, colour: repeats ? second(label.name) : null };
  }
  const other = numbers.find((column) => column.name !== value.name);
  if (other !== undefined) return { ...base, mark: "dot", x: other.name, y: value.name, colour: second("") };
  return { ...base, mark: "histogram", x: value.name, y: "" };
}

function rank(name: string): number {
  const found = LABELS.findIndex((pattern) => pattern.test(name));
  return found < 0 ? LABELS.length : found;
}

const between = (value: number, least: number, most: number): boolean => value >= least && value <= most;

/** What an address or a notebook says of a chart; null when it says none, or one that is not known. */
export function readChart(stored: Readonly<Record<string, string>>): ChartSpec | null {
  const mark = RESULT_MARKS.find((known) => known === stored["mark"]);
  const { x, y = "", colour, facet } = stored;
  if (mark === undefined || x === undefined) return null;
  return { mark, x, y, colour: colour ?? null, facet: facet ?? null };
}

/** The chart for an address or a notebook; null is empty. */
export function printChart(spec: ChartSpec | null): Readonly<Record<string, string>> {
  if (spec === null) return {};
  const { mark, x, y, colour, facet } = spec;
  return {
    mark,
    x,
    ...(y === "" ? {} : { y }),
    ...(colour === null ? {} : { colour }),
    ...(facet === null ? {} : { facet }),
  };
}

/** Whether every column that a chart names is in a result. */
export function fitsResult(spec: ChartSpec, rows: ResultRows): boolean {
  const names = new Set(rows.columns.map((column) => column.name));
  const wanted = [spec.x, ...(spec.mark === "histogram" ? [] : [spec.y]), spec.colour, spec.facet];
  return wanted.every((name) => name === null || names.has(name));
}

/** The rows of a result as points, in the order given, up to `MOST_DRAWN`. */
export function chartPoints(
  spec: ChartSpec,
  rows: ResultRows,
  rowAt: (place: number) => number,
  count: number,
): ResultPoint[] {
  const indexOf = (name: string | null): number => rows.columns.findIndex((column) => column.name === name);
  const place = (index: number): ((row: number) => number | string | null) => {
    const column = rows.columns[index];
    if (column === undefined) return () => null;
    return axisType(column) === "text" ? (row) => rows.text(row, index) : (row) => rows.number(row, index);
  };
  const [x, y] = [place(indexOf(spec.x)), place(indexOf(spec.y))];
  const text = (name: string | null): ((row: number) => string | null) => {
    const index = indexOf(name);
    return index < 0 ? () => null : (row) => rows.text(row, index);
  };
  const [colour, facet] = [text(spec.colour), text(spec.facet)];
  return Array.from({ length: Math.min(count, MOST_DRAWN) }, (_, index) => {
    const row = rowAt(index);
    return { x: x(row), y: y(row), colour: colour(row), facet: facet(row) };
  });
}
