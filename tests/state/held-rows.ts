import type { Cell } from "../../src/engine/engine.ts";
import type { ResultRows, StreamedResult, StreamOptions } from "../../src/engine/reader-engine.ts";

/** Rows held as plain values; numbers are numbers, decimals may come as text. */
export function heldRows(columns: Readonly<Record<string, string>>, values: readonly (readonly Cell[])[]): ResultRows {
  const cell = (row: number, column: number): Cell => values[row]?.[column] ?? null;
  return {
    columns: Object.entries(columns).map(([name, type]) => ({ name, type })),
    count: values.length,
    cell,
    text: (row, column) => {
      const value = cell(row, column);
      return value === null ? null : typeof value === "object" ? JSON.stringify(value) : String(value);
    },
    number: (row, column) => {
      const value = cell(row, column);
      if (value === null || Number.isNaN(Number(value))) return null;
      return Number(value);
    },
  };
}

/** A statement that an engine was asked, waiting for its answer. */
export interface Asked {
  readonly text: string;
  readonly options: StreamOptions;
  readonly resolve: (result: StreamedResult) => void;
  readonly reject: (error: unknown) => void;
}

/** An engine that answers when told to; an abort rejects, as the contract says. The warm-up is answered at once. */
export class HeldReader {
  readonly asked: Asked[] = [];
  restarts = 0;
  readonly #warmUp: string;

  constructor(warmUp: string) {
    this.#warmUp = warmUp;
  }

  stream(text: string, options: StreamOptions): Promise<StreamedResult> {
    if (text === this.#warmUp) return Promise.resolve({ rows: heldRows({}, []), cut: null });
    return new Promise((resolve, reject) => {
      this.asked.push({ text, options, resolve, reject });
      options.signal.addEventListener("abort", () => {
        reject(options.signal.reason as Error);
      });
    });
  }

  restart(): Promise<void> {
    this.restarts += 1;
    return Promise.resolve();
  }

  addTable = (): Promise<void> => Promise.resolve();
  removeTable = (): Promise<void> => Promise.resolve();
  replaced = (): Promise<readonly string[]> => Promise.resolve([]);
  restore = (): Promise<void> => Promise.resolve();
}

/** Lets what is under way go on: only then is the statement sent. */
export async function settled(): Promise<void> {
  for (let round = 0; round < 8; round += 1) await Promise.resolve();
}
