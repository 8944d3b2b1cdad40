import type { Change, ReportFigure } from "../../compare/index.ts";
import { ITEMS } from "../../domain/items.ts";
import { classNameOf } from "../../model/class-name.ts";
import type { AgencyFiguresRow, ReportsRow } from "../../model/queries/index.ts";
import { takenOut } from "../../model/reader-rules.ts";
import type { ReaderRules, TakenOut } from "../../model/reader-rules.ts";

/** A figure in one report, as it takes part in changes. */
export interface ChangeFigure extends ReportFigure {
  readonly row: AgencyFiguresRow;
  readonly taken: TakenOut;
}

/** One item or class over the agency's reports, with the change from each report to the next. */
export interface ChangeLine {
  readonly key: string;
  readonly item: string;
  readonly code: string | null;
  readonly label: string;
  readonly unit: string;
  /** In the order of the reports; null where a report does not state it. */
  readonly figures: readonly (ChangeFigure | null)[];
  /** One less than `figures`: from each to its follower. */
  readonly changes: readonly Change[];
}

/** Items a reader follows over the years, in this order; classes come after the item they split. */
const FOLLOWED = [
  "income.total",
  "income.fiscal",
  "expenditure.total",
  "expenditure.basic",
  "expenditure.personnel",
  "expenditure.operating",
  "expenditure.project",
  "expenditure.economic",
  "expenditure.function",
  "expenditure.agency_operating",
  "three_public.total",
  "three_public.overseas",
  "three_public.vehicle",
  "three_public.reception",
  "balance.carried_out",
  "headcount.in_service",
  "headcount.retired",
  "headcount.temporary",
  "procurement.total",
];

/** Something other than zero, zero, declared empty, or not stated. */
function kindOf(figure: ChangeFigure | null): "amount" | "zero" | "empty" | "absent" {
  if (figure === null) return "absent";
  if (figure.value === null) return "empty";
  return figure.value === 0 ? "zero" : "amount";
}

/** A line that every report states alike as zero, or declares empty, tells nothing. */
function tellsSomething({ figures }: ChangeLine): boolean {
  const kinds = new Set(figures.map(kindOf));
  return kinds.has("amount") || kinds.size > 1;
}

/**
 * Rows aligned by item and code over all reports of one agency. What is 0, or declared empty, in
 * every report has no row; what one report states as 0 and another does not state has one.
 *
 * @param rules what the reader leaves in or takes out besides.
 */
export function changeLines(
  reports: readonly ReportsRow[],
  rows: readonly AgencyFiguresRow[],
  change: (earlier: ReportFigure | null, later: ReportFigure | null) => Change,
  rules: ReaderRules | null = null,
): readonly ChangeLine[] {
  if (reports.length < 2) return [];
  const lines = new Map<string, Map<string, AgencyFiguresRow>>();
  for (const row of rows) {
    if (!FOLLOWED.includes(row.item)) continue;
    const key = `${row.item} ${row.code ?? ""}`;
    const line = lines.get(key) ?? new Map<string, AgencyFiguresRow>();
    line.set(row.report_id, row);
    lines.set(key, line);
  }
  return [...lines]
    .map(([key, byReport]): ChangeLine => {
      const figures = reports.map((report): ChangeFigure | null => {
        const row = byReport.get(report.report_id);
        if (row === undefined) return null;
        const taken = takenOut(row, rules);
        return {
          row,
          taken,
          fiscal_year: report.fiscal_year,
          report_kind: report.report_kind,
          value: row.value,
          pass_through: taken.passed + taken.own,
          merged: report.merger_line !== null,
        };
      });
      const [item = "", code = ""] = key.split(" ");
      const latest = [...byReport.values()].at(-1);
      return {
        key,
        item,
        code: code === "" ? null : code,
        label: latest?.label ?? "",
        unit: latest?.unit ?? "",
        figures,
        changes: figures.slice(1).map((later, index) => change(figures[index] ?? null, later)),
      };
    })
    .filter(tellsSomething)
    .toSorted(
      (a, b) =>
        FOLLOWED.indexOf(a.item) - FOLLOWED.indexOf(b.item) ||
        Number(a.code === null) - Number(b.code === null) ||
        (a.code ?? "").localeCompare(b.code ?? ""),
    );
}

/** Name of a line: the vocabulary's for items, the printed one for classes, of which English has its own where it knows the code. */
export function lineName(line: ChangeLine): { readonly zh: string; readonly en: string } {
  const item = ITEMS.find(({ id }) => id === line.item);
  if (line.code !== null) {
    const english = classNameOf(line.code)?.en ?? line.label;
    return { zh: `${line.code} ${line.label}`, en: `${line.code} ${english}` };
  }
  return item ?? { zh: line.label, en: line.label };
}
