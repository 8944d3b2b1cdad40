import type { Query } from "../model/sql.ts";
import { QueryError } from "./engine.ts";
import type { AskOptions, Engine, ResultTable, RunOptions } from "./engine.ts";
import type { PreparedAnswers } from "./prepared.ts";
import { EngineLostError } from "./reader-engine.ts";
import { EngineStartError } from "./start-error.ts";
import type { OwnFile, ReaderEngine, StreamedResult, StreamOptions } from "./reader-engine.ts";

/** The engine of the page: everything but starting another, which is for its owner. */
export type PageEngine = Engine & Omit<ReaderEngine, "restart">;

/**
 * One engine made of two: prepared answers until the real engine is up, the real one after. Who
 * asks does not know which answered.
 */
export class Sources implements Engine, ReaderEngine {
  readonly #prepared: Pick<PreparedAnswers, "rows">;
  readonly #start: () => Promise<PageEngine>;
  #started: Promise<PageEngine> | null = null;
  #ready: PageEngine | null = null;
  /** The engine that was up last: what it has answered still holds when it is lost. */
  #last: PageEngine | null = null;

  /** @param start starts the real engine; called at most once unless it failed and is asked again. */
  constructor(prepared: Pick<PreparedAnswers, "rows">, start: () => Promise<PageEngine>) {
    this.#prepared = prepared;
    this.#start = start;
  }

  /**
   * Starts the real engine, once; ten early callers share one start. Rejects with why it failed; where
   * the server did not answer, whoever asks next starts it anew: it may be back.
   */
  start(): Promise<PageEngine> {
    this.#started ??= this.#start().then(
      (engine) => {
        this.#last = this.#ready = engine;
        return engine;
      },
      (error: unknown) => {
        if (error instanceof EngineStartError && error.reason === "no-answer") this.#started = null;
        throw error;
      },
    );
    return this.#started;
  }

  known<Params extends object, Row>(query: Query<Params, Row>, params: Params): Row[] | null {
    return this.#last?.known?.(query, params) ?? null;
  }

  async query<Params extends object, Row>(
    query: Query<Params, Row>,
    params: Params,
    options: AskOptions = {},
  ): Promise<Row[]> {
    const prepared = this.#ready === null ? await this.#prepared.rows(query, params) : null;
    if (prepared !== null) return prepared;
    // An engine that is up is asked at once: it works while the page still draws.
    return (this.#ready ?? (await this.start())).query(query, params, options);
  }

  async run(text: string, options?: RunOptions): Promise<ResultTable> {
    try {
      return await (await this.start()).run(text, options);
    } catch (error) {
      if (!(error instanceof EngineLostError)) throw error;
      // Whoever asks by the console has no screen that would start another.
      await this.restart();
      throw new QueryError(error.message, text, null, { cause: error });
    }
  }

  async stream(text: string, options: StreamOptions): Promise<StreamedResult> {
    return (await this.start()).stream(text, options);
  }

  async addTable(file: OwnFile): Promise<void> {
    await (await this.start()).addTable(file);
  }

  async removeTable(table: string): Promise<void> {
    await (await this.start()).removeTable(table);
  }

  async replaced(): Promise<readonly string[]> {
    return (await this.start()).replaced();
  }

  async restore(): Promise<void> {
    await (await this.start()).restore();
  }

  /** Whoever waits for the old engine is told that it is lost. While the new one starts, prepared answers serve again. */
  async restart(): Promise<void> {
    const old = this.#ready;
    this.#ready = null;
    this.#started = null;
    await old?.close();
    await this.start();
  }

  async close(): Promise<void> {
    await this.#ready?.close();
  }
}
