import { mkdir, rm, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import cliProgress from "cli-progress";
import { runCompile } from "../steps/compile.ts";
import { verdict, type Row } from "./print-rows.ts";
import { inventedReport } from "./invented/report.ts";

/** What compiling a large collection took. */
export interface CollectionTimes {
  readonly reports: number;
  readonly facts: number;
  readonly megabytes: number;
  readonly threads: number;
  readonly seconds: number;
  /** CPU time of all threads, s: what the machine did, however busy it was with other things. */
  readonly cpuSeconds: number;
  readonly reportsPerSecond: number;
  readonly megabytesPerSecond: number;
  /** Resident memory of all threads, MB: the most in the first and in the second half of the time, and ever. */
  readonly memory: { readonly firstHalf: number; readonly secondHalf: number; readonly peak: number };
}

/** So many files lie in one folder. */
const FILES_OF_FOLDER = 500;
const MEGABYTE = 1024 * 1024;
const SAMPLE_MS = 200;

/** Writes invented reports; the bytes written. */
async function generate(folder: string, reports: number): Promise<number> {
  await rm(folder, { recursive: true, force: true });
  const bar = new cliProgress.SingleBar({
    format: "generating {bar} {value}/{total}",
    noTTYOutput: true,
    notTTYSchedule: 5000,
  });
  bar.start(reports, 0);
  let bytes = 0;
  for (let index = 0; index < reports; index += 1) {
    const inside = join(folder, String(Math.floor(index / FILES_OF_FOLDER)).padStart(4, "0"));
    if (index % FILES_OF_FOLDER === 0) await mkdir(inside, { recursive: true });
    const { name, text } = inventedReport(index);
    const encoded = Buffer.from(text);
    bytes += encoded.length;
    await writeFile(join(inside, name), encoded);
    bar.update(index + 1);
  }
  bar.stop();
  return bytes;
}

/** Generates reports, compiles all of them from nothing and measures. */
export async function measureCollection(
  workspace: string,
  reports: number,
  threads: number | null,
): Promise<CollectionTimes> {
  const folder = join(workspace, "reports");
  const bytes = await generate(folder, reports);
  const samples: number[] = [];
  const sampling = setInterval(() => samples.push(process.memoryUsage.rss() / MEGABYTE), SAMPLE_MS);
  const cpu = process.cpuUsage();
  const begun = performance.now();
  const outcome = await runCompile({
    paths: [folder],
    out: join(workspace, "collection"),
    reference: null,
    fresh: true,
    ...(threads === null ? {} : { threads }),
  });
  const seconds = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  clearInterval(sampling);
  if (!outcome.ok) throw new Error("not every invented report could be compiled");
  const most = (list: readonly number[]): number => list.reduce((peak, value) => Math.max(peak, value), 0);
  const half = Math.floor(samples.length / 2);
  return {
    reports,
    facts: outcome.facts,
    megabytes: bytes / MEGABYTE,
    threads: threads ?? availableParallelism(),
    seconds,
    cpuSeconds: (user + system) / 1_000_000,
    reportsPerSecond: reports / seconds,
    megabytesPerSecond: bytes / MEGABYTE / seconds,
    memory: { firstHalf: most(samples.slice(0, half)), secondHalf: most(samples.slice(half)), peak: most(samples) },
  };
}

/** Two cores shall compile so many reports a second. */
const TARGET_PER_SECOND = 500;

export function rowsOfCollection(times: CollectionTimes): readonly Row[] {
  const whole = (value: number): string => Math.round(value).toLocaleString("en");
  const { memory } = times;
  return [
    [
      `compile of ${whole(times.reports)} invented reports`,
      `${times.seconds.toFixed(1)} s, ${whole(times.reportsPerSecond)} reports/s`,
      `≥ ${TARGET_PER_SECOND} reports/s on two cores: ${verdict(times.reportsPerSecond >= TARGET_PER_SECOND)}`,
    ],
    ["text", `${whole(times.megabytes)} MB, ${times.megabytesPerSecond.toFixed(1)} MB/s`, ""],
    ["facts", `${whole(times.facts)}, ${whole(times.facts / times.seconds)} facts/s`, ""],
    [
      "CPU time",
      `${times.cpuSeconds.toFixed(1)} s, ${((1000 * times.cpuSeconds) / times.reports).toFixed(1)} ms a report`,
      `${times.threads} threads`,
    ],
    [
      "memory, first half → second half",
      `${whole(memory.firstHalf)} MB → ${whole(memory.secondHalf)} MB`,
      `flat (≤ 1.25 ×): ${verdict(memory.secondHalf <= 1.25 * memory.firstHalf)}`,
    ],
    ["peak memory", `${whole(memory.peak)} MB`, ""],
  ];
}
