import type { ReaderEngine } from "../engine/reader-engine.ts";
import { tablesOf } from "./tables-of.ts";
import type { ReaderTable } from "./tables-of.ts";

export type { ReaderTable } from "./tables-of.ts";

const COLUMNS = `SELECT table_name, column_name, data_type FROM duckdb_columns()
WHERE database_name = current_database() AND NOT internal ORDER BY table_name, column_index`;

const MOST = { rows: 20_000, bytes: 16 * 1024 * 1024 } as const;

/** What the reader's database holds beside the model's tables, and which of those stand for something else. */
export class ReaderTables {
  #list: readonly ReaderTable[] = $state.raw([]);
  #replaced: readonly string[] = $state.raw([]);
  readonly #engine: Pick<ReaderEngine, "stream" | "replaced" | "restore">;
  readonly #model: ReadonlySet<string>;

  constructor(engine: Pick<ReaderEngine, "stream" | "replaced" | "restore">, model: ReadonlySet<string>) {
    this.#engine = engine;
    this.#model = model;
  }

  get list(): readonly ReaderTable[] {
    return this.#list;
  }

  /** Names of the model that a statement has put something else under. */
  get replaced(): readonly string[] {
    return this.#replaced;
  }

  /** Looks again. Never rejects: without an engine there is nothing to see. */
  async refresh(): Promise<void> {
    try {
      const { signal } = new AbortController();
      const { rows } = await this.#engine.stream(COLUMNS, { signal, most: MOST, onrows: () => undefined });
      this.#list = tablesOf(rows).filter((table) => !this.#model.has(table.name));
      this.#replaced = await this.#engine.replaced();
    } catch {
      this.#list = [];
      this.#replaced = [];
    }
  }

  /** Puts the model's tables back in their place. */
  async restore(): Promise<void> {
    await this.#engine.restore();
    await this.refresh();
  }
}
