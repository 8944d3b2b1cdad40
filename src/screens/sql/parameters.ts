import { literal } from "../../model/sql.ts";
import type { PlacedStatement } from "../../state/statement-run.svelte.ts";
import { parameterPlaces } from "./statements.ts";

/** Names of the parameters of a text, each once, in the order of their first place. */
export function parameterNames(text: string): string[] {
  return [...new Set(parameterPlaces(text).map((place) => place.name))];
}

const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;
const QUOTED = /^'([\s\S]*)'$/;

/**
 * What a reader fills in, as a constant of SQL: nothing is NULL, a number a number, `'…'` a text
 * even if it looks like a number, anything else a text. Never code: a text cannot end itself.
 */
export function parameterConstant(typed: string): string {
  const text = typed.trim();
  if (text === "") return "NULL";
  if (NUMBER.test(text)) return text;
  return literal(QUOTED.exec(text)?.[1] ?? text).text;
}

/**
 * A statement with its parameters filled in. Its places lead back to the text as the reader wrote
 * it, so that an error is shown where it is.
 *
 * @param at 0-based character of the statement in the reader's text.
 */
export function filledIn(text: string, at: number, values: Readonly<Record<string, string>>): PlacedStatement {
  const places = parameterPlaces(text);
  if (places.length === 0) return { text, at };
  let filled = "";
  let read = 0;
  /** Where each piece of the reader's text begins in what is sent, and where in the reader's. */
  const pieces: { readonly sent: number; readonly written: number; readonly isConstant: boolean }[] = [];
  for (const { name, from, to } of places) {
    pieces.push({ sent: filled.length, written: read, isConstant: false });
    filled += text.slice(read, from);
    pieces.push({ sent: filled.length, written: from, isConstant: true });
    filled += parameterConstant(values[name] ?? "");
    read = to;
  }
  pieces.push({ sent: filled.length, written: read, isConstant: false });
  filled += text.slice(read);
  return {
    text: filled,
    at,
    written: text,
    place: (position) => {
      const piece = pieces.findLast((candidate) => candidate.sent <= position);
      if (piece === undefined) return at;
      return at + piece.written + (piece.isConstant ? 0 : position - piece.sent);
    },
  };
}
