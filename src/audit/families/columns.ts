import type { FactRow } from "../../domain/records.ts";
import type { StatementId } from "../../domain/statements.ts";
import type { Ledger } from "../ledger.ts";
import type { Branch } from "./codes.ts";
import { branchesOf, byCode, isFunctionCode, topsOf } from "./codes.ts";

/** The columns of the tables by function or economic class, as several rules look at them. */

/** One column of a table: figures of one item, measure, year and printed header. */
export class Column {
  /** The figures with a code, in printed order. */
  readonly cells: readonly FactRow[];
  #codes: ReadonlyMap<string, FactRow> | null = null;
  #branches: readonly Branch[] | null = null;
  #tops: readonly FactRow[] | null = null;

  constructor(cells: readonly FactRow[]) {
    this.cells = cells;
  }

  /** The figures by code; a code printed twice is left out. */
  get codes(): ReadonlyMap<string, FactRow> {
    return (this.#codes ??= byCode(this.cells));
  }

  get branches(): readonly Branch[] {
    return (this.#branches ??= branchesOf(this.codes));
  }

  /** The figures whose code stands below no other. */
  get tops(): readonly FactRow[] {
    return (this.#tops ??= topsOf(this.codes));
  }
}

/** The columns of a statement, in order of their first figure with a code. */
export function columnsOf(ledger: Ledger, statement: StatementId): readonly Column[] {
  return ledger.derivedFor(columnsFrom, statement);
}

function columnsFrom(ledger: Ledger, statement: StatementId): readonly Column[] {
  return divided(ledger.find({ statement }));
}

/** The same with figures of function classes only, in order of their first one. */
export function functionColumnsOf(ledger: Ledger, statement: StatementId): readonly Column[] {
  const columns = columnsOf(ledger, statement);
  const isFunction = (fact: FactRow) => isFunctionCode(fact.code);
  if (columns.every(({ cells }) => cells.every(isFunction))) return columns;
  return divided(ledger.find({ statement }).filter(isFunction));
}

/** A column under way, and the one that followed it when a figure of it was last met. */
interface Found {
  readonly cells: FactRow[];
  readonly first: FactRow;
  next: Found | null;
}

function divided(facts: readonly FactRow[]): Column[] {
  const columns = new Map<string, Found>();
  const named = (fact: FactRow): Found => {
    const name = `${fact.item}|${fact.measure}|${fact.fiscal_year}|${fact.column_label}`;
    const known = columns.get(name);
    if (known !== undefined) return known;
    const fresh: Found = { cells: [], first: fact, next: null };
    columns.set(name, fresh);
    return fresh;
  };
  let last: Found | null = null;
  for (const fact of facts) {
    if (fact.code === null) continue;
    // Rows repeat their columns: the one that came next in the row above is tried before a name is made.
    const guess: Found | null = last === null ? null : last.next;
    const column: Found = guess !== null && isSameColumn(guess.first, fact) ? guess : named(fact);
    if (last !== null) last.next = column;
    column.cells.push(fact);
    last = column;
  }
  return [...columns.values()].map(({ cells }) => new Column(cells));
}

function isSameColumn(one: FactRow, other: FactRow): boolean {
  return (
    one.item === other.item &&
    one.measure === other.measure &&
    one.fiscal_year === other.fiscal_year &&
    one.column_label === other.column_label
  );
}
