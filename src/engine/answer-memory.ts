import type { Query } from "../model/sql.ts";

/** So many cells are kept, most of them numbers of a dozen bytes: of 4,000 agencies some thirty metrics in all their readings. */
const MOST_CELLS = 12_000_000;

interface Answer {
  readonly rows: unknown[];
  /** What it counts against the limit: an empty answer takes room too. */
  readonly size: number;
}

/** Answers to named questions on data that does not change, the latest asked ones first to stay. */
export class AnswerMemory {
  readonly #most: number;
  /** In the order they were last asked for. */
  readonly #answers = new Map<string, Answer>();
  #size = 0;

  /** @param most cells kept. */
  constructor(most = MOST_CELLS) {
    this.#most = most;
  }

  /** The rows kept of a question, or of all its parts; null where none are. */
  recall<Params extends object, Row>(query: Query<Params, Row>, params: Params): Row[] | null {
    const parts = partsOf(query, params);
    if (parts === null) return this.#recall(query, params);
    const answers: Row[] = [];
    for (const part of parts.values()) {
      const rows = this.#recall(query, part);
      if (rows === null) return null;
      for (const row of rows) answers.push(row);
    }
    return answers;
  }

  #recall<Params extends object, Row>(query: Query<Params, Row>, params: Params): Row[] | null {
    const key = keyOf(query, params);
    const answer = this.#answers.get(key);
    if (answer === undefined) return null;
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    return answer.rows as Row[]; // kept under the name of this very query
  }

  /** Keeps an answer, or those to its parts; those asked for longest ago give way. One that is larger than all room is not kept. */
  keep<Params extends object, Row>(query: Query<Params, Row>, params: Params, rows: Row[]): void {
    const parts = partsOf(query, params);
    if (parts === null) {
      this.#keep(query, params, rows);
      return;
    }
    const answers = new Map([...parts.keys()].map((name): [string, Row[]] => [name, []]));
    for (const row of rows) answers.get(query.parts?.nameOf(row) ?? "")?.push(row);
    for (const [name, part] of parts) this.#keep(query, part, answers.get(name) ?? []);
  }

  #keep<Params extends object, Row>(query: Query<Params, Row>, params: Params, rows: Row[]): void {
    const size = rows.length * Object.keys(query.columns).length + 1;
    if (size > this.#most) return;
    const key = keyOf(query, params);
    this.#forget(key);
    this.#answers.set(key, { rows, size });
    this.#size += size;
    for (const oldest of this.#answers.keys()) {
      if (this.#size <= this.#most) break;
      this.#forget(oldest);
    }
  }

  #forget(key: string): void {
    this.#size -= this.#answers.get(key)?.size ?? 0;
    this.#answers.delete(key);
  }
}

const keyOf = (query: { readonly name: string }, params: object): string => `${query.name} ${JSON.stringify(params)}`;

/** The questions that a question is made of; null where it is one of its own. */
function partsOf<Params extends object, Row>(
  query: Query<Params, Row>,
  params: Params,
): ReadonlyMap<string, Params> | null {
  const parts = query.parts?.of(params);
  return parts === undefined || parts.size === 1 ? null : parts;
}
