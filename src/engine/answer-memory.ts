import type { Query } from "../model/sql.ts";

/** So many cells are kept, most of them numbers of a dozen bytes: of 4,000 agencies some thirty metrics in all their readings. */
const MOST_CELLS = 12_000_000;

interface Answer {
  readonly rows: unknown[];
  /** What it counts against the limit: an empty answer takes room too. */
  readonly size: number;
}

/** What is left to ask of a question, whose other parts are known. */
export interface OpenQuestion<Params, Row> {
  readonly params: Params;
  /** Keeps what answers these, and gives the answer to the whole question. */
  readonly complete: (rows: Row[]) => Row[];
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

  /** What must be asked still for the answer to a question, all of it where no part is known. */
  open<Params extends object, Row>(query: Query<Params, Row>, params: Params): OpenQuestion<Params, Row> {
    const parts = partsOf(query, params) ?? new Map<string, Params>();
    // Held here: whatever else is kept meanwhile may take their place.
    const answers = new Map([...parts].map(([name, part]) => [name, this.#recall(query, part)]));
    const open = new Set([...answers].flatMap(([name, rows]) => (rows === null ? [name] : [])));
    if (query.parts === undefined || open.size === answers.size) {
      return {
        params,
        complete: (rows) => {
          this.keep(query, params, rows);
          return rows;
        },
      };
    }
    const asked = query.parts.only(params, open);
    return {
      params: asked,
      complete: (rows) => {
        this.keep(query, asked, rows);
        const read = answersOf(query, open, rows);
        return [...answers].flatMap(([name, known]) => known ?? read.get(name) ?? []);
      },
    };
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
    const answers = answersOf(query, parts.keys(), rows);
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

/** What of an answer is about each of its things. */
function answersOf<Params extends object, Row>(
  query: Query<Params, Row>,
  names: Iterable<string>,
  rows: readonly Row[],
): ReadonlyMap<string, Row[]> {
  const answers = new Map(Array.from(names, (name): [string, Row[]] => [name, []]));
  for (const row of rows) answers.get(query.parts?.nameOf(row) ?? "")?.push(row);
  return answers;
}

/** The questions that a question is made of; null where it is one of its own. */
function partsOf<Params extends object, Row>(
  query: Query<Params, Row>,
  params: Params,
): ReadonlyMap<string, Params> | null {
  const parts = query.parts?.of(params);
  return parts === undefined || parts.size === 1 ? null : parts;
}
