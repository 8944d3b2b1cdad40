import { QueryError } from "../engine/engine.ts";
import type { Engine, ResultTable } from "../engine/engine.ts";

export type { Cell, ResultTable } from "../engine/engine.ts";

/** A statement and where it stands in the text it was taken from. */
export interface PlacedStatement {
  readonly text: string;
  /** 0-based character in the reader's text. */
  readonly at: number;
}

/** What a screen draws of a statement that a reader runs. */
export type RunResult =
  | { readonly status: "idle" }
  | { readonly status: "running"; readonly statement: PlacedStatement }
  | {
      readonly status: "done";
      readonly statement: PlacedStatement;
      readonly table: ResultTable;
      /** There are more rows than were read. */
      readonly isCut: boolean;
      readonly milliseconds: number;
    }
  | {
      readonly status: "failed";
      readonly statement: PlacedStatement;
      readonly message: string;
      /** 0-based character in the reader's text, where the engine points at one. */
      readonly position: number | null;
    }
  | { readonly status: "cancelled"; readonly statement: PlacedStatement };

/** Asks for nothing: answered as soon as the engine is up. */
export const WARM_UP = "SELECT 1";

/** Runs what a reader types, one statement at a time: a newer run cancels the older one. Never rejects. */
export class StatementRun {
  #result: RunResult = $state.raw({ status: "idle" });
  readonly #engine: Engine;
  readonly #now: () => number;
  readonly limit: number;
  #abort: AbortController | null = null;
  #isWarm = false;

  /** @param limit rows that are read at most. @param now a clock in ms. */
  constructor(engine: Engine, limit: number, now: () => number = () => performance.now()) {
    this.#engine = engine;
    this.limit = limit;
    this.#now = now;
  }

  get result(): RunResult {
    return this.#result;
  }

  async run(statement: PlacedStatement): Promise<void> {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.#result = { status: "running", statement };
    let result: RunResult;
    try {
      // The first statement starts the engine; the time that takes is not the statement's.
      if (!this.#isWarm) await this.#engine.run(WARM_UP, { signal: abort.signal });
      this.#isWarm = true;
      abort.signal.throwIfAborted();
      const begun = this.#now();
      // One row more than is kept tells whether there are more.
      const read = await this.#engine.run(statement.text, { signal: abort.signal, limit: this.limit + 1 });
      const isCut = read.rows.length > this.limit;
      const table = isCut ? { columns: read.columns, rows: read.rows.slice(0, this.limit) } : read;
      result = { status: "done", statement, table, isCut, milliseconds: this.#now() - begun };
    } catch (error) {
      result = abort.signal.aborted ? { status: "cancelled", statement } : failure(statement, error);
    }
    if (this.#abort === abort) {
      this.#abort = null;
      this.#result = result;
    }
  }

  /** Stops the statement under way; what it would still answer is not shown. */
  cancel(): void {
    const result = this.#result;
    if (result.status !== "running") return;
    this.#abort?.abort();
    this.#abort = null;
    this.#result = { status: "cancelled", statement: result.statement };
  }
}

function failure(statement: PlacedStatement, error: unknown): RunResult {
  const message = error instanceof Error ? error.message : String(error);
  const position = error instanceof QueryError && error.position !== null ? statement.at + error.position : null;
  return { status: "failed", statement, message, position };
}
