import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { compile } from "../../src/compile/compile.ts";
import type { CompileEvent } from "../../src/compile/effects.ts";
import { findReports, nodeEffects } from "../../src/compile/node.ts";
import { audit } from "../../src/audit/index.ts";
import { readReport } from "../../src/report/index.ts";

export interface CompileJob {
  readonly paths: readonly string[];
  readonly out: string;
  /** Folder of `agencies.csv` and `adjustments.csv`; null: `reference/` of a given folder, else of seeds/. */
  readonly reference: string | null;
}

export interface CompileOutcome {
  /** False when any file was refused or nothing was written. */
  readonly ok: boolean;
  /** True when the output folder now holds these reports. */
  readonly written: boolean;
}

const count = (value: number, noun: string): string => `${value.toLocaleString("en")} ${noun}${value === 1 ? "" : "s"}`;

function report(event: CompileEvent): void {
  const place = `[${event.index + 1}/${event.of}]`;
  if (event.kind === "compiled") {
    console.log(`${place} ${event.path}  ${event.reportId}  ${count(event.facts, "fact")}`);
    for (const { line, text } of event.leftOut) {
      console.log(`      ${event.path}:${line}: ${text} has more digits than a column holds and was left out.`);
    }
  } else {
    console.error(`${place} refused  ${join(dirname(event.path), event.message)}`);
  }
}

function referenceFile(job: CompileJob, name: string): string | null {
  const folders =
    job.reference === null ? [...job.paths.map((path) => join(path, "reference")), "seeds/reference"] : [job.reference];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

/** Compiles and prints (of paths that do not exist, the caller tells): a line per file, refusals with place and remedy, a summary. */
export async function runCompile(job: CompileJob): Promise<CompileOutcome> {
  const begun = performance.now();
  const paths = job.paths.filter((path) => existsSync(path));
  if (paths.length === 0) return { ok: false, written: false };
  const reports = (await Promise.all(paths.map((path) => findReports(path)))).flat();
  if (reports.length === 0) {
    console.error(
      `${paths.join(", ")}: there is no report here. ` +
        "Put the text of each report (UTF-8 or GBK, one .txt file each) into the folder or name the files. " +
        `${job.out} stays as it was.`,
    );
    return { ok: false, written: false };
  }
  const files = {
    reports,
    agencies: referenceFile(job, "agencies.csv"),
    adjustments: referenceFile(job, "adjustments.csv"),
  };
  const result = await compile(files, nodeEffects(job.out, report), { readReport, audit });
  const seconds = ((performance.now() - begun) / 1000).toFixed(2);
  for (const failure of result.failures.filter((entry) => entry.sourceName.startsWith("reference/"))) {
    console.error(`refused  ${failure.message}`);
  }
  if (result.manifest === null) {
    console.error(`No file could be read as a report; ${job.out} stays as it was.`);
    return { ok: false, written: false };
  }
  const { report: compiled = 0, fact = 0, finding = 0 } = result.rows;
  const refused = result.failures.length === 0 ? "" : `, ${count(result.failures.length, "refusal")}`;
  console.log(
    `${count(compiled, "report")}, ${count(fact, "fact")}, ${count(finding, "finding")}${refused} ` +
      `in ${seconds} s → ${job.out}/ (fingerprint ${result.manifest.fingerprint.slice(0, 12)})`,
  );
  return { ok: result.failures.length === 0, written: true };
}
