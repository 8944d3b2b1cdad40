import type { Query } from "../model/sql.ts";
import { preparedKey, type PreparedFiles } from "./prepared-key.ts";

/** Answers that were computed at build time by the same SQL, shipped as small files: key → rows. */
export class PreparedAnswers {
  readonly #address: (file: string) => string;
  readonly #fileOf: ReadonlyMap<string, string>;
  readonly #files = new Map<string, Promise<Readonly<Record<string, unknown>> | null>>();

  /**
   * @param address of a file.
   * @param files the answers that exist there, so that nothing is asked for in vain.
   */
  constructor(address: (file: string) => string, files: PreparedFiles) {
    this.#address = address;
    this.#fileOf = new Map(Object.entries(files).flatMap(([file, keys]) => keys.map((key) => [key, file] as const)));
  }

  /** Rows of a query, or null when its answer was not prepared or its file cannot be read. */
  async rows<Params extends object, Row>(query: Query<Params, Row>, params: Params): Promise<Row[] | null> {
    const key = preparedKey(query.name, params);
    const file = this.#fileOf.get(key);
    if (file === undefined) return null;
    const answers = this.#files.get(file) ?? this.#fetch(file);
    this.#files.set(file, answers);
    const rows = (await answers)?.[key];
    // Written by our own build from the same query, whose columns are checked against Row by test.
    return Array.isArray(rows) ? (rows as Row[]) : null;
  }

  async #fetch(file: string): Promise<Readonly<Record<string, unknown>> | null> {
    try {
      const response = await fetch(this.#address(file));
      return response.ok ? ((await response.json()) as Readonly<Record<string, unknown>>) : null; // an answer is looked at before it is used
    } catch {
      // A missing prepared answer is no failure: the engine gives the same rows a little later.
      this.#files.delete(file);
      return null;
    }
  }
}
