import { TABLES, type TableRows } from "../model/tables.ts";
import { ReportError, type AgencyDirectory } from "../report/index.ts";
import { adjustmentsOf } from "./adjustments.ts";
import { parseCsv, type CsvRecord } from "./csv.ts";
import { decodeReport } from "./decode.ts";
import { directoryOf } from "./directory.ts";
import type { CompileEffects, OutputFile } from "./effects.ts";
import { manifestOf, type Manifest, type ManifestInput, type ManifestTable } from "./manifest.ts";
import { tableToParquet } from "./parquet.ts";
import type { CompiledReport, CompileSteps } from "./steps.ts";

/** The files of a compile, as paths that `effects.read` understands. */
export interface CompileFiles {
  readonly reports: readonly string[];
  /** `agencies.csv` and `adjustments.csv`, null where there is none. */
  readonly agencies: string | null;
  readonly adjustments: string | null;
}

/** What came of a compile. Nothing was written when `manifest` is null. */
export interface CompileResult {
  readonly manifest: Manifest | null;
  /** Rows per table, by name. */
  readonly rows: Readonly<Record<string, number>>;
  /** Refused files and reference rows, each with place, reason and remedy. */
  readonly failures: readonly ReportError[];
}

const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** Code-unit order: the same everywhere, unlike a locale's. */
const byText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

interface Reference {
  readonly records: readonly CsvRecord[];
  readonly inputs: readonly ManifestInput[];
}

async function readReference(path: string | null, effects: CompileEffects): Promise<Reference> {
  if (path === null) return { records: [], inputs: [] };
  const bytes = await effects.read(path);
  const name = `reference/${nameOf(path)}`;
  return {
    records: parseCsv(decodeReport(bytes, name).text),
    inputs: [{ name, sha256: await effects.hash(bytes), report_id: null }],
  };
}

/** Reads reports one after the other and refuses the second file of one report. */
class ReportReader {
  readonly #sources = new Map<string, string>();
  readonly #directory: AgencyDirectory;
  readonly #effects: CompileEffects;
  readonly #steps: CompileSteps;

  constructor(directory: AgencyDirectory, effects: CompileEffects, steps: CompileSteps) {
    this.#directory = directory;
    this.#effects = effects;
    this.#steps = steps;
  }

  async read(path: string): Promise<CompiledReport> {
    const sourceName = nameOf(path);
    const bytes = await this.#effects.read(path);
    const read = this.#steps.readReport(decodeReport(bytes, sourceName), this.#directory);
    const { reportId, outline } = read;
    const twin = this.#sources.get(reportId);
    if (twin !== undefined) {
      throw new ReportError(
        sourceName,
        outline.titleLine,
        `this is the report ${reportId} again, which ${twin} already gave.`,
        "Leave one of the two files out.",
      );
    }
    this.#sources.set(reportId, sourceName);
    return {
      ...read,
      report: {
        report_id: reportId,
        agency_id: read.agency.agency_id,
        fiscal_year: outline.fiscalYear,
        report_kind: outline.kind,
        title: outline.title,
        published_on: outline.publishedOn,
        disclosure: outline.disclosure,
        source_name: sourceName,
        source_sha256: await this.#effects.hash(bytes),
        source_lines: read.lines.length,
      },
    };
  }
}

/** Anything thrown while reading one file, as a refusal of that file: the others go on. */
function refusalOf(error: unknown, path: string): ReportError {
  if (error instanceof ReportError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new ReportError(
    nameOf(path),
    null,
    `the compiler could not finish this file: ${reason}.`,
    "Leave the file out and report it with this message.",
  );
}

type AuditTable = "finding" | "rule" | "rule_outcome";

function rowsOf(reports: readonly CompiledReport[]): Omit<TableRows, AuditTable | "adjustment"> {
  const agencies = new Map(reports.map(({ agency }) => [agency.agency_id, agency]));
  return {
    agency: [...agencies.values()].sort((left, right) => byText(left.agency_id, right.agency_id)),
    report: reports.map(({ report }) => report),
    fact: reports.flatMap(({ facts }) => facts),
    reason: reports.flatMap(({ reasons }) => reasons),
    source_line: reports.flatMap(({ report, lines }) =>
      lines.map((line) => ({ report_id: report.report_id, line_no: line.no, text: line.text })),
    ),
  };
}

/**
 * Compiles reports to one Parquet file per table and a manifest: same inputs, same bytes.
 *
 * A file that cannot be read is refused and the others go on; with no report at all nothing is
 * written. Never throws for bad input; rejects when an effect fails.
 */
export async function compile(
  files: CompileFiles,
  effects: CompileEffects,
  steps: CompileSteps,
): Promise<CompileResult> {
  const agencies = await readReference(files.agencies, effects);
  const adjustments = await readReference(files.adjustments, effects);
  const known = directoryOf(agencies.records, "reference/agencies.csv");
  const reader = new ReportReader(known.directory, effects, steps);
  const reports: CompiledReport[] = [];
  const failures: ReportError[] = [...known.errors];
  const paths = [...new Set(files.reports)].sort(byText);
  for (const [index, path] of paths.entries()) {
    const place = { path, index, of: paths.length };
    try {
      const report = await reader.read(path);
      reports.push(report);
      const { reportId, facts, refused } = report;
      const leftOut = refused.filter((fact) => fact.reason === "out_of_range");
      effects.progress({ kind: "compiled", ...place, reportId, facts: facts.length, leftOut });
    } catch (error) {
      const failure = refusalOf(error, path);
      failures.push(failure);
      effects.progress({ kind: "refused", ...place, message: failure.message });
    }
  }
  if (reports.length === 0) return { manifest: null, rows: {}, failures };
  reports.sort((left, right) => byText(left.report.report_id, right.report.report_id));
  const passThrough = adjustmentsOf(adjustments.records, "reference/adjustments.csv", reports);
  failures.push(...passThrough.errors);
  const { findings, sheet, rules } = steps.audit(reports);
  const rows: TableRows = {
    ...rowsOf(reports),
    finding: [...findings],
    rule: [...rules],
    rule_outcome: [...sheet],
    adjustment: passThrough.rows,
  };
  const inputs: ManifestInput[] = [
    ...rows.report.map(({ source_name, source_sha256, report_id }) => ({
      name: source_name,
      sha256: source_sha256,
      report_id,
    })),
    ...agencies.inputs,
    ...adjustments.inputs,
  ];
  const { outputs, tables } = await encode(rows, effects);
  const manifest = await manifestOf(inputs, tables, (bytes) => effects.hash(bytes));
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  await effects.write([...outputs, { name: "manifest.json", bytes: new TextEncoder().encode(text) }]);
  return { manifest, rows: Object.fromEntries(tables.map((table) => [table.name, table.rows])), failures };
}

async function encode(
  rows: TableRows,
  effects: CompileEffects,
): Promise<{ outputs: OutputFile[]; tables: ManifestTable[] }> {
  const outputs: OutputFile[] = [];
  const tables: ManifestTable[] = [];
  for (const table of TABLES) {
    const file = `${table.name}.parquet`;
    const bytes = tableToParquet(table, rows[table.name]);
    outputs.push({ name: file, bytes });
    tables.push({
      name: table.name,
      file,
      rows: rows[table.name].length,
      bytes: bytes.length,
      sha256: await effects.hash(bytes),
    });
  }
  return { outputs, tables };
}
