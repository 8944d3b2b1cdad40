import { ident } from "./sql.ts";

/** Bars of a column's histogram. */
export const HISTOGRAM_BARS = 12;
/** Values listed of a column. */
const TOP_VALUES = 6;

/** Rows, rows with a value, distinct values, least and greatest as text. */
export function countsStatement(table: string, column: string): string {
  const [from, name] = [ident(table).text, ident(column).text];
  return `SELECT count(*), count(${name}), count(DISTINCT ${name}), min(${name})::VARCHAR, max(${name})::VARCHAR FROM ${from}`;
}

/** The values that occur most, as text, with how often. */
export function topValuesStatement(table: string, column: string): string {
  const [from, name] = [ident(table).text, ident(column).text];
  return `SELECT ${name}::VARCHAR AS value, count(*) AS times FROM ${from} WHERE ${name} IS NOT NULL
GROUP BY ALL ORDER BY times DESC, value LIMIT ${TOP_VALUES}`;
}

/** How many values fall into each of `HISTOGRAM_BARS` equal parts between least and greatest, from 0. */
export function histogramStatement(table: string, column: string): string {
  const [from, name] = [ident(table).text, ident(column).text];
  return `SELECT least(${HISTOGRAM_BARS - 1}, floor((${name} - lo) / nullif(hi - lo, 0) * ${HISTOGRAM_BARS}))::INTEGER AS bar, count(*) AS times
FROM ${from}, (SELECT min(${name})::DOUBLE AS lo, max(${name})::DOUBLE AS hi FROM ${from})
WHERE ${name} IS NOT NULL GROUP BY ALL ORDER BY bar`;
}
