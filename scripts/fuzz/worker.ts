import { parentPort, workerData } from "node:worker_threads";
import fc from "fast-check";
import { soundness, sourcesOf } from "./property.ts";

/** What a thread is told when it begins. */
export interface FuzzSettings {
  readonly seeds: string;
}

/** Runs of one seed; `window` as in `mutatedReports`. */
export interface FuzzTask {
  readonly seed: number;
  readonly runs: number;
  readonly window: number | null;
  /** Counterexample to run again instead, null for all runs. */
  readonly path: string | null;
}

export interface FuzzAnswer {
  readonly task: FuzzTask;
  readonly runs: number;
  /** null when all runs held. */
  readonly failure: { readonly path: string; readonly message: string; readonly texts: readonly string[] } | null;
}

const sources = sourcesOf((workerData as FuzzSettings).seeds); // sent by fuzz.ts

parentPort?.on("message", (task: FuzzTask) => {
  const outcome = fc.check(soundness(sources, task.window), {
    seed: task.seed,
    numRuns: task.runs,
    ...(task.path === null ? {} : { path: task.path, endOnFailure: true }),
  });
  const error: unknown = outcome.errorInstance;
  const failure = outcome.failed
    ? {
        path: outcome.counterexamplePath ?? "",
        message: error instanceof Error ? (error.stack ?? error.message) : String(error),
        texts: outcome.counterexample?.filter((text) => text !== null) ?? [],
      }
    : null;
  parentPort?.postMessage({ task, runs: outcome.numRuns, failure } satisfies FuzzAnswer);
});
