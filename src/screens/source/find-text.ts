import type { Span } from "./pieces.ts";

/** A place where the searched words stand. */
export interface Match extends Span {
  /** 1-based line. */
  readonly line: number;
}

/** A line as it is searched, with the place of each of its characters in the printed line. */
export interface FoldedLine {
  readonly text: string;
  readonly places: readonly number[];
}

/** Beyond this nobody steps through; the count says «more than». */
export const MOST_MATCHES = 5000;

function isDigit(character: string | undefined): boolean {
  return character !== undefined && /[0-9０-９]/.test(character);
}

/**
 * A text in the form that is compared: lower case, full-width forms as half-width ones, without
 * white space and without thousands separators, so that «1484.80» finds «1,484.80» and
 * «项目支出» finds «项 目 支 出».
 */
export function fold(text: string): FoldedLine {
  let folded = "";
  const places: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (/\s/.test(character)) continue;
    if (/[,，]/.test(character) && isDigit(text[index - 1]) && isDigit(text[index + 1])) continue;
    const code = character.charCodeAt(0);
    const plain = code > 0xff00 && code < 0xff5f ? String.fromCharCode(code - 0xfee0) : character;
    const lower = plain.toLowerCase();
    folded += lower.length === 1 ? lower : plain;
    places.push(index);
  }
  return { text: folded, places };
}

/** All places of `words`, in the order of the text, without overlap; none for blank words. At most `MOST_MATCHES`. */
export function findText(lines: readonly FoldedLine[], words: string): Match[] {
  const wanted = fold(words).text;
  const matches: Match[] = [];
  if (wanted === "") return matches;
  for (const [index, line] of lines.entries()) {
    let at = line.text.indexOf(wanted);
    while (at >= 0) {
      const from = line.places[at];
      const last = line.places[at + wanted.length - 1];
      if (from !== undefined && last !== undefined) matches.push({ line: index + 1, from, to: last + 1 });
      if (matches.length === MOST_MATCHES) return matches;
      at = line.text.indexOf(wanted, at + wanted.length);
    }
  }
  return matches;
}
