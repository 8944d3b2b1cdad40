import { maskedLines, mayNamePersons } from "./mask.ts";
import type { Line } from "./types.ts";

/** The text as numbered lines, personal data masked. Everything after carries these positions. */
export function readLines(text: string): Line[] {
  const lines = text.replace(/^\ufeff/, "").split(text.includes("\r") ? /\r\n|\r|\n/ : "\n");
  if (lines.at(-1) === "") lines.pop();
  const masked = mayNamePersons(text) ? maskedLines(lines) : lines;
  return masked.map((line, index) => ({ no: index + 1, text: line }));
}
