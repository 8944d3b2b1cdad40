import type { QueryResult } from "../../state/query.svelte.ts";

/** How far what is asked for has come; `empty`: answered, and nothing there. */
export type Progress = "loading" | "ready" | "empty" | "failed";

type Status = QueryResult<unknown>["status"];

/** Of the values: rows of the metric asked for are shown while others are read. */
export function valuesProgress(status: Status, hasRows: boolean): Progress {
  if (status === "failed") return "failed";
  if (hasRows) return "ready";
  return status === "ready" ? "empty" : "loading";
}

/** Of the parts, which several questions answer together; one not asked (`idle`) is waited for by nobody. */
export function partsProgress(asked: readonly Status[], hasRows: boolean, isSplit: boolean): Progress {
  if (asked.includes("failed")) return "failed";
  const isLoading = asked.includes("loading");
  if (isLoading && !hasRows) return "loading";
  if (isSplit) return "ready";
  return isLoading ? "loading" : "empty";
}
