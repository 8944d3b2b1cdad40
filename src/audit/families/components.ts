import { EXPENDITURE_KINDS, type ItemId } from "../../domain/items.ts";
import type { FactRow } from "../../domain/records.ts";
import type { ReportKind } from "../../domain/statements.ts";
import type { Ledger } from "../ledger.ts";
import { cellsOf } from "./footing.ts";

/** Which columns of a table row make its total. */

export function expenditureComponents(row: readonly FactRow[]): FactRow[] | null {
  return cellsOf(row, EXPENDITURE_KINDS);
}

const WITH_CARRIED_IN: readonly ItemId[] = [...EXPENDITURE_KINDS, "balance.carried_in"];

/** A budget's total has in it what was carried in, where a column of its own says how much: 上年结转安排. */
export function generalBudgetComponents(row: readonly FactRow[], { report }: Ledger): FactRow[] | null {
  return cellsOf(row, report.report_kind === "budget" ? WITH_CARRIED_IN : EXPENDITURE_KINDS);
}

const APPROPRIATIONS: readonly ItemId[] = ["income.general_budget", "income.government_fund", "income.state_capital"];
const OTHER_INCOME: readonly ItemId[] = [
  "income.fiscal_account",
  "income.superior_subsidy",
  "income.operations",
  "income.business",
  "income.affiliated_remittance",
  "income.other",
];
const BALANCES: readonly ItemId[] = ["balance.carried_in", "balance.used_non_fiscal"];

/**
 * Sources of income. 财政拨款收入 stands for its three funds where it is printed. A budget's 总计
 * column includes what is carried in; 本年收入合计 does not.
 */
export function incomeComponents(row: readonly FactRow[], ledger: Ledger): FactRow[] | null {
  const { whole, funds } = SOURCES[ledger.report.report_kind];
  return cellsOf(row, row.some((fact) => fact.item === "income.fiscal") ? whole : funds);
}

/** By kind of report: the sources where 财政拨款收入 is printed, and where its funds alone are. */
const SOURCES: Readonly<Record<ReportKind, { readonly whole: readonly ItemId[]; readonly funds: readonly ItemId[] }>> =
  {
    final: { whole: ["income.fiscal", ...OTHER_INCOME], funds: [...APPROPRIATIONS, ...OTHER_INCOME] },
    budget: {
      whole: ["income.fiscal", ...OTHER_INCOME, ...BALANCES],
      funds: [...APPROPRIATIONS, ...OTHER_INCOME, ...BALANCES],
    },
  };
