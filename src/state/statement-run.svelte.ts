import { QueryError } from "../engine/engine.ts";
import { EngineLostError } from "../engine/reader-engine.ts";
import type { Cut, ReaderEngine, ResultRows } from "../engine/reader-engine.ts";

export type { Cell } from "../engine/engine.ts";
export type { Cut, ResultColumn, ResultRows } from "../engine/reader-engine.ts";

/** What a reader runs: the text that is sent, and where it stands in the text it was taken from. */
export interface PlacedStatement {
  readonly text: string;
  /** 0-based character in the reader's text. */
  readonly at: number;
  /** The statement as it stands in the reader's text, where that differs from what is sent. */
  readonly written?: string;
  /** Character in the reader's text of a character in `text`; `at` is added where absent. */
  readonly place?: (position: number) => number;
}

/** What a screen draws of a statement that a reader runs. */
export type RunResult =
  | { readonly status: "idle" }
  | {
      readonly status: "running";
      readonly statement: PlacedStatement;
      /** The clock when it was sent; null while the engine starts. */
      readonly since: number | null;
      /** What came so far; null before the first batch. */
      readonly rows: ResultRows | null;
      readonly count: number;
    }
  /** The engine did not stop or broke; another one is starting. */
  | { readonly status: "restarting"; readonly statement: PlacedStatement }
  | {
      readonly status: "done";
      readonly statement: PlacedStatement;
      readonly rows: ResultRows;
      readonly count: number;
      /** There is more than was kept. */
      readonly cut: Cut | null;
      readonly milliseconds: number;
      /** ms until the first rows were there. */
      readonly firstRows: number;
    }
  | {
      readonly status: "failed";
      readonly statement: PlacedStatement;
      readonly message: string;
      /** 0-based character in the reader's text, where the engine points at one. */
      readonly position: number | null;
      /** The engine was lost over it and another one started. */
      readonly restarted: boolean;
    }
  | { readonly status: "cancelled"; readonly statement: PlacedStatement; readonly restarted: boolean };

/** Asks for nothing: answered as soon as the engine is up. */
export const WARM_UP = "SELECT 1";

/** Rows and bytes of one result that are kept at most: what a page can hold beside everything else. */
export const MOST_KEPT = { rows: 1_000_000, bytes: 384 * 1024 * 1024 } as const;

/** While rows come in, the screen is told of them this often, ms. */
const TELLING = 60;

export interface RunParts {
  readonly engine: Pick<ReaderEngine, "stream" | "restart">;
  readonly most?: { readonly rows: number; readonly bytes: number };
  /** A clock in ms. */
  readonly now?: () => number;
  /** Waited for before each statement, once the engine is up: the reader's tables are in it by then. */
  readonly onstart?: () => Promise<void>;
  /** After another engine started, before the result says so: the reader's tables are put into it. */
  readonly onrestart?: () => Promise<void>;
  /** After every statement that was sent. */
  readonly onend?: (result: RunResult) => void;
}

/** Runs what a reader types, in order: a newer run stops the older one. Never rejects. */
export class StatementRun {
  #results: readonly RunResult[] = $state.raw([]);
  #shown = $state(0);
  readonly #parts: RunParts;
  readonly #now: () => number;
  readonly most: { readonly rows: number; readonly bytes: number };
  #abort: AbortController | null = null;
  #isWarm = false;

  constructor(parts: RunParts) {
    this.#parts = parts;
    this.most = parts.most ?? MOST_KEPT;
    this.#now = parts.now ?? (() => performance.now());
  }

  /** One per statement of the last run, in order, as far as it came. */
  get results(): readonly RunResult[] {
    return this.#results;
  }

  /** Which of the results is shown, from 0. */
  get shown(): number {
    return this.#shown;
  }

  get result(): RunResult {
    return this.#results[this.#shown] ?? { status: "idle" };
  }

  get isRunning(): boolean {
    return this.#results.some(({ status }) => status === "running" || status === "restarting");
  }

  show(index: number): void {
    if (index in this.#results) this.#shown = index;
  }

  /** Takes over results that were there before, such as those of another tab. */
  adopt(results: readonly RunResult[], shown: number): void {
    this.cancel();
    this.#results = results;
    this.#shown = shown;
  }

  run(statement: PlacedStatement): Promise<void> {
    return this.runAll([statement]);
  }

  /** One after the other, up to the first that fails. */
  async runAll(statements: readonly PlacedStatement[]): Promise<void> {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.#results = [];
    for (const [index, statement] of statements.entries()) {
      const tell = (result: RunResult): void => {
        if (this.#abort !== abort) return;
        this.#results = [...this.#results.slice(0, index), result];
        this.#shown = index;
      };
      const result = await this.#one(statement, abort.signal, tell);
      tell(result);
      this.#parts.onend?.(result);
      if (result.status !== "done" || abort.signal.aborted) break;
    }
    if (this.#abort === abort) this.#abort = null;
  }

  /** Stops the statement under way. It says so once it has stopped, or a new engine has started. */
  cancel(): void {
    this.#abort?.abort();
  }

  async #one(statement: PlacedStatement, signal: AbortSignal, tell: (result: RunResult) => void): Promise<RunResult> {
    tell({ status: "running", statement, since: null, rows: null, count: 0 });
    const { engine } = this.#parts;
    try {
      // The first statement starts the engine; the time that takes is not the statement's.
      if (!this.#isWarm) {
        await engine.stream(WARM_UP, { signal, most: this.most, onrows: () => undefined });
      }
      this.#isWarm = true;
      await this.#parts.onstart?.();
      signal.throwIfAborted();
      const since = this.#now();
      let told = -Infinity;
      let firstRows = 0;
      tell({ status: "running", statement, since, rows: null, count: 0 });
      const onrows = (rows: ResultRows): void => {
        const now = this.#now();
        if (rows.count > 0 && firstRows === 0) firstRows = now - since;
        if (rows.count === 0 || now - told < TELLING) return;
        told = now;
        tell({ status: "running", statement, since, rows, count: rows.count });
      };
      const { rows, cut } = await engine.stream(statement.text, { signal, most: this.most, onrows });
      const milliseconds = this.#now() - since;
      return {
        status: "done",
        statement,
        rows,
        count: rows.count,
        cut,
        milliseconds,
        firstRows: firstRows || milliseconds,
      };
    } catch (error) {
      if (error instanceof EngineLostError) return this.#startAnew(statement, signal, error, tell);
      return signal.aborted ? { status: "cancelled", statement, restarted: false } : failure(statement, error, false);
    }
  }

  async #startAnew(
    statement: PlacedStatement,
    signal: AbortSignal,
    error: EngineLostError,
    tell: (result: RunResult) => void,
  ): Promise<RunResult> {
    tell({ status: "restarting", statement });
    try {
      await this.#parts.engine.restart();
      await this.#parts.onrestart?.();
    } catch (failed) {
      return failure(statement, failed, false);
    }
    return signal.aborted ? { status: "cancelled", statement, restarted: true } : failure(statement, error, true);
  }
}

function failure(statement: PlacedStatement, error: unknown, restarted: boolean): RunResult {
  const message = error instanceof Error ? error.message : String(error);
  const at = error instanceof QueryError ? error.position : null;
  const position = at === null ? null : (statement.place?.(at) ?? statement.at + at);
  return { status: "failed", statement, message, position, restarted };
}
