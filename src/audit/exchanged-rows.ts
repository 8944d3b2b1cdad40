import type { Decimal } from "../domain/decimal.ts";
import type { FactRow } from "../domain/records.ts";
import type { Identities } from "./suspect.ts";
import { factsOf } from "./suspect.ts";
import type { Corrections } from "./tolerance.ts";
import { balance, valueOf } from "./tolerance.ts";
import type { Equation, Trouble } from "./types.ts";

/** Two neighbouring rows of a table that stand beside each other's figures. */
export interface ExchangedRows {
  /** The figures that differ, column by column: the upper row's and the lower row's. */
  readonly pairs: readonly (readonly [FactRow, FactRow])[];
  /** Broken identities that hold when the rows are turned back. */
  readonly mended: readonly Equation[];
  /** Other failed checks that hold then. */
  readonly agreeing: readonly Trouble[];
  /** The same two classes in another table, whose exchange would explain as much. */
  readonly orElse: readonly [FactRow, FactRow] | null;
}

/** A row of a table: its figures by column. */
interface Row {
  readonly first: FactRow;
  readonly cells: Map<string, FactRow>;
}

/** A report that breaks more identities than this was misread or is scrambled. */
const MOST_BROKEN = 120;
/** One sum alone can be mended by chance. */
const LEAST_MENDED = 2;

/**
 * The neighbouring rows whose exchange mends most broken identities and breaks none. Null where
 * there are none: nearly always, so that rows are gathered for reports with two broken identities only.
 *
 * @param replaced corrections already accepted.
 */
export function exchangedRows(identities: Identities, replaced: Corrections): ExchangedRows | null {
  const { weak, holding, others, healed } = identities;
  const broken = identities.broken.filter((equation) => !weak.has(equation));
  if (broken.length < LEAST_MENDED || broken.length > MOST_BROKEN) return null;
  const accused = new Set(broken.flatMap(factsOf).filter(({ origin }) => origin === "table"));
  if (!mayBeExchanged(broken, accused, replaced)) return null;
  const sound = holding();
  const pairs = neighboursOf([...broken, ...sound], accused, replaced);
  if (pairs.length === 0) return null;
  const cells = new Set(pairs.flatMap((rows) => rows.flatMap((row) => [...row.cells.values()])));
  const brokenAt = byFact(broken, cells);
  const soundAt = byFact(sound, cells);
  const tried = pairs.flatMap((rows) => {
    const differing = differingCells(rows);
    const corrected = new Map<FactRow, Decimal>(replaced);
    for (const [upper, lower] of differing) corrected.set(upper, valueOf(lower)).set(lower, valueOf(upper));
    const facts = differing.flat();
    const touching = (index: ReadonlyMap<FactRow, readonly Equation[]>) => [
      ...new Set(facts.flatMap((fact) => index.get(fact) ?? [])),
    ];
    const holds = (equation: Equation) => balance(equation, corrected).verdict !== "failed";
    const mended = touching(brokenAt).filter(holds);
    if (mended.length < LEAST_MENDED || !bothAccused(mended, differing)) return [];
    if (!touching(soundAt).every(holds)) return [];
    const touched = others.filter((check) => check.facts.some((fact) => facts.includes(fact)));
    return [{ pairs: differing, mended, agreeing: touched.length === 0 ? [] : healed(touched, corrected) }];
  });
  const [best, second] = tried.toSorted((a, b) => scoreOf(b) - scoreOf(a));
  if (best === undefined) return null;
  const isEqual = second !== undefined && scoreOf(second) === scoreOf(best) && sharesAll(second.mended, best.mended);
  return { ...best, orElse: isEqual ? (second.pairs[0] ?? null) : null };
}

/**
 * Whether two accused rows that follow each other differ by just what an identity is off: a quick look
 * before the rows of whole tables are gathered, which may say yes too often.
 */
function mayBeExchanged(broken: readonly Equation[], accused: ReadonlySet<FactRow>, replaced: Corrections): boolean {
  const off = new Set(broken.map((equation) => balance(equation, replaced).difference.abs().toFixed()));
  return neighboursOf(broken, accused, replaced).some((rows) =>
    differingCells(rows).some(([upper, lower]) => off.has(valueOf(upper).minus(valueOf(lower)).abs().toFixed())),
  );
}

function scoreOf({ mended, agreeing }: Pick<ExchangedRows, "mended" | "agreeing">): number {
  return mended.length + agreeing.length;
}

function sharesAll(one: readonly Equation[], other: readonly Equation[]): boolean {
  return one.length === other.length && one.every((equation) => other.includes(equation));
}

/** Whether what is mended speaks of both rows: one wrong figure is no exchange. */
function bothAccused(mended: readonly Equation[], pairs: ExchangedRows["pairs"]): boolean {
  const facts = new Set(mended.flatMap(factsOf));
  return pairs.some(([upper]) => facts.has(upper)) && pairs.some(([, lower]) => facts.has(lower));
}

function differingCells([upper, lower]: readonly [Row, Row]): (readonly [FactRow, FactRow])[] {
  return [...upper.cells].flatMap(([column, fact]) => {
    const other = lower.cells.get(column);
    return other === undefined || other.value === fact.value ? [] : [[fact, other] as const];
  });
}

/** Rows that follow each other in a table, one of them accused, and that differ in a column of theirs. */
function neighboursOf(
  equations: readonly Equation[],
  accused: ReadonlySet<FactRow>,
  replaced: Corrections,
): (readonly [Row, Row])[] {
  const statements = new Set([...accused].map(({ statement }) => statement));
  const tables = new Map<string, Map<string, Row>>();
  const seen = new Set<FactRow>();
  const add = (fact: FactRow) => {
    if (seen.has(fact) || fact.origin !== "table" || !statements.has(fact.statement) || replaced.has(fact)) return;
    seen.add(fact);
    const table = `${fact.statement}|${fact.code === null ? "" : "coded"}`;
    let rows = tables.get(table);
    if (rows === undefined) tables.set(table, (rows = new Map()));
    const name = fact.code ?? fact.label;
    const row = rows.get(name);
    if (row === undefined) rows.set(name, { first: fact, cells: new Map([[columnOf(fact), fact]]) });
    else row.cells.set(columnOf(fact), fact);
  };
  for (const { left, right, minus } of equations) {
    left.forEach(add);
    right.forEach(add);
    minus?.forEach(add);
  }
  const isAccused = ({ cells }: Row) => [...cells.values()].some((fact) => accused.has(fact));
  return [...tables.values()].flatMap(blocksOf).flatMap((rows) =>
    rows.flatMap((upper, index) => {
      const lower = rows[index + 1];
      if (lower === undefined || !(isAccused(upper) || isAccused(lower))) return [];
      const pair = [upper, lower] as const;
      return differingCells(pair).length === 0 ? [] : [pair];
    }),
  );
}

/** The rows of a table from top to bottom, block by block where several stand side by side. */
function blocksOf(rows: ReadonlyMap<string, Row>): Row[][] {
  const ordered = [...rows.values()].sort(
    (a, b) => a.first.source_line - b.first.source_line || a.first.source_from - b.first.source_from,
  );
  const blocks: Row[][] = [];
  let line = -1;
  let block = 0;
  for (const row of ordered) {
    block = row.first.source_line === line ? block + 1 : 0;
    line = row.first.source_line;
    (blocks[block] ??= []).push(row);
  }
  return blocks;
}

/** The figures that are turned, in columns that both rows have: of rows with a code by item, of others by header. */
function columnOf({ code, item, measure, fiscal_year, column_label }: FactRow): string {
  return `${code === null ? "" : item}|${measure}|${fiscal_year}|${column_label}`;
}

/** Identities by the cells they hold, of some cells. */
function byFact(
  equations: readonly Equation[],
  cells: ReadonlySet<FactRow>,
): ReadonlyMap<FactRow, readonly Equation[]> {
  const index = new Map<FactRow, Equation[]>();
  for (const equation of equations) {
    for (const fact of factsOf(equation)) {
      if (!cells.has(fact)) continue;
      const known = index.get(fact);
      if (known === undefined) index.set(fact, [equation]);
      else known.push(equation);
    }
  }
  return index;
}
