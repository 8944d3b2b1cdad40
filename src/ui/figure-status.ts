import type { QueryResult } from "../state/query.svelte.ts";

/** What a `Figure` is told of the query behind it. */
export interface FigureStatus {
  readonly status: "loading" | "ready" | "empty" | "failed";
  readonly error: Error | null;
}

/** `isEmpty`: the query answered and there is nothing to draw. */
export function figureStatus(result: QueryResult<unknown>, isEmpty: boolean): FigureStatus {
  if (result.status === "failed") return { status: "failed", error: result.error };
  if (result.status !== "ready") return { status: "loading", error: null };
  return { status: isEmpty ? "empty" : "ready", error: null };
}
