import type { ResultRows } from "../engine/reader-engine.ts";
import { columnFilter, columnSummary, filteredRows, sortedRows } from "./row-order.ts";
import type { ColumnFilter, ColumnSort, ColumnSummary } from "./row-order.ts";

export type { ColumnSort, ColumnSummary } from "./row-order.ts";

/** Whether a column of this SQL type holds numbers. */
export function isNumericType(type: string): boolean {
  return /^(?:DECIMAL|DOUBLE|FLOAT|REAL|U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?)(?:\(.*\))?$/.test(type);
}

/** Whether its values are ordered as numbers are: numbers, dates and times. */
function isOrdered(type: string): boolean {
  return isNumericType(type) || type === "DATE" || type.startsWith("TIMESTAMP");
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** A result as the reader has arranged it: sorted, filtered, summed up. Rows themselves never move. */
export class ResultView {
  readonly rows: ResultRows;
  #count = $state(0);
  #sort: ColumnSort | null = $state.raw(null);
  #typed: Readonly<Record<number, string>> = $state.raw({});
  /** Rows of the result in the order shown; null: as they came. */
  #order: Uint32Array | null = $state.raw(null);
  #summary: readonly ColumnSummary[] | null = $state.raw(null);
  #busy = $state(false);
  #job: AbortController | null = null;

  /** @param count rows that are there; `grow` tells of more. */
  constructor(rows: ResultRows, count: number) {
    this.rows = rows;
    this.#count = count;
  }

  get count(): number {
    return this.#order?.length ?? this.#count;
  }

  /** Rows of the result, whether shown or not. */
  get total(): number {
    return this.#count;
  }

  get sort(): ColumnSort | null {
    return this.#sort;
  }

  get isBusy(): boolean {
    return this.#busy;
  }

  get isArranged(): boolean {
    return this.#order !== null;
  }

  get summary(): readonly ColumnSummary[] | null {
    return this.#summary;
  }

  get order(): Uint32Array | null {
    return this.#order;
  }

  filterOf(column: number): string {
    return this.#typed[column] ?? "";
  }

  /** The row of the result that is shown at a place. */
  rowAt(place: number): number {
    return this.#order === null ? place : (this.#order[place] ?? -1);
  }

  grow(count: number): void {
    this.#count = count;
  }

  isNumeric(column: number): boolean {
    return isNumericType(this.rows.columns[column]?.type ?? "");
  }

  /** Ascending, descending, as it came. */
  async toggleSort(column: number): Promise<void> {
    const now = this.#sort?.column === column ? this.#sort.direction : null;
    this.#sort =
      now === null
        ? { column, direction: "ascending" }
        : now === "ascending"
          ? { column, direction: "descending" }
          : null;
    await this.#arrange();
  }

  async filter(column: number, typed: string): Promise<void> {
    this.#typed = { ...this.#typed, [column]: typed };
    await this.#arrange();
  }

  async clear(): Promise<void> {
    this.#typed = {};
    this.#sort = null;
    await this.#arrange();
  }

  /** Counts, least, greatest and mean of every column, over the rows shown. */
  async summarise(): Promise<void> {
    await this.#work(async (breathe) => {
      const all: ColumnSummary[] = [];
      for (const [index, column] of this.rows.columns.entries()) {
        all.push(await columnSummary(this.rows, this.#order, index, isOrdered(column.type), breathe));
      }
      this.#summary = all;
    });
  }

  forgetSummary(): void {
    this.#summary = null;
  }

  /** Stops what is being worked out. */
  dispose(): void {
    this.#job?.abort();
  }

  async #arrange(): Promise<void> {
    const wantsSummary = this.#summary !== null;
    const filters = this.rows.columns.flatMap((_, index): ColumnFilter[] => {
      const filter = columnFilter(this.#typed[index] ?? "", index, this.isNumeric(index));
      return filter === null ? [] : [filter];
    });
    const sort = this.#sort;
    await this.#work(async (breathe) => {
      let order: Uint32Array | null = null;
      if (filters.length > 0) order = await filteredRows(this.rows, this.#count, filters, breathe);
      if (sort !== null) {
        const all = order ?? Uint32Array.from({ length: this.#count }, (_, row) => row);
        order = await sortedRows(this.rows, all, sort, isOrdered(this.rows.columns[sort.column]?.type ?? ""), breathe);
      }
      this.#order = order;
    });
    if (wantsSummary) await this.summarise();
  }

  /** Long work in pieces; newer work supersedes older. */
  async #work(work: (breathe: () => Promise<void>) => Promise<void>): Promise<void> {
    this.#job?.abort();
    const job = new AbortController();
    this.#job = job;
    this.#busy = true;
    let last = performance.now();
    try {
      await work(async () => {
        job.signal.throwIfAborted();
        if (performance.now() - last < 12) return;
        await pause();
        job.signal.throwIfAborted();
        last = performance.now();
      });
    } catch (error) {
      if (!job.signal.aborted) throw error;
    } finally {
      if (this.#job === job) this.#busy = false;
    }
  }
}
