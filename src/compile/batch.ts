import { TABLES, type TableRows } from "../model/tables.ts";
import { adjustmentsOf } from "./adjustments.ts";
import type { CsvRecord } from "./csv.ts";
import type { ManifestInput } from "./manifest.ts";
import { encodeRows, type EncodedRows } from "./parquet.ts";
import type { ReadFile, Refusal, Refused } from "./source.ts";
import { refusalOf } from "./source.ts";
import type { CompiledReport, CompileSteps } from "./steps.ts";

/** Tables that grow with every report; the others stay small. */
export type BatchTable = Exclude<keyof TableRows, "agency" | "rule">;

const SMALL: ReadonlySet<string> = new Set(["agency", "rule", "adjustment", "report"]);

/** Whether a large collection keeps a table in one file per fiscal year. */
export function isDivided(table: string): boolean {
  return !SMALL.has(table);
}

/** Rows of one table, and the fiscal year of the reports they are of where the table is divided. */
export interface BatchPart {
  readonly table: BatchTable;
  readonly year: number | null;
  readonly encoded: EncodedRows;
}

/** The reports of some agencies, audited and encoded. */
export interface BatchOutcome {
  readonly parts: readonly BatchPart[];
  readonly inputs: readonly ManifestInput[];
  readonly read: readonly ReadFile[];
  /** Files that turned out unreadable, and reference rows that do not fit. */
  readonly refused: readonly Refused[];
  readonly refusals: readonly Refusal[];
}

function rowsOf(
  reports: readonly CompiledReport[],
  audited: ReturnType<CompileSteps["audit"]>,
  adjustment: TableRows["adjustment"],
): Pick<TableRows, BatchTable> {
  return {
    report: reports.map(({ report }) => report),
    fact: reports.flatMap(({ facts }) => facts),
    reason: reports.flatMap(({ reasons }) => reasons),
    finding: [...audited.findings],
    rule_outcome: [...audited.sheet],
    adjustment,
    source_line: reports.flatMap(({ report, lines }) =>
      lines.map((line) => ({ report_id: report.report_id, line_no: line.no, text: line.text })),
    ),
  };
}

/** A table's rows by the fiscal year of their report; the rows of a report stand together. */
function byYear<Row extends { report_id: string }>(
  rows: readonly Row[],
  years: ReadonlyMap<string, number>,
): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  let reportId = "";
  let group: Row[] = [];
  for (const row of rows) {
    if (row.report_id !== reportId) {
      reportId = row.report_id;
      const year = years.get(reportId) ?? 0;
      group = groups.get(year) ?? [];
      groups.set(year, group);
    }
    group.push(row);
  }
  return groups;
}

/**
 * Audits and encodes reports, all those of their agencies.
 *
 * @param reports in the order of the output.
 * @param divided whether large tables go into one file per fiscal year.
 */
export function compileBatch(
  reports: readonly CompiledReport[],
  adjustments: readonly CsvRecord[],
  steps: CompileSteps,
  divided: boolean,
): Pick<BatchOutcome, "parts" | "inputs" | "refusals"> {
  const { rows: adjustment, errors } = adjustmentsOf(adjustments, "reference/adjustments.csv", reports);
  const rows = rowsOf(reports, steps.audit(reports), adjustment);
  const years = new Map(reports.map(({ report }) => [report.report_id, report.fiscal_year]));
  const parts: BatchPart[] = [];
  for (const table of TABLES) {
    if (table.name === "agency" || table.name === "rule") continue;
    const { name } = table;
    const list: readonly { report_id: string }[] = rows[name];
    if (divided && isDivided(name)) {
      for (const [year, ofYear] of byYear(list, years)) {
        parts.push({ table: name, year, encoded: encodeRows(table, ofYear) });
      }
    } else if (list.length > 0) {
      parts.push({ table: name, year: null, encoded: encodeRows(table, list) });
    }
  }
  return {
    parts,
    inputs: rows.report.map(({ source_name, source_sha256, report_id }) => ({
      name: source_name,
      sha256: source_sha256,
      report_id,
    })),
    refusals: errors.map((error) => refusalOf(error, error.sourceName)),
  };
}
