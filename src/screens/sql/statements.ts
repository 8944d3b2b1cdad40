/** A statement in a text: 0-based, `to` exclusive, without its semicolon and the white space around it. */
export interface StatementSpan {
  readonly from: number;
  readonly to: number;
}

/** Comments, texts and quoted names, finished or not: what stands in them is no code. */
const OPAQUE = String.raw`--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:[^']|'')*(?:'|$)|"(?:[^"]|"")*(?:"|$)|\$(\w*)\$[\s\S]*?(?:\$\1\$|$)`;
const ENDS = new RegExp(`${OPAQUE}|;`, "g");
const PARAMETERS = new RegExp(String.raw`${OPAQUE}|\$([A-Za-z_]\w*|\d+)`, "g");

/** A `$name` in a text: 0-based, `to` exclusive. */
export interface ParameterPlace extends StatementSpan {
  readonly name: string;
}

/** Where the parameters of a text stand, in order. */
export function parameterPlaces(text: string): ParameterPlace[] {
  return [...text.matchAll(PARAMETERS)].flatMap((found) => {
    const name = found[2];
    return name === undefined ? [] : [{ name, from: found.index, to: found.index + found[0].length }];
  });
}

/** The statements of a text in order. Comments before a statement belong to it; pieces without a statement are left out. */
export function statementsOf(text: string): StatementSpan[] {
  const spans: StatementSpan[] = [];
  let start = 0;
  const add = (end: number): void => {
    const piece = text.slice(start, end);
    const bare = piece.replace(/--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g, "").trim();
    if (bare !== "") {
      const from = start + (piece.length - piece.trimStart().length);
      spans.push({ from, to: start + piece.trimEnd().length });
    }
    start = end + 1;
  };
  for (const found of text.matchAll(ENDS)) if (found[0] === ";") add(found.index);
  add(text.length);
  return spans;
}

/**
 * The statement that a cursor stands in or just behind, semicolon included; between two the one
 * before. Null when the text has none.
 */
export function statementAt(text: string, cursor: number): StatementSpan | null {
  const spans = statementsOf(text);
  const inside = spans.find((span) => cursor >= span.from && cursor <= span.to);
  return inside ?? spans.findLast((span) => span.to <= cursor) ?? spans[0] ?? null;
}

/** A 0-based character of a text as 1-based line and column, for a message. */
export function lineAndColumn(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at).split("\n");
  return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
}
