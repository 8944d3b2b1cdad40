import { tableOf, type TableRows } from "../model/tables.ts";
import { adjustmentsOf } from "./adjustments.ts";
import type { CsvRecord } from "./csv.ts";
import type { ManifestInput } from "./manifest.ts";
import { RowsBuilder, type EncodedRows, type Sources } from "./rows-builder.ts";
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
 * Audits and encodes the reports of some agencies at a time: of their rows nothing but their encoded
 * columns is left when the next ones are made. Serves one batch after the other.
 */
export class BatchBuilder {
  readonly #steps: CompileSteps;
  readonly #adjustments: readonly CsvRecord[];
  /** By table and fiscal year, null where a table is not divided. */
  readonly #builders = new Map<BatchTable, Map<number | null, RowsBuilder>>();
  #inputs: ManifestInput[] = [];
  #refusals: Refusal[] = [];

  constructor(steps: CompileSteps, adjustments: readonly CsvRecord[]) {
    this.#steps = steps;
    this.#adjustments = adjustments;
  }

  /**
   * @param agencies of each all reports, in the order of the output. All are audited and then all encoded: what one
   * step needs of the machine's caches stays there.
   * @param divided whether large tables go into one file per fiscal year.
   * @throws RangeError when a row does not fit its table; nothing more can be added then.
   */
  add(agencies: readonly (readonly CompiledReport[])[], divided: boolean): void {
    const reports = agencies.flat();
    const { findings, sheet } = this.#steps.audit(reports);
    const append = (name: BatchTable, year: number, rows: readonly object[], sources?: Sources): void => {
      if (rows.length > 0) this.#builderOf(name, divided && isDivided(name) ? year : null).append(rows, sources);
    };
    const years = new Map<string, number>();
    for (const { report, facts, reasons, lines } of reports) {
      const { report_id: id, fiscal_year: year, source_name: name, source_sha256: sha256 } = report;
      years.set(id, year);
      append("report", year, [report]);
      append("fact", year, facts);
      append("reason", year, reasons);
      append("source_line", year, lines, { report_id: { all: id }, line_no: { field: "no" } });
      this.#inputs.push({ name, sha256, report_id: id });
    }
    const appendAll = <Row extends { report_id: string }>(name: BatchTable, rows: readonly Row[]): void => {
      if (!divided || !isDivided(name)) append(name, 0, rows);
      else for (const [year, ofYear] of byYear(rows, years)) append(name, year, ofYear);
    };
    appendAll("finding", findings);
    appendAll("rule_outcome", sheet);
    for (const ofAgency of agencies) {
      const { rows, errors } = adjustmentsOf(this.#adjustments, "reference/adjustments.csv", ofAgency);
      appendAll("adjustment", rows);
      this.#refusals.push(...errors.map((error) => refusalOf(error, error.sourceName)));
    }
  }

  /** What was added since the last time. */
  take(): Pick<BatchOutcome, "parts" | "inputs" | "refusals"> {
    const parts = [...this.#builders].flatMap(([table, ofTable]) =>
      [...ofTable].flatMap(([year, builder]) => (builder.rows === 0 ? [] : [{ table, year, encoded: builder.take() }])),
    );
    const outcome = { parts, inputs: this.#inputs, refusals: this.#refusals };
    this.#inputs = [];
    this.#refusals = [];
    return outcome;
  }

  #builderOf(name: BatchTable, year: number | null): RowsBuilder {
    let ofTable = this.#builders.get(name);
    if (ofTable === undefined) this.#builders.set(name, (ofTable = new Map()));
    let builder = ofTable.get(year);
    if (builder === undefined) ofTable.set(year, (builder = new RowsBuilder(tableOf(name))));
    return builder;
  }
}
