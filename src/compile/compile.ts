import type { AgencyRow } from "../domain/records.ts";
import type { ReportError } from "../report/index.ts";
import { SoloCrew, type Crew, type CrewReference, type Identified } from "./crew.ts";
import { parseCsv, type CsvRecord } from "./csv.ts";
import { decodeReport } from "./decode.ts";
import { directoryOf } from "./directory.ts";
import type { CompileEffects } from "./effects.ts";
import { manifestOf, type Manifest, type ManifestInput } from "./manifest.ts";
import { batchesOf, isLarge } from "./plan.ts";
import { errorOf, nameOf, type ReadFile, type Refusal } from "./source.ts";
import type { CompileSteps } from "./steps.ts";
import { TablesOutput } from "./tables-output.ts";

/** The files of a compile, as paths that `effects.read` understands. */
export interface CompileFiles {
  readonly reports: readonly string[];
  /** `agencies.csv` and `adjustments.csv`, null where there is none. */
  readonly agencies: string | null;
  readonly adjustments: string | null;
}

export interface CompileOptions {
  /** Of two files for one report the one named later counts; by default the second is refused. */
  readonly replace?: boolean;
  /** Who does the work; by default this thread. */
  readonly crew?: (reference: CrewReference) => Promise<Crew>;
}

/** What came of a compile. Nothing was written when `manifest` is null. */
export interface CompileResult {
  readonly manifest: Manifest | null;
  /** Rows per table, by name. */
  readonly rows: Readonly<Record<string, number>>;
  /** Refused files and reference rows, each with place, reason and remedy. */
  readonly failures: readonly ReportError[];
  /** Reports that an earlier compile had read already. */
  readonly reused: number;
}

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

/** Tells of files as they are done and gathers what was refused. */
class Account {
  readonly failures: ReportError[] = [];
  reused = 0;
  #told = 0;
  readonly #effects: CompileEffects;
  readonly #of: number;

  constructor(effects: CompileEffects, of: number) {
    this.#effects = effects;
    this.#of = of;
  }

  compiled(read: ReadFile): void {
    if (read.reused) this.reused += 1;
    this.#effects.progress({ kind: "compiled", ...read, ...this.#place() });
  }

  refused(path: string, refusal: Refusal): void {
    const failure = errorOf(refusal);
    this.failures.push(failure);
    this.#effects.progress({ kind: "refused", path, message: failure.message, ...this.#place() });
  }

  identified(path: string, index: number): void {
    this.#effects.progress({ kind: "identified", path, index, of: this.#of });
  }

  replaced(path: string, by: string): void {
    this.#effects.progress({ kind: "replaced", path, by, index: Math.max(0, this.#told - 1), of: this.#of });
  }

  #place() {
    const index = this.#told;
    this.#told += 1;
    return { index, of: this.#of };
  }
}

/** One file for each report: the first, or the one named last where replacing was asked for. */
async function identified(
  files: CompileFiles,
  crew: Crew,
  account: Account,
  replace: boolean,
): Promise<readonly Identified[]> {
  const given = [...new Set(files.reports)];
  const rank = new Map(given.map((path, index) => [path, index]));
  const chosen = new Map<string, Identified>();
  let index = 0;
  for await (const found of crew.identify([...given].sort(byText))) {
    if ("read" in found && found.read === null) account.identified(found.path, index);
    index += 1;
    if ("refusal" in found) {
      account.refused(found.path, found.refusal);
      continue;
    }
    const twin = chosen.get(found.reportId);
    if (twin !== undefined && !replace) {
      account.refused(found.path, {
        sourceName: found.sourceName,
        line: found.titleLine,
        reason: `this is the report ${found.reportId} again, which ${twin.sourceName} already gave.`,
        remedy: "Leave one of the two files out, or let the one named later count with --replace.",
      });
      continue;
    }
    if (found.read !== null) account.compiled(found.read);
    const keepsTwin = twin !== undefined && (rank.get(twin.path) ?? 0) > (rank.get(found.path) ?? 0);
    if (twin !== undefined)
      account.replaced(...(keepsTwin ? ([found.path, twin.path] as const) : ([twin.path, found.path] as const)));
    if (!keepsTwin) chosen.set(found.reportId, found);
  }
  return [...chosen.values()];
}

/**
 * Compiles reports to one Parquet file per table (a large collection: per table and fiscal year)
 * and a manifest: same inputs, same bytes.
 *
 * A file that cannot be read is refused and the others go on; with no report at all nothing is
 * written. Never throws for bad input; rejects when an effect fails, and then what was there stays.
 */
export async function compile(
  files: CompileFiles,
  effects: CompileEffects,
  steps: CompileSteps,
  options: CompileOptions = {},
): Promise<CompileResult> {
  const agencies = await readReference(files.agencies, effects);
  const adjustments = await readReference(files.adjustments, effects);
  const known = directoryOf(agencies.records, "reference/agencies.csv");
  const reference: CrewReference = { directory: known.directory, adjustments: adjustments.records };
  const crew = (await options.crew?.(reference)) ?? new SoloCrew(effects, steps, reference);
  const account = new Account(effects, new Set(files.reports).size);
  account.failures.push(...known.errors);
  try {
    const reports = await identified(files, crew, account, options.replace === true);
    if (reports.length === 0) return { manifest: null, rows: {}, failures: account.failures, reused: 0 };
    const output = await effects.output();
    try {
      const tables = new TablesOutput(output, isLarge(reports));
      const inputs: ManifestInput[] = [];
      for await (const outcome of crew.compile(batchesOf(reports))) {
        for (const { table, year, encoded } of outcome.parts) await tables.add(table, year, encoded);
        inputs.push(...outcome.inputs);
        for (const read of outcome.read) account.compiled(read);
        for (const { path, refusal } of outcome.refused) account.refused(path, refusal);
        account.failures.push(...outcome.refusals.map(errorOf));
      }
      const done = new Set(inputs.map(({ report_id }) => report_id));
      await tables.addRows("agency", agenciesOf(reports.filter(({ reportId }) => done.has(reportId))));
      await tables.addRows("rule", [...steps.audit([]).rules]);
      const written = await tables.finish();
      const manifest = await manifestOf(
        [...inputs, ...agencies.inputs, ...adjustments.inputs],
        written,
        (bytes) => effects.hash(bytes),
        await effects.compiler,
      );
      await output.append("manifest.json", new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`));
      await output.commit();
      const rows: Record<string, number> = {};
      for (const table of written) rows[table.name] = (rows[table.name] ?? 0) + table.rows;
      return { manifest, rows, failures: account.failures, reused: account.reused };
    } catch (error) {
      await output.discard();
      throw error;
    }
  } finally {
    await crew.close();
  }
}

function agenciesOf(reports: readonly Identified[]): AgencyRow[] {
  const agencies = new Map(
    [...reports]
      .sort((a, b) => byText(a.reportId, b.reportId))
      .map(({ agency }): [string, AgencyRow] => [agency.agency_id, agency]),
  );
  return [...agencies.values()].sort((left, right) => byText(left.agency_id, right.agency_id));
}
