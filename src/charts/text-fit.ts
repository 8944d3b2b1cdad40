/**
 * Widths of text estimated from its characters, so that margins can be set before anything is
 * drawn and the same picture comes out in Node, where no font can be measured. Slightly generous:
 * a margin may be a few pixels wide, a label may never be clipped.
 */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u2018-\u201d\u2026\u2190-\u21ff]/u;
const NARROW = /[ .,:;'!|ijl()[\]]/;
const BROAD = /[mwMW%@+−×÷±=<>~≤≥—]/u;
const CAPITAL = /[A-Z&]/;

/** @returns pixels, for text at `size` pixels; `bold` adds 10 %. */
export function textWidth(text: string, size: number, bold = false): number {
  let ems = 0;
  for (const character of text) {
    if (WIDE.test(character)) ems += 1;
    else if (NARROW.test(character)) ems += 0.36;
    else if (BROAD.test(character)) ems += 0.98;
    else if (CAPITAL.test(character)) ems += 0.74;
    else ems += 0.64;
  }
  return ems * size * (bold ? 1.1 : 1);
}

/** The text, or its beginning and `…` where it is wider than `width` pixels. */
export function truncated(text: string, width: number, size: number, bold = false): string {
  if (textWidth(text, size, bold) <= width) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join("")}…`, size, bold) > width) characters.pop();
  return `${characters.join("").trimEnd()}…`;
}

/** Where a line may end: after any Chinese character, before a space, never before closing marks. */
const PIECES = /[A-Za-z0-9.,%'’“”"()/+−-]+\s*|[\s\S][，。、；：）】」』％…]*\s*/gu;

/**
 * Breaks a label into at most `lines` lines of at most `width` pixels; what does not fit into the
 * last one ends in `…`. Callers give the whole text as the mark's title then.
 */
export function fitted(text: string, width: number, size: number, lines = 2): string[] {
  const pieces = text.match(PIECES) ?? [];
  const result: string[] = [];
  let line = "";
  for (const [index, piece] of pieces.entries()) {
    if (line !== "" && textWidth((line + piece).trimEnd(), size) > width) {
      if (result.length === lines - 1) {
        result.push(truncated(line + pieces.slice(index).join(""), width, size));
        return result;
      }
      result.push(truncated(line.trimEnd(), width, size));
      line = "";
    }
    line += piece;
  }
  if (line !== "" || result.length === 0) result.push(truncated(line.trimEnd(), width, size));
  return result;
}
