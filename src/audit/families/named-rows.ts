import type { FactRow } from "../../domain/records.ts";
import { groupBy } from "../group-by.ts";
import type { Ledger } from "../ledger.ts";
import { identity } from "../identity.ts";
import type { Check, Equation } from "../types.ts";

/** Tables whose rows bear names and no codes: bodies, projects, purchases, with a row of totals above or below them. */

type Row = readonly FactRow[];

/** A row of totals and the rows that it stands over. */
export interface NamedRows {
  readonly total: Row;
  readonly rows: readonly Row[];
}

/** Rows further apart than this are of two tables. */
const GAP = 2;

const isTotal = ([first]: Row): boolean => first !== undefined && /^(?:合计|总计)$/.test(first.label);

/** A row of a body, a project or a purchase: it has a name, no code and no item of its own. */
const isNamed = ([first]: Row): boolean =>
  first !== undefined && first.label !== "" && !/^(?:其中|小计|[一二三四五六七八九十]+、)/.test(first.label);

/** The tables of named rows, in printed order; none in most reports. */
export function namedRowsOf(ledger: Ledger): readonly NamedRows[] {
  return ledger.derived(namedRows);
}

function namedRows(ledger: Ledger): readonly NamedRows[] {
  const named = ledger.derived(factsOfNames);
  if (named.length === 0) return [];
  const lines = groupBy(named, ({ source_line }) => source_line);
  const found: NamedRows[] = [];
  // Totals of such a table may have items: 本年收入合计 over the bodies' columns.
  for (const total of totalRows(ledger)) {
    const [first] = total;
    if (first === undefined) continue;
    const after = neighbours(lines, first, 1);
    const rows = after.length > 0 ? after : neighbours(lines, first, -1);
    if (rows.length > 0) found.push({ total, rows });
  }
  return found;
}

function factsOfNames(ledger: Ledger): readonly FactRow[] {
  const kinds = ledger.derived(linesOfKinds);
  return ledger.derived(moneyWithoutItem).filter(({ code, source_line }) => code === null && !kinds.has(source_line));
}

const KINDS = ["procurement.goods", "procurement.works", "procurement.services"] as const;

/** `货物 | 122.00 | 62.00`: the sum of the purchases below it and none of them. */
function linesOfKinds(ledger: Ledger): ReadonlySet<number> {
  const kinds = KINDS.flatMap((item) => ledger.find({ item }));
  return new Set(kinds.filter(({ origin }) => origin === "table").map(({ source_line }) => source_line));
}

/** Money in tables that no item names: columns and rows that reports add to the outline; in most a few or none. */
export function moneyWithoutItem(ledger: Ledger): readonly FactRow[] {
  const found: FactRow[] = [];
  for (const fact of ledger.facts) {
    if (fact.item !== null && fact.item !== "project") continue;
    if (fact.origin === "table" && fact.unit === "万元") found.push(fact);
  }
  return found;
}

function totalRows(ledger: Ledger): readonly Row[] {
  const totals = ledger.facts.filter(
    (fact) => fact.origin === "table" && fact.code === null && fact.unit === "万元" && isTotal([fact]),
  );
  return [...groupBy(totals, ({ source_line }) => source_line).values()];
}

/** The named rows next to a row of totals, below (1) or above it (−1), of its statement. */
function neighbours(lines: ReadonlyMap<number, Row>, { source_line, statement }: FactRow, step: 1 | -1): Row[] {
  const rows: Row[] = [];
  let last = source_line;
  for (let line = last + step; Math.abs(line - last) <= GAP; line += step) {
    const row = lines.get(line);
    if (row === undefined) continue;
    if (row[0]?.statement !== statement || isTotal(row) || !isNamed(row)) break;
    rows.push(row);
    last = line;
  }
  return step === 1 ? rows : rows.reverse();
}

/**
 * Every column of such a table held against its total. The rows add up as most columns say: all of
 * them, or all but the first, which is the whole again.
 */
export function columnChecks({ total, rows }: NamedRows): readonly Check[] {
  const [, ...rest] = rows;
  for (const parts of rest.length > 1 ? [rows, rest] : [rows]) {
    const checks = sums(total, parts).map((equation) => identity(equation));
    const holding = checks.filter(({ verdict }) => verdict !== "failed").length;
    if (holding > 0 && holding * 2 >= checks.length) return checks;
  }
  return [];
}

/** Columns with a figure other than 0 in the row of totals. */
function sums(total: Row, rows: readonly Row[]): readonly Equation[] {
  return total.flatMap((whole): Equation[] => {
    if (Number(whole.value) === 0 || total.some((other) => other !== whole && isSameColumn(whole, other))) return [];
    const right = rows.flatMap((row) => row.filter((fact) => isSameColumn(whole, fact)));
    return right.length === 0 ? [] : [{ left: [whole], right }];
  });
}

function isSameColumn(one: FactRow, other: FactRow): boolean {
  return (
    one.column_label === other.column_label && one.measure === other.measure && one.fiscal_year === other.fiscal_year
  );
}

/** What an identity of the row of totals says of a row under it: the same columns; null where a column is missing. */
export function likeTotal(row: Row, cells: readonly FactRow[]): FactRow[] | null {
  const own = cells.map((cell) => row.find((fact) => isSameColumn(cell, fact)));
  return own.every((fact) => fact !== undefined) ? own : null;
}
