import { isIdeograph } from "../white-space.ts";
import type { Quantity } from "./quantities.ts";

/** A separator of clauses; `(` and `)` only where they enclose a clause of their own. */
export type Mark = "," | ";" | "。" | ":" | "、" | "(" | ")";

export type Piece =
  | { readonly kind: "text"; readonly from: number; readonly to: number }
  | { readonly kind: "quantity"; readonly quantity: Quantity }
  | { readonly kind: "mark"; readonly mark: Mark; readonly at: number };

/** The separator that a character is wherever it stands; none for any other. */
function markOf(character: string): Mark | undefined {
  switch (character) {
    case ",":
    case "，":
      return ",";
    case ";":
    case ":":
    case "。":
      return character;
    case "！":
    case "？":
      return "。";
    default:
      return undefined;
  }
}

/**
 * Cuts a compact paragraph into words, figures and separators.
 *
 *     来宾5人次（不含陪同）、国内来访团1个（其中外地1个）
 *     ttqqqqtttttttttttttt mtttttqqqmttttqqqm
 *
 * Brackets are part of a name, «因公出国（境）费», unless a figure or a separator stands in them. «、»
 * lists words inside a name and separates clauses only behind a figure.
 */
export function piecesOf(text: string, quantities: readonly Quantity[]): Piece[] {
  const brackets = clauseBrackets(text, quantities);
  const pieces: Piece[] = [];
  let next = 0;
  let pending = 0;
  const flush = (to: number): void => {
    if (to > pending) pieces.push({ kind: "text", from: pending, to });
  };
  for (let at = 0; at < text.length;) {
    const quantity = quantities[next];
    if (quantity !== undefined && at >= quantity.from) {
      flush(quantity.from);
      pieces.push({ kind: "quantity", quantity });
      at = Math.max(quantity.end, at + 1);
      pending = quantity.end;
      next += 1;
      continue;
    }
    if (isIdeograph(text.charCodeAt(at))) {
      at += 1;
      continue;
    }
    const character = text.charAt(at);
    const mark = brackets?.get(at) ?? markOf(character) ?? (character === "、" ? "、" : undefined);
    if (mark !== undefined && (mark !== "、" || follows(pieces, pending, at))) {
      flush(at);
      pieces.push({ kind: "mark", mark, at });
      pending = at + 1;
    }
    at += 1;
  }
  flush(text.length);
  return pieces;
}

/** «、» directly behind a figure or a bracketed clause. */
function follows(pieces: readonly Piece[], pending: number, at: number): boolean {
  const last = pieces.at(-1);
  if (pending !== at || last === undefined) return false;
  return last.kind === "quantity" || (last.kind === "mark" && last.mark === ")");
}

/** Positions of the brackets that enclose a clause; unbalanced brackets enclose nothing. null for a text without any. */
function clauseBrackets(text: string, quantities: readonly Quantity[]): Map<number, Mark> | null {
  if (!text.includes("(")) return null;
  const found = new Map<number, Mark>();
  const open: { at: number; clause: boolean }[] = [];
  let next = 0;
  for (let at = 0; at < text.length; at += 1) {
    const quantity = quantities[next];
    if (quantity !== undefined && at >= quantity.from) {
      for (const bracket of open) bracket.clause = true;
      next += 1;
      if (quantity.end > at + 1) at = quantity.end - 1;
      continue;
    }
    if (isIdeograph(text.charCodeAt(at))) continue;
    const character = text.charAt(at);
    const innermost = open.at(-1);
    if (character === "(") {
      open.push({ at, clause: false });
    } else if (character === ")" && innermost !== undefined) {
      open.pop();
      if (innermost.clause) found.set(innermost.at, "(").set(at, ")");
    } else if (innermost !== undefined && character !== ":" && markOf(character) !== undefined) {
      innermost.clause = true;
    }
  }
  return found;
}
