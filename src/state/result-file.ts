import type { ResultFormat } from "../engine/result-file.ts";
import type { ResultRows } from "../engine/reader-engine.ts";

export type { ResultFormat } from "../engine/result-file.ts";

/** A result as a file; the writers are fetched at first use. */
export async function resultFile(rows: ResultRows, order: Uint32Array | null, format: ResultFormat): Promise<Blob> {
  const writers = await import("../engine/result-file.ts");
  return writers.resultFile(rows, order, format);
}
