import type { Query } from "../model/sql.ts";
import type { Engine, ResultTable, RunOptions } from "./engine.ts";
import type { PreparedAnswers } from "./prepared.ts";

/**
 * One engine made of two: prepared answers until the real engine is up, the real one after. Who
 * asks does not know which answered.
 */
export class Sources implements Engine {
  readonly #prepared: Pick<PreparedAnswers, "rows">;
  readonly #start: () => Promise<Engine>;
  #started: Promise<Engine> | null = null;
  #ready: Engine | null = null;

  /** @param start starts the real engine; called at most once unless it failed and is asked again. */
  constructor(prepared: Pick<PreparedAnswers, "rows">, start: () => Promise<Engine>) {
    this.#prepared = prepared;
    this.#start = start;
  }

  /** Starts the real engine, once; ten early callers share one start. Rejects with why it failed. */
  start(): Promise<Engine> {
    this.#started ??= this.#start().then((engine) => {
      this.#ready = engine;
      return engine;
    });
    return this.#started;
  }

  async query<Params extends object, Row>(query: Query<Params, Row>, params: Params): Promise<Row[]> {
    if (this.#ready !== null) return this.#ready.query(query, params);
    const prepared = await this.#prepared.rows(query, params);
    return prepared ?? (await this.start()).query(query, params);
  }

  async run(text: string, options?: RunOptions): Promise<ResultTable> {
    return (await this.start()).run(text, options);
  }

  async close(): Promise<void> {
    await this.#ready?.close();
  }
}
