import { mkdir, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import cliProgress from "cli-progress";
import { Command } from "commander";
import type { FuzzAnswer, FuzzSettings, FuzzTask } from "./fuzz/worker.ts";

const FOUND = "node_modules/.cache/duibiao/fuzz";
/** Runs that a thread is given at a time, each lot with a seed of its own. */
const LOT = 250;
/** Cut-down reports find most trouble fast; every tenth lot takes whole ones. */
const WINDOWS: readonly (number | null)[] = [90, 200, 40, 90, 200, 40, 90, 200, 40, null];

const command = new Command("fuzz")
  .description(
    "Mutates reports and checks that reading and auditing them ends, refuses or gives sound facts and findings.",
  )
  .option("--runs <n>", "mutated reports", "20000")
  .option("--seed <n>", "first seed (default: from the clock)")
  .option("--window <lines>", "with --path: lines that the report keeps, or «all»", "90")
  .option("--path <path>", "run one counterexample again, as printed")
  .option("--threads <n>", "threads (default: one per core)")
  .parse();
const options = command.opts<{ runs: string; seed?: string; window: string; path?: string; threads?: string }>();
const firstSeed = options.seed === undefined ? Date.now() % 1_000_000_000 : Number(options.seed);
const runs = Math.max(1, Number(options.runs) || 20_000);

function tasksOf(): FuzzTask[] {
  if (options.path !== undefined) {
    const window = options.window === "all" ? null : Number(options.window);
    return [{ seed: firstSeed, runs: LOT, window, path: options.path }];
  }
  return Array.from({ length: Math.ceil(runs / LOT) }, (_, lot) => ({
    seed: firstSeed + lot,
    runs: Math.min(LOT, runs - lot * LOT),
    window: WINDOWS[lot % WINDOWS.length] ?? null,
    path: null,
  }));
}

const tasks = tasksOf();
const threads = Math.min(tasks.length, Math.max(1, Number(options.threads) || availableParallelism()));
const failures: FuzzAnswer[] = [];
const bar = new cliProgress.SingleBar({
  format: "fuzzing {bar} {value}/{total} · {rate} runs/s · {failures} found · {eta_formatted} left",
  noTTYOutput: true,
  notTTYSchedule: 10_000,
});
const begun = performance.now();
let done = 0;
bar.start(
  tasks.reduce((all, task) => all + task.runs, 0),
  0,
  { rate: "–", failures: 0 },
);

/** One thread takes lots until there are none left. */
function work(): Promise<void> {
  const module = JSON.stringify(new URL("./fuzz/worker.ts", import.meta.url).href);
  const worker = new Worker(
    `import("tsx/esm/api").then(({ register }) => { register(); return import(${module}); });`,
    {
      eval: true,
      workerData: { seeds: "seeds" } satisfies FuzzSettings,
    },
  );
  return new Promise((resolve, reject) => {
    const next = (): void => {
      const task = tasks.shift();
      if (task === undefined) {
        void worker.terminate().then(() => resolve());
        return;
      }
      worker.postMessage(task);
    };
    worker.on("message", (answer: FuzzAnswer) => {
      done += answer.runs;
      if (answer.failure !== null) failures.push(answer);
      const rate = (1000 * done) / Math.max(1, performance.now() - begun);
      bar.update(done, { rate: rate.toFixed(0), failures: failures.length });
      next();
    });
    worker.on("error", reject);
    next();
  });
}

await Promise.all(Array.from({ length: threads }, work));
bar.stop();
for (const { task, failure } of failures) {
  if (failure === null) continue;
  await mkdir(FOUND, { recursive: true });
  console.error(`\nseed ${task.seed}, path ${failure.path}: ${failure.message}`);
  // Two reports are audited together: either may be the one at fault.
  for (const [index, text] of failure.texts.entries()) {
    const file = `${FOUND}/${task.seed}-${index + 1}.txt`;
    await writeFile(file, text);
    console.error(`report ${index + 1} of ${failure.texts.length}: ${file}`);
  }
  console.error(`again: npm run fuzz -- --seed ${task.seed} --window ${task.window ?? "all"} --path ${failure.path}`);
}
const seconds = ((performance.now() - begun) / 1000).toFixed(0);
console.log(`${done.toLocaleString("en")} runs from seed ${firstSeed} in ${seconds} s: ${failures.length} found`);
process.exitCode = failures.length === 0 ? 0 : 1;
