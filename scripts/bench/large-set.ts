import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import type { Manifest } from "../../src/compile/manifest.ts";
import { compilerVersion } from "../../src/compile/readings.ts";
import { runCompile } from "../steps/compile.ts";
import { runTool } from "../steps/run-tool.ts";
import { shortReport } from "./invented/short-report.ts";
import type { Row } from "./print-rows.ts";

/** A site with an invented collection. */
export interface LargeSet {
  readonly site: string;
  readonly agencies: number;
  readonly years: number;
  readonly reports: number;
  readonly facts: number;
  /** What the compiler took, s. */
  readonly compile: number;
  /** Whether it did so now, and not at an earlier bench with the same generator and compiler. */
  readonly isNew: boolean;
  /** What the build took: stored views, bundle, compressed copies, s. */
  readonly build: number;
}

const GENERATOR = "scripts/bench/invented";
/** Files of so many agencies lie in one folder. */
const AGENCIES_OF_FOLDER = 150;

/** What the compiled set depends on: the compiler, the generator, the size. */
async function keyOf(agencies: number, years: number): Promise<string> {
  const hash = createHash("sha256");
  hash.update(await compilerVersion());
  for (const name of (await readdir(GENERATOR)).toSorted()) hash.update(await readFile(join(GENERATOR, name)));
  return `${agencies}x${years}-${hash.digest("hex").slice(0, 12)}`;
}

async function generate(folder: string, agencies: number, years: number): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (let agency = 0; agency < agencies; agency += 1) {
    const inside = join(folder, String(Math.floor(agency / AGENCIES_OF_FOLDER)).padStart(3, "0"));
    if (agency % AGENCIES_OF_FOLDER === 0) await mkdir(inside, { recursive: true });
    for (let year = 0; year < years; year += 1) {
      const { name, text } = shortReport(agency, year);
      await writeFile(join(inside, name), text);
    }
  }
}

/** Beside the tables: what compiling them took, s. */
const TIME = "compile-seconds.json";

interface CompiledSet {
  readonly folder: string;
  readonly seconds: number;
  readonly isNew: boolean;
}

/** Compiles the reports once; later calls find them by generator and compiler. */
async function compiledSet(workspace: string, agencies: number, years: number): Promise<CompiledSet> {
  const folder = resolve(workspace, await keyOf(agencies, years));
  if (existsSync(join(folder, TIME))) {
    return { folder, seconds: Number(readFileSync(join(folder, TIME), "utf8")), isNew: false };
  }
  const [reports, half] = [join(workspace, "short-reports"), `${folder}.part`];
  await generate(reports, agencies, years);
  await rm(half, { recursive: true, force: true });
  const begun = performance.now();
  const outcome = await runCompile({ paths: [reports], out: half, reference: null, fresh: true });
  if (!outcome.ok) throw new Error("not every invented report could be compiled");
  const seconds = (performance.now() - begun) / 1000;
  await writeFile(join(half, TIME), JSON.stringify(seconds));
  // Those of an earlier compiler serve nobody any more.
  for (const name of await readdir(workspace)) {
    if (name.startsWith(`${agencies}x${years}-`) && name !== basename(half))
      await rm(join(workspace, name), { recursive: true });
  }
  await rename(half, folder);
  return { folder, seconds, isNew: true };
}

/** Makes a site with short invented reports of so many agencies and years, through the real compiler and build. */
export async function largeSet(workspace: string, agencies: number, years: number): Promise<LargeSet> {
  const { folder: data, seconds, isNew } = await compiledSet(workspace, agencies, years);
  const begun = performance.now();
  const site = resolve(workspace, "large-site");
  const code = await runTool("tsx", ["scripts/build.ts", "--data", data, "--out", site, "--quick"], {
    DUIBIAO_STAGING: resolve(workspace, "large-staging"),
  });
  if (code !== 0) throw new Error(`the build ended with code ${code}`);
  const build = (performance.now() - begun) / 1000;
  const manifest = JSON.parse(readFileSync(join(data, "manifest.json"), "utf8")) as Manifest; // written by our own compile
  const rows = (name: string): number =>
    manifest.tables.reduce((all, table) => all + (table.name === name ? table.rows : 0), 0);
  return {
    site,
    agencies: rows("agency"),
    years,
    reports: rows("report"),
    facts: rows("fact"),
    compile: seconds,
    isNew,
    build,
  };
}

export function rowsOfSet({ agencies, years, reports, facts, compile, isNew, build }: LargeSet): Row[] {
  const whole = (value: number): string => value.toLocaleString("en");
  return [
    [
      `invented set, ${whole(agencies)} agencies × ${years} years`,
      `${whole(reports)} short reports, ${whole(facts)} facts (${(facts / reports).toFixed(0)} a report)`,
      "",
    ],
    [
      "compile",
      `${compile.toFixed(0)} s, ${whole(Math.round(reports / compile))} reports/s`,
      isNew ? "" : "at an earlier bench; neither generator nor compiler has changed",
    ],
    ["build", `${build.toFixed(0)} s`, ""],
  ];
}
