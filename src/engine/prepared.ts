import type { Query } from "../model/sql.ts";
import { preparedKey } from "./prepared-key.ts";

/** Answers that were computed at build time by the same SQL, shipped as small files. */
export class PreparedAnswers {
  readonly #address: (key: string) => string;
  readonly #keys: ReadonlySet<string>;
  readonly #answers = new Map<string, Promise<unknown>>();

  /**
   * @param address of the file of a key.
   * @param keys the answers that exist there, so that nothing is asked for in vain.
   */
  constructor(address: (key: string) => string, keys: readonly string[]) {
    this.#address = address;
    this.#keys = new Set(keys);
  }

  /** Rows of a query, or null when its answer was not prepared or its file cannot be read. */
  async rows<Params extends object, Row>(query: Query<Params, Row>, params: Params): Promise<Row[] | null> {
    const key = preparedKey(query.name, params);
    if (!this.#keys.has(key)) return null;
    const answer = this.#answers.get(key) ?? this.#fetch(key);
    this.#answers.set(key, answer);
    const rows = await answer;
    // Written by our own build from the same query, whose columns are checked against Row by test.
    return Array.isArray(rows) ? (rows as Row[]) : null;
  }

  async #fetch(key: string): Promise<unknown> {
    try {
      const response = await fetch(this.#address(key));
      return response.ok ? await response.json() : null;
    } catch {
      // A missing prepared answer is no failure: the engine gives the same rows a little later.
      this.#answers.delete(key);
      return null;
    }
  }
}
