import { Decimal } from "../../domain/decimal.ts";
import type { ItemId } from "../../domain/items.ts";
import type { StatementId } from "../../domain/statements.ts";
import { figureOf } from "./cells.ts";
import type { TableColumn } from "./columns.ts";
import type { Entry } from "./parsed-table.ts";

/** Standard orders of the outline in which the first column is the sum of the marked others. */
interface Order {
  readonly items: readonly ItemId[];
  /** Positions whose sum is the first column. */
  readonly parts: readonly number[];
}

const SPENDING: readonly Order[] = [
  { items: ["expenditure.total", "expenditure.basic", "expenditure.project"], parts: [1, 2] },
  {
    items: [
      "expenditure.total",
      "expenditure.basic",
      "expenditure.personnel",
      "expenditure.operating",
      "expenditure.project",
    ],
    parts: [1, 4],
  },
  {
    items: [
      "expenditure.total",
      "expenditure.basic",
      "expenditure.project",
      "expenditure.remitted_superior",
      "expenditure.business",
      "expenditure.affiliated_subsidy",
    ],
    parts: [1, 2, 3, 4, 5],
  },
  {
    items: [
      "expenditure.total",
      "expenditure.basic",
      "expenditure.personnel",
      "expenditure.operating",
      "expenditure.project",
      "expenditure.remitted_superior",
      "expenditure.business",
      "expenditure.affiliated_subsidy",
    ],
    parts: [1, 4, 5, 6, 7],
  },
];

const EARNING: readonly Order[] = [
  {
    items: [
      "income.total",
      "income.fiscal",
      "income.superior_subsidy",
      "income.operations",
      "income.business",
      "income.affiliated_remittance",
      "income.other",
    ],
    parts: [1, 2, 3, 4, 5, 6],
  },
];

const ORDERS: Partial<Record<StatementId, readonly Order[]>> = {
  income: EARNING,
  expenditure: SPENDING,
  general_budget_expenditure: SPENDING,
};

/** A single wrong figure breaks one row, and is no reason to lose what all the others say. */
const ROWS_TO_ONE_BROKEN = 4;

/**
 * The meaning of columns whose printed header is damaged (two columns say the same, or one says
 * nothing): the outline's order of that many columns, if the sum holds in the rows that print all
 * their figures, but for a misprint. Null when the outline has no such order or the figures do not confirm it.
 */
export function recoverColumns(
  statement: StatementId | null,
  columns: readonly TableColumn[],
  entries: readonly Entry[],
): readonly ItemId[] | null {
  const orders = statement === null ? [] : (ORDERS[statement] ?? []);
  const order = orders.find((candidate) => candidate.items.length === columns.length);
  if (order === undefined) return null;
  let confirmed = 0;
  let broken = 0;
  for (const entry of entries) {
    const figures = columns.map((column) => {
      const cell = entry.row.cells[column.index];
      return cell === undefined ? null : figureOf(cell, "万元");
    });
    const [total] = figures;
    const parts = order.parts.map((position) => figures[position] ?? null);
    if (total === null || total === undefined || parts.some((part) => part === null)) continue;
    const sum = parts.reduce((running, part) => running.plus(part?.value ?? Decimal.zero), Decimal.zero);
    const tolerance = total.precision.times(Decimal.of(parts.length));
    if (sum.minus(total.value).abs().gt(tolerance)) broken += 1;
    else confirmed += 1;
  }
  return confirmed >= 2 && broken * ROWS_TO_ONE_BROKEN <= confirmed ? order.items : null;
}
