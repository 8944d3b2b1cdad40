import { existsSync, readFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import cliProgress from "cli-progress";
import { compile, type CompileFiles } from "../../src/compile/compile.ts";
import type { CompileEvent } from "../../src/compile/effects.ts";
import { findReports, nodeEffects } from "../../src/compile/node.ts";
import { compilerVersion, folderReadings } from "../../src/compile/readings.ts";
import { WorkerCrew } from "../../src/compile/worker-crew.ts";
import { audit } from "../../src/audit/index.ts";
import { readReport } from "../../src/report/index.ts";

export interface CompileJob {
  readonly paths: readonly string[];
  readonly out: string;
  /** Folder of `agencies.csv` and `adjustments.csv`; null: `reference/` of a given folder, else of seeds/. */
  readonly reference: string | null;
  /** Of two files for one report the one named later counts. */
  readonly replace?: boolean;
  /** Reads every file, whatever an earlier compile has read, and keeps nothing for a later one. */
  readonly fresh?: boolean;
  /** Threads; by default one for few reports and one per core for many. */
  readonly threads?: number;
}

export interface CompileOutcome {
  /** False when any file was refused or nothing was written. */
  readonly ok: boolean;
  /** True when the output folder now holds these reports. */
  readonly written: boolean;
  /** Facts of all reports. */
  readonly facts: number;
}

/** From so many files on, threads are worth their start, and a bar says more than a line per file. */
const MANY_FILES = 150;

const count = (value: number, noun: string): string => `${value.toLocaleString("en")} ${noun}${value === 1 ? "" : "s"}`;

/** What one event says on its own line; null for one that only counts. */
function lineOf(event: CompileEvent): string | null {
  const place = `[${event.index + 1}/${event.of}]`;
  switch (event.kind) {
    case "identified":
      return null;
    case "compiled": {
      const unchanged = event.reused ? "  unchanged, not read again" : "";
      const leftOut = event.leftOut.map(
        ({ line, text }) =>
          `\n      ${event.path}:${line}: ${text} has more digits than a column holds and was left out.`,
      );
      return `${place} ${event.path}  ${event.reportId}  ${count(event.facts, "fact")}${unchanged}${leftOut.join("")}`;
    }
    case "replaced":
      return `${place} ${event.path}  left out: ${event.by} gives the same report and is named later`;
    case "refused":
      return `${place} refused  ${join(dirname(event.path), event.message)}`;
  }
}

/** Tells of a compile as it goes: a line per file, or for many files a bar and only what was refused. */
interface Teller {
  tell(event: CompileEvent): void;
  end(): void;
}

function lineTeller(): Teller {
  return {
    tell(event) {
      const line = lineOf(event);
      if (line !== null) (event.kind === "refused" ? console.error : console.log)(line);
    },
    end: () => undefined,
  };
}

function barTeller(): Teller {
  const bar = new cliProgress.SingleBar({
    format: "{what} {bar} {value}/{total} · {rate} reports/s · {eta_formatted} left",
    noTTYOutput: true,
    notTTYSchedule: 5000,
    etaBuffer: 500,
  });
  const said: string[] = [];
  let what = "";
  let begun = 0;
  return {
    tell(event) {
      const now = event.kind === "identified" ? "recognising" : "compiling";
      if (event.kind === "refused" || event.kind === "replaced") said.push(lineOf(event) ?? "");
      if (event.kind === "refused" && what !== "compiling") return;
      if (event.kind === "replaced") return;
      if (now !== what) {
        if (what !== "") bar.stop();
        what = now;
        begun = performance.now();
        bar.start(event.of, 0, { what: what.padEnd(11), rate: "–" });
      }
      const rate = (1000 * (event.index + 1)) / Math.max(1, performance.now() - begun);
      bar.update(event.index + 1, { rate: rate.toFixed(0) });
    },
    end() {
      bar.stop();
      for (const line of said) console.error(line);
    },
  };
}

function referenceFile(job: CompileJob, name: string): string | null {
  const folders =
    job.reference === null ? [...job.paths.map((path) => join(path, "reference")), "seeds/reference"] : [job.reference];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

/** Readings hold for one compiler and one list of agencies, which gives reports their ids. */
function keyOf(compiler: string, { agencies }: CompileFiles): string {
  const hash = createHash("sha256");
  if (agencies !== null) hash.update(readFileSync(agencies));
  return `${compiler}-${hash.digest("hex").slice(0, 12)}`;
}

/** Compiles and prints (of paths that do not exist, the caller tells): a line per file, refusals with place and remedy, a summary. */
export async function runCompile(job: CompileJob): Promise<CompileOutcome> {
  const begun = performance.now();
  const paths = job.paths.filter((path) => existsSync(path));
  if (paths.length === 0) return { ok: false, written: false, facts: 0 };
  const reports = (await Promise.all(paths.map((path) => findReports(path)))).flat();
  if (reports.length === 0) {
    console.error(
      `${paths.join(", ")}: there is no report here. ` +
        "Put the text of each report (UTF-8 or GBK, one .txt file each) into the folder or name the files. " +
        `${job.out} stays as it was.`,
    );
    return { ok: false, written: false, facts: 0 };
  }
  const files = {
    reports,
    agencies: referenceFile(job, "agencies.csv"),
    adjustments: referenceFile(job, "adjustments.csv"),
  };
  // The manifest names the compiler at the end; readings want it first.
  const compiler = compilerVersion();
  const kept = job.fresh === true ? null : { folder: job.out, key: keyOf(await compiler, files) };
  const readings = kept === null ? null : folderReadings(kept.folder, kept.key);
  const threads = job.threads ?? (reports.length < MANY_FILES ? 1 : availableParallelism());
  const teller = reports.length < MANY_FILES ? lineTeller() : barTeller();
  const effects = {
    ...nodeEffects(job.out, (event) => teller.tell(event)),
    compiler,
    ...(readings === null ? {} : { readings }),
  };
  const result = await compile(
    files,
    effects,
    { readReport, audit },
    {
      replace: job.replace === true,
      ...(threads === 1 ? {} : { crew: (reference) => WorkerCrew.of(threads, { reference, readings: kept }) }),
    },
  ).finally(() => teller.end());
  const seconds = ((performance.now() - begun) / 1000).toFixed(2);
  for (const failure of result.failures.filter((entry) => entry.sourceName.startsWith("reference/"))) {
    console.error(`refused  ${failure.message}`);
  }
  if (result.manifest === null) {
    console.error(`No file could be read as a report; ${job.out} stays as it was.`);
    return { ok: false, written: false, facts: 0 };
  }
  await readings?.prune(new Set(result.manifest.inputs.map(({ sha256 }) => sha256)));
  const { report: compiled = 0, fact = 0, finding = 0 } = result.rows;
  if (result.reused > 0) {
    console.log(
      `${result.reused.toLocaleString("en")} of ${count(compiled, "report")} unchanged since the last compile: not read again`,
    );
  }
  const refused = result.failures.length === 0 ? "" : `, ${count(result.failures.length, "refusal")}`;
  console.log(
    `${count(compiled, "report")}, ${count(fact, "fact")}, ${count(finding, "finding")}${refused} ` +
      `in ${seconds} s → ${job.out}/ (fingerprint ${result.manifest.fingerprint.slice(0, 12)})`,
  );
  return { ok: result.failures.length === 0, written: true, facts: fact };
}
