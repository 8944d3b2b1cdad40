/** A Chinese character is as wide as two columns of the caret's line. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

const byteLength = (text: string): number => new TextEncoder().encode(text).length;

/** How many characters of `text` fill `columns` columns. */
function charactersIn(text: string, columns: number): number {
  let width = 0;
  for (let index = 0; index < text.length; index++) {
    if (width >= columns) return index;
    width += WIDE.test(text.charAt(index)) ? 2 : 1;
  }
  return text.length;
}

/** The occurrence of `token` nearest to `index`, at most three characters away, or null. */
function nearby(text: string, token: string, index: number): number | null {
  const distances = [0, 1, -1, 2, -2, 3, -3];
  const found = distances.find((distance) => text.startsWith(token, index + distance));
  return found === undefined ? null : index + found;
}

/**
 * Where DuckDB points at in its message:
 *
 *     Parser Error: syntax error at or near "t"
 *
 *     LINE 2: select a form t
 *                           ^
 *
 * A long line is cut to a window with `...` at its ends.
 *
 * @returns the 0-based character in `statement`, or null when the message points nowhere.
 */
export function errorPosition(message: string, statement: string): number | null {
  const match = /^LINE (\d+): (.*)\n( *)\^/m.exec(message);
  if (match === null) return null;
  const [, line = "", shown = "", indent = ""] = match;
  const lines = statement.split("\n");
  const before = lines.slice(0, Number(line) - 1).join("\n");
  const text = lines[Number(line) - 1];
  if (text === undefined) return null;
  const cut = shown.startsWith("...") && !text.startsWith("...") ? 3 : 0;
  const window = shown.slice(cut, shown.endsWith("...") && !text.endsWith("...") ? -3 : undefined);
  const start = text.indexOf(window);
  if (start < 0) return null;
  const lineStart = Number(line) === 1 ? 0 : before.length + 1;
  const column = start + charactersIn(window, indent.length - `LINE ${line}: `.length - cut);
  const position = lineStart + Math.min(column, text.length);
  // The parser counts characters but the caret is drawn as if it had counted bytes, so that
  // Chinese text before it moves it to the left. The token it names says where it belongs.
  const token = /syntax error at or near "(.+?)"\n/.exec(message)?.[1];
  if (token === undefined || statement.startsWith(token, position)) return position;
  return nearby(statement, token, byteLength(statement.slice(0, position))) ?? position;
}
