import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import type { BatchOutcome } from "./batch.ts";
import type { Batch, Crew, Identified } from "./crew.ts";
import type { Refused } from "./source.ts";
import type { WorkerAnswer, WorkerSettings, WorkerTask } from "./worker-messages.ts";

/** Files that a thread recognises at a time. */
const IDENTIFIED_AT_ONCE = 50;
/** Most of what a batch makes is garbage soon: with more room for it, hardly any is copied around. */
const YOUNG_MB = 192;
/**
 * Every core has a thread of ours: helpers of the garbage collector would only take turns with them.
 * It holds for the whole process from then on, which goes on a little slower and not otherwise.
 */
const NO_HELPERS = ["--no-parallel-scavenge", "--no-concurrent-marking"];
/**
 * Every thread makes machine code of the whole compiler for itself. With less of each function copied into those that
 * call it that takes a third less time, and the code is as fast.
 */
const LITTLE_COPIED = ["--max-inlined-bytecode-size=150", "--max-inlined-bytecode-size-cumulative=300"];

const MODULE = new URL("./worker.ts", import.meta.url);

/** A thread's whole program in one piece: it is made once and not loaded file by file in every thread. */
async function workerProgram(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(MODULE)],
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    target: "node20",
    // Of every module's own address: only readings.ts asks for its own, and lies in the same folder.
    define: { "import.meta.url": JSON.stringify(MODULE.href) },
    logLevel: "silent",
  });
  const [file] = outputFiles;
  if (file === undefined) throw new WorkerError("the program of the compiler's threads was not made");
  return file.text;
}

/** A thread ended or could not go on: not a matter of one file. */
export class WorkerError extends Error {
  override readonly name = "WorkerError";
}

/** One thread with at most one task. */
class Member {
  readonly #worker: Worker;
  #ended: Error | null = null;
  #settle: { resolve: (answer: WorkerAnswer) => void; reject: (error: Error) => void } | null = null;

  constructor(program: string, settings: WorkerSettings) {
    this.#worker = new Worker(program, {
      eval: true,
      workerData: settings,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    this.#worker.on("message", (answer: WorkerAnswer) => {
      const waiting = this.#settle;
      this.#settle = null;
      if (answer.kind === "failed") waiting?.reject(new WorkerError(answer.message));
      else waiting?.resolve(answer);
    });
    this.#worker.on("error", (error) => this.#end(error));
    this.#worker.on("exit", (code) => this.#end(new WorkerError(`a thread of the compiler ended with code ${code}`)));
  }

  ask(task: WorkerTask): Promise<WorkerAnswer> {
    return new Promise((resolve, reject) => {
      if (this.#ended !== null) {
        reject(this.#ended);
        return;
      }
      this.#settle = { resolve, reject };
      this.#worker.postMessage(task);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #end(error: Error): void {
    this.#ended ??= error;
    this.#settle?.reject(error);
    this.#settle = null;
  }
}

/** Works in several threads: files are recognised first, then read batch by batch. */
export class WorkerCrew implements Crew {
  readonly #members: readonly Member[];
  readonly #idle: Member[];
  readonly #waiting: ((member: Member) => void)[] = [];

  private constructor(program: string, threads: number, settings: WorkerSettings) {
    for (const flag of [...NO_HELPERS, ...LITTLE_COPIED]) setFlagsFromString(flag);
    this.#members = Array.from({ length: Math.max(1, threads) }, () => new Member(program, settings));
    this.#idle = [...this.#members];
  }

  /** @param threads how many, at least one. */
  static async of(threads: number, settings: WorkerSettings): Promise<WorkerCrew> {
    return new WorkerCrew(await workerProgram(), threads, settings);
  }

  async *identify(paths: readonly string[]): AsyncIterable<Identified | Refused> {
    const tasks: WorkerTask[] = [];
    for (let from = 0; from < paths.length; from += IDENTIFIED_AT_ONCE) {
      tasks.push({ kind: "identify", paths: paths.slice(from, from + IDENTIFIED_AT_ONCE) });
    }
    for await (const answer of this.#inOrder(tasks)) if (answer.kind === "identified") yield* answer.found;
  }

  async *compile(batches: readonly Batch[]): AsyncIterable<BatchOutcome> {
    const tasks = batches.map((batch): WorkerTask => ({ kind: "compile", batch }));
    for await (const answer of this.#inOrder(tasks)) if (answer.kind === "compiled") yield answer.outcome;
  }

  async close(): Promise<void> {
    await Promise.all(this.#members.map((member) => member.close()));
  }

  /** Answers in the order of the tasks, with a task in hand and one ready for every thread: memory stays flat. */
  async *#inOrder(tasks: readonly WorkerTask[]): AsyncIterable<WorkerAnswer> {
    const most = 2 * this.#members.length;
    const begun: Promise<WorkerAnswer>[] = [];
    for (const task of tasks) {
      const answer = this.#ask(task);
      // Whoever waits for it hears of a failure; until then it is not unheard of.
      answer.catch(() => undefined);
      begun.push(answer);
      if (begun.length < most) continue;
      const first = begun.shift();
      if (first !== undefined) yield await first;
    }
    for (const answer of begun) yield await answer;
  }

  async #ask(task: WorkerTask): Promise<WorkerAnswer> {
    const member = this.#idle.pop() ?? (await new Promise<Member>((resolve) => this.#waiting.push(resolve)));
    try {
      return await member.ask(task);
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#idle.push(member);
      else next(member);
    }
  }
}
