import type { ReaderEngine, ResultRows } from "../engine/reader-engine.ts";
import { countsStatement, HISTOGRAM_BARS, histogramStatement, topValuesStatement } from "../model/column-profile.ts";
import { isNumericType } from "./result-view.svelte.ts";

/** What a column holds. */
export interface ColumnFigures {
  readonly rows: number;
  readonly nulls: number;
  readonly distinct: number;
  readonly min: string | null;
  readonly max: string | null;
  /** The values that occur most; empty for numbers. */
  readonly top: readonly { readonly value: string; readonly times: number }[];
  /** Values in equal parts between least and greatest; empty for anything but numbers. */
  readonly bars: readonly number[];
}

export type ColumnProfile =
  | { readonly status: "loading" }
  | { readonly status: "ready"; readonly figures: ColumnFigures }
  | { readonly status: "failed"; readonly message: string };

const MOST = { rows: 1000, bytes: 8 * 1024 * 1024 } as const;

/** Figures of columns, worked out when asked for. */
export class ColumnProfiles {
  #profiles: Readonly<Record<string, ColumnProfile>> = $state.raw({});
  readonly #engine: Pick<ReaderEngine, "stream">;

  constructor(engine: Pick<ReaderEngine, "stream">) {
    this.#engine = engine;
  }

  of(table: string, column: string): ColumnProfile | null {
    return this.#profiles[keyOf(table, column)] ?? null;
  }

  close(table: string, column: string): void {
    const { [keyOf(table, column)]: _closed, ...others } = this.#profiles;
    this.#profiles = others;
  }

  /** Never rejects. */
  async ask(table: string, column: string, type: string): Promise<void> {
    this.#set(table, column, { status: "loading" });
    try {
      this.#set(table, column, { status: "ready", figures: await this.#figures(table, column, type) });
    } catch (error) {
      this.#set(table, column, { status: "failed", message: error instanceof Error ? error.message : String(error) });
    }
  }

  async #figures(table: string, column: string, type: string): Promise<ColumnFigures> {
    const counts = await this.#rows(countsStatement(table, column));
    const [rows = 0, filled = 0, distinct = 0] = [0, 1, 2].map((index) => counts.number(0, index) ?? 0);
    const isNumeric = isNumericType(type);
    const bars = new Array<number>(HISTOGRAM_BARS).fill(0);
    if (isNumeric && distinct > 1) {
      const found = await this.#rows(histogramStatement(table, column));
      for (let row = 0; row < found.count; row++) bars[found.number(row, 0) ?? 0] = found.number(row, 1) ?? 0;
    }
    const top: { value: string; times: number }[] = [];
    if (!isNumeric) {
      const found = await this.#rows(topValuesStatement(table, column));
      for (let row = 0; row < found.count; row++) {
        top.push({ value: found.text(row, 0) ?? "", times: found.number(row, 1) ?? 0 });
      }
    }
    return {
      rows,
      nulls: rows - filled,
      distinct,
      min: counts.text(0, 3),
      max: counts.text(0, 4),
      top,
      bars: isNumeric && distinct > 1 ? bars : [],
    };
  }

  async #rows(statement: string): Promise<ResultRows> {
    const { signal } = new AbortController();
    return (await this.#engine.stream(statement, { signal, most: MOST, onrows: () => undefined })).rows;
  }

  #set(table: string, column: string, profile: ColumnProfile): void {
    this.#profiles = { ...this.#profiles, [keyOf(table, column)]: profile };
  }
}

const keyOf = (table: string, column: string): string => JSON.stringify([table, column]);
