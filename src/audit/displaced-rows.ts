import type { FactRow } from "../domain/records.ts";
import type { StatementId } from "../domain/statements.ts";
import { displacedClassesOf } from "./displaced-classes.ts";
import { ownCodes } from "./families/codes.ts";
import { columnsOf } from "./families/columns.ts";
import type { Ledger } from "./ledger.ts";
import { balance, valueOf } from "./tolerance.ts";

/** Rows of a table that print the figures of other rows: names and figures slid against each other. */
export interface DisplacedRows {
  /** The first figure that stands beside a wrong name, and where the same figure stands rightly. */
  readonly first: FactRow;
  readonly witness: FactRow;
  /** All figures of the rows that slid: none of them is sure to be its row's own. */
  readonly facts: readonly FactRow[];
  /** All figures that cannot be judged further: those, and the ones that are added up with them. */
  readonly withdrawn: readonly FactRow[];
  /** How many rows print the figure of another row. */
  readonly count: number;
}

type OwnCodes = ReturnType<typeof ownCodes>;

/** Two tables of the same classes: what slid in one stands rightly in the other. */
const PAIRS: readonly (readonly [StatementId, StatementId])[] = [
  ["general_budget_expenditure", "expenditure"],
  ["expenditure", "general_budget_expenditure"],
];

/** Fewer rows than this may print another row's figure by chance. */
const LEAST_ROWS = 5;

/** The rows of the tables that slid against their figures, table by table; none in nearly every report. */
export function displacedRowsOf(ledger: Ledger): readonly DisplacedRows[] {
  const found = displacedClassesOf(ledger);
  for (const [table, other] of PAIRS) {
    const rows = displaced(ledger, table, other);
    if (rows !== null) return [rows, ...found];
  }
  return found;
}

function codesOf(ledger: Ledger, statement: StatementId): OwnCodes {
  return ownCodes(ledger, statement, "expenditure.function");
}

function displaced(ledger: Ledger, table: StatementId, other: StatementId): DisplacedRows | null {
  const own = codesOf(ledger, table);
  const right = codesOf(ledger, other);
  const unlike = [...own].filter(([code, fact]) => right.get(code)?.value !== fact.value);
  if (unlike.length < LEAST_ROWS) return null;
  for (const upwards of [true, false]) {
    const moved = movedRows(unlike, right, upwards);
    const [start] = moved;
    if (start === undefined || moved.length < LEAST_ROWS || moved.length * 2 < unlike.length) continue;
    // The table whose classes no longer add up is the one that slid.
    if (brokenSums(ledger, table) <= brokenSums(ledger, other)) continue;
    const [first, witness] = start;
    const withdrawn = ledger.find({ statement: table });
    const facts = withdrawn.filter((fact) => fact.source_line >= first.source_line);
    return { first, witness, facts, withdrawn, count: moved.length };
  }
  return null;
}

/** Rows that print the figure of a row further down (or up) in the other table, one after the other. */
function movedRows(
  unlike: readonly (readonly [string, FactRow])[],
  right: OwnCodes,
  upwards: boolean,
): (readonly [FactRow, FactRow])[] {
  const order = upwards ? [...right] : [...right].reverse();
  const rows = upwards ? unlike : unlike.toReversed();
  const placeOf = new Map(order.map(([code], index) => [code, index]));
  const moved: (readonly [FactRow, FactRow])[] = [];
  let last = -1;
  for (const [code, fact] of rows) {
    const place = placeOf.get(code);
    if (place === undefined || valueOf(fact).isZero()) continue;
    const at = order.findIndex(([, { value }], index) => index > Math.max(place, last) && value === fact.value);
    const found = order[at]?.[1];
    if (found === undefined) continue;
    moved.push([fact, found]);
    last = at;
  }
  return upwards ? moved : moved.reverse();
}

function brokenSums(ledger: Ledger, table: StatementId): number {
  return columnsOf(ledger, table)
    .flatMap(({ branches }) => branches)
    .filter(({ parent, children }) => balance({ left: [parent], right: children }).verdict === "failed").length;
}

/** The figures without those of slid rows: a slide is told once and not by every sum that it breaks. */
export function withoutDisplaced(ledger: Ledger, displaced: readonly DisplacedRows[]): readonly FactRow[] {
  const slid = new Set(displaced.flatMap(({ withdrawn }) => withdrawn.map((fact) => fact.fact_id)));
  return ledger.source.facts.filter((fact) => !slid.has(fact.fact_id));
}
