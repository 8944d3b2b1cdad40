import type { RunResult } from "../../state/statement-run.svelte.ts";

/** An error at its place in the reader's text, 0-based. */
export interface ErrorInText {
  readonly at: number;
  readonly message: string;
}

/** Where a result's error is in a text; null where it has none, or the text no longer reads as it was run. */
export function errorInText(result: RunResult, text: string): ErrorInText | null {
  if (result.status !== "failed" || result.position === null) return null;
  const { at, text: sent, written = sent } = result.statement;
  return text.slice(at, at + written.length) === written ? { at: result.position, message: result.message } : null;
}
