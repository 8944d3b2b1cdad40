import type { AgencyRow, ReportRow } from "../domain/records.ts";
import { ReportError, type AgencyDirectory, type Outline, type Report } from "../report/index.ts";
import { decodeReport } from "./decode.ts";
import type { ReadEffects } from "./effects.ts";
import type { CompiledReport, CompileSteps } from "./steps.ts";

/** A ReportError as it travels between threads. */
export type Refusal = Pick<ReportError, "sourceName" | "line" | "reason" | "remedy">;

export const errorOf = ({ sourceName, line, reason, remedy }: Refusal): ReportError =>
  new ReportError(sourceName, line, reason, remedy);

/** Which report a file is, before anything else of it is known. */
export interface Identity {
  readonly path: string;
  readonly sourceName: string;
  readonly reportId: string;
  readonly agency: AgencyRow;
  readonly titleLine: number;
}

export interface Refused {
  readonly path: string;
  readonly refusal: Refusal;
}

/** What became of a file that was read. */
export interface ReadFile {
  readonly path: string;
  readonly reportId: string;
  readonly facts: number;
  readonly leftOut: readonly { readonly line: number; readonly text: string }[];
  readonly reused: boolean;
}

export const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** Anything thrown while reading one file, as a refusal of that file: the others go on. */
export function refusalOf(error: unknown, path: string): Refusal {
  if (error instanceof ReportError) {
    const { sourceName, line, reason, remedy } = error;
    return { sourceName, line, reason, remedy };
  }
  const reason = error instanceof Error ? error.message : String(error);
  return {
    sourceName: nameOf(path),
    line: null,
    reason: `the compiler could not finish this file: ${reason}.`,
    remedy: "Leave the file out and report it with this message.",
  };
}

function rowOf(read: Report, sourceName: string, sha256: string): ReportRow {
  const { outline } = read;
  return {
    report_id: read.reportId,
    agency_id: read.agency.agency_id,
    fiscal_year: outline.fiscalYear,
    report_kind: outline.kind,
    title: outline.title,
    published_on: outline.publishedOn,
    disclosure: outline.disclosure,
    source_name: sourceName,
    source_sha256: sha256,
    source_lines: read.lines.length,
  };
}

/**
 * The report in a file: as an earlier compile read the same bytes, else read now and kept for the next.
 *
 * @throws ReportError when the file is no report.
 */
export async function readSource(
  path: string,
  effects: ReadEffects,
  steps: CompileSteps,
  directory: AgencyDirectory,
): Promise<{ readonly report: CompiledReport; readonly reused: boolean }> {
  const sourceName = nameOf(path);
  const bytes = await effects.read(path);
  const sha256 = await effects.hash(bytes);
  const known = (await effects.readings?.get(sha256)) ?? null;
  if (known !== null) {
    return { report: { ...known, report: { ...known.report, source_name: sourceName } }, reused: true };
  }
  const read = steps.readReport(decodeReport(bytes, sourceName), directory);
  const report: CompiledReport = { ...read, report: rowOf(read, sourceName, sha256) };
  await effects.readings?.put(sha256, report);
  return { report, reused: false };
}

export function identityOf(
  path: string,
  { reportId, agency, outline }: { reportId: string; agency: AgencyRow; outline: Pick<Outline, "titleLine"> },
): Identity {
  return { path, sourceName: nameOf(path), reportId, agency, titleLine: outline.titleLine };
}

export function readFileOf(path: string, { reportId, facts, refused }: Report, reused: boolean): ReadFile {
  const leftOut = refused.filter((fact) => fact.reason === "out_of_range").map(({ line, text }) => ({ line, text }));
  return { path, reportId, facts: facts.length, leftOut, reused };
}
