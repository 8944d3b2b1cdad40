import type { FactRow } from "../../domain/records.ts";
import type { StatementId } from "../../domain/statements.ts";
import { UNKNOWN_COLUMN } from "../../domain/unknown-column.ts";
import type { Ledger } from "../ledger.ts";
import type { Tree } from "./codes.ts";
import { at, isFunctionCode, treeOf } from "./codes.ts";

/** The columns of the tables by function or economic class, as several rules look at them. */

export interface Branch {
  readonly parent: FactRow;
  readonly children: readonly FactRow[];
}

/** The rows that a column has figures in: those of most columns are the same, in one table and the next. */
class Classes {
  readonly #cells: readonly FactRow[];
  #tree: Tree | null = null;

  constructor(cells: readonly FactRow[]) {
    this.#cells = cells;
  }

  get tree(): Tree {
    return (this.#tree ??= treeOf(this.#cells.map(({ code }) => code)));
  }

  areThoseOf(cells: readonly FactRow[]): boolean {
    const own = this.#cells;
    if (own.length !== cells.length) return false;
    for (let index = 0; index < own.length; index += 1) if (own[index]?.code !== cells[index]?.code) return false;
    return true;
  }
}

/** One column of a table: figures of one item, measure, year and printed header. */
export class Column {
  /** The figures with a code, in printed order. */
  readonly cells: readonly FactRow[];
  readonly #classes: Classes;
  /** Codes with a figure of no known column, which may be of this one. */
  readonly #lost: ReadonlySet<string>;

  constructor(cells: readonly FactRow[], classes: Classes, lost: ReadonlySet<string>) {
    this.cells = cells;
    this.#classes = classes;
    this.#lost = lost;
  }

  /** Every figure with those of the codes next below its own. */
  get branches(): readonly Branch[] {
    const { cells } = this;
    const branches: Branch[] = [];
    for (const { parent, children } of this.#classes.tree.branches) {
      const fact = cells[parent];
      if (fact !== undefined && this.#isComplete(fact.code ?? ""))
        branches.push({ parent: fact, children: at(cells, children) });
    }
    return branches;
  }

  /** The figures whose code stands below no other; none where one may be missing among them. */
  get tops(): readonly FactRow[] {
    return this.#isComplete("") ? at(this.cells, this.#classes.tree.tops) : [];
  }

  /** Whether every class below a code that the table prints has its figure in this column. */
  #isComplete(code: string): boolean {
    if (this.#lost.size === 0) return true;
    const own = new Set(this.cells.map((fact) => fact.code));
    for (const lost of this.#lost) if (lost !== code && lost.startsWith(code) && !own.has(lost)) return false;
    return true;
  }
}

/** The columns of a statement, in order of their first figure with a code. */
export function columnsOf(ledger: Ledger, statement: StatementId): readonly Column[] {
  return ledger.derivedFor(columnsFrom, statement);
}

function columnsFrom(ledger: Ledger, statement: StatementId): readonly Column[] {
  return divided(ledger, ledger.ofStatement(statement));
}

/** The same with figures of function classes only, in order of their first one. */
export function functionColumnsOf(ledger: Ledger, statement: StatementId): readonly Column[] {
  const columns = columnsOf(ledger, statement);
  const isFunction = (fact: FactRow) => isFunctionCode(fact.code);
  if (columns.every(({ cells }) => cells.every(isFunction))) return columns;
  return divided(ledger, ledger.ofStatement(statement).filter(isFunction));
}

/** A column under way, and the one that followed it when a figure of it was last met. */
interface Found {
  readonly cells: FactRow[];
  readonly first: FactRow;
  next: Found | null;
}

function divided(ledger: Ledger, facts: readonly FactRow[]): Column[] {
  const columns = new Map<string, Found>();
  const lost = new Set<string>();
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
    // What may stand in any column adds up to nothing.
    if (fact.item === null && fact.column_label.includes(UNKNOWN_COLUMN)) {
      lost.add(fact.code);
      continue;
    }
    // Rows repeat their columns: the one that came next in the row above is tried before a name is made.
    const guess: Found | null = last === null ? null : last.next;
    const column: Found = guess !== null && isSameColumn(guess.first, fact) ? guess : named(fact);
    if (last !== null) last.next = column;
    column.cells.push(fact);
    last = column;
  }
  const known = ledger.derived(noClassesYet);
  return [...columns.values()].map(({ cells }) => {
    let classes = known.find((one) => one.areThoseOf(cells));
    if (classes === undefined) known.push((classes = new Classes(cells)));
    return new Column(cells, classes, lost);
  });
}

const noClassesYet = (): Classes[] => [];

function isSameColumn(one: FactRow, other: FactRow): boolean {
  return (
    one.item === other.item &&
    one.measure === other.measure &&
    one.fiscal_year === other.fiscal_year &&
    one.column_label === other.column_label
  );
}
