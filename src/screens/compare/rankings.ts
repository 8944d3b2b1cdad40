import type { Ranking } from "../../compare/index.ts";
import { isCounted } from "../../compare/index.ts";
import type { Denominator } from "../../domain/status.ts";
import type { MetricValuesRow } from "../../model/queries/index.ts";
import { readingKey } from "./value-rows.ts";
import type { Reading, RowsByReading } from "./value-rows.ts";

/** A reading, or the same with one agency's doubtful headcount taken at its other end. */
export interface Trial extends Reading {
  /** The agency whose headcount is taken otherwise, and how many persons that means. */
  readonly otherwise: { readonly agency_id: string; readonly headcount: number } | null;
}

/** Only an interval wider than this share of the value comes from inputs in doubt; less is rounding. */
const WIDE_FROM = 0.01;
/** So many doubtful agencies are tried; more would bury the answer. */
const MOST_DOUBTFUL = 3;

/** The rankings that may be held against each other, and how many others there are. */
export interface Trials {
  readonly rankings: Ranking<Trial>[];
  /** Ways under which not all of the agencies on screen have a value: a rank among fewer is another rank. */
  readonly incomplete: number;
}

/**
 * The ranking of the agencies that count on screen under every admissible choice, that on screen
 * first: each basis and headcount, and each of these with the headcount of an agency that
 * contradicts itself at its other end.
 *
 * @param counted the rows on screen that have a rank.
 */
export function rankings(
  groups: RowsByReading,
  counted: readonly MetricValuesRow[],
  current: Reading,
  denominators: readonly Denominator[],
): Trials {
  const field = new Set(counted.map((row) => row.agency_id));
  const divisors = current.denominator === null ? [null] : denominators;
  const readings = (["comparable", "reported"] as const).flatMap((basis) =>
    divisors.map((denominator): Reading => ({ basis, denominator })),
  );
  const first = readingKey(current);
  const all = readings
    .toSorted((a, b) => Number(readingKey(b) === first) - Number(readingKey(a) === first))
    .map((reading) => ({
      reading,
      rows:
        readingKey(reading) === first
          ? counted
          : (groups.get(readingKey(reading)) ?? []).filter((row) => field.has(row.agency_id) && isCounted(row)),
    }));
  const complete = all.filter(({ rows }) => rows.length === field.size);
  const plain = complete.map(({ reading, rows }) => ({ choice: { ...reading, otherwise: null }, rows: [...rows] }));
  const varied = complete.flatMap(({ reading, rows }) =>
    rows
      .filter(isDoubtful)
      .slice(0, MOST_DOUBTFUL)
      .map((doubtful) => ({
        choice: { ...reading, otherwise: { agency_id: doubtful.agency_id, headcount: otherHeadcount(doubtful) } },
        rows: rows.map((row) => (row === doubtful ? { ...row, value: otherEnd(row) } : row)),
      })),
  );
  return { rankings: [...plain, ...varied], incomplete: all.length - complete.length };
}

function isDoubtful(row: MetricValuesRow): boolean {
  if (row.denominator === null || row.value === null || row.lo === null || row.hi === null || !isCounted(row))
    return false;
  return row.value !== 0 && (row.hi - row.lo) / Math.abs(row.value) > WIDE_FROM;
}

/** The end of the interval that lies farther from the value. */
function otherEnd(row: MetricValuesRow): number | null {
  if (row.value === null || row.lo === null || row.hi === null) return row.value;
  return row.value - row.lo > row.hi - row.value ? row.lo : row.hi;
}

function otherHeadcount(row: MetricValuesRow): number {
  const end = otherEnd(row);
  if (end === null || end === 0 || row.value === null || row.denominator_value === null) return 0;
  return Math.round((row.value * row.denominator_value) / end);
}
