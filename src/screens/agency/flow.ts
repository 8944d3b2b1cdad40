import type { ItemId } from "../../domain/items.ts";
import type { AgencyFiguresRow } from "../../model/queries/index.ts";

/** One part of income or expenditure. */
export interface FlowPart {
  readonly key: string;
  readonly row: AgencyFiguresRow;
  /** Share of the whole, %; null where the parts do not make up the whole. */
  readonly share: number | null;
}

/** A side of the account: its parts and their whole. */
export interface FlowSide {
  readonly parts: readonly FlowPart[];
  readonly total: AgencyFiguresRow | null;
  /** Whole less the stated parts, 万元; null without a whole. */
  readonly rest: number | null;
}

const INCOME = [
  "income.fiscal",
  "income.fiscal_account",
  "income.superior_subsidy",
  "income.operations",
  "income.business",
  "income.affiliated_remittance",
  "income.other",
  "balance.used_non_fiscal",
  "balance.carried_in",
] as const satisfies readonly ItemId[];
const EXPENDITURE = [
  "expenditure.personnel",
  "expenditure.operating",
  "expenditure.project",
  "expenditure.remitted_superior",
  "expenditure.business",
  "expenditure.affiliated_subsidy",
  "balance.surplus_distribution",
  "balance.carried_out",
] as const satisfies readonly ItemId[];

/** Parts may miss their whole by so much and still make it up, 万元: printed cents add up. */
const ROUNDING = 0.05;

/**
 * Where the money comes from and where it goes, up to 总计; zeros are left out. Where a report prints no
 * 总计, up to the sum of the year, if that is what the listed parts make up or if there are none.
 */
export function flowOf(figures: ReadonlyMap<string, AgencyFiguresRow>): {
  readonly income: FlowSide;
  readonly expenditure: FlowSide;
} {
  return {
    income: side(figures, INCOME, "income.grand_total", "income.total"),
    expenditure: side(figures, EXPENDITURE, "expenditure.grand_total", "expenditure.total"),
  };
}

function side(
  figures: ReadonlyMap<string, AgencyFiguresRow>,
  items: readonly ItemId[],
  whole: ItemId,
  ofYear: ItemId,
): FlowSide {
  const rows = items.flatMap((item) => figures.get(item) ?? []).filter((row) => (row.value ?? 0) !== 0);
  const sum = rows.reduce((all, row) => all + (row.value ?? 0), 0);
  const year = figures.get(ofYear);
  const isOfYear = rows.length === 0 || Math.abs((year?.value ?? NaN) - sum) <= ROUNDING;
  const total = figures.get(whole) ?? (isOfYear ? year : undefined) ?? null;
  const rest = total === null || total.value === null ? null : total.value - sum;
  const isWhole = rest !== null && Math.abs(rest) <= ROUNDING;
  return {
    total,
    rest: rest === null || isWhole ? null : rest,
    parts: rows.map((row) => ({
      key: row.item,
      row,
      share: isWhole && total?.value ? (100 * (row.value ?? 0)) / total.value : null,
    })),
  };
}
