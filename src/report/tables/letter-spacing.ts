import type { Line } from "../types.ts";
import { isHeaderName } from "./header-names.ts";

const WIDE = /[\u4e00-\u9fa5](?:[ \u3000]{2,}|\u3000)[\u4e00-\u9fa5]/;
const B = "[ \\u3000]{1,16}";
/** Names that tables space out over their column, letter by letter. */
const SPACED = new RegExp(
  `(?<![\\u4e00-\\u9fa5])(?:(?:本${B}年${B})?(?:收${B}入|支${B}出)${B}[合总]${B}计|[合总小]${B}计|收${B}入|支${B}出|项${B}目|金${B}额)(?![\\u4e00-\\u9fa5])`,
  "g",
);
/** A name of single letters with ideographic blanks between them, which a narrow one divides from the next. */
const LETTERS =
  /(?<![\u4e00-\u9fa5\u3000])[\u4e00-\u9fa5](?:\u3000{1,8}[\u4e00-\u9fa5]){1,9}(?![\u4e00-\u9fa5\u3000])/g;
/** Takes the room of a blank inside a line without being a gap between columns. */
const FILLER = "\u200b";

/**
 * The line without the wide blanks between the letters of a table's names, character for character of
 * the same length, so that spans stay valid; the same line where there are none.
 *
 *     收      入      总      计  310.50      is one name and its figure
 */
export function withoutLetterSpacing(line: Line): Line {
  if (!WIDE.test(line.text)) return line;
  const text = line.text.replace(LETTERS, (name) => (isHeaderName(name.replace(/\u3000/g, "")) ? filled(name) : name));
  return { no: line.no, text: text.replace(SPACED, filled) };
}

const filled = (name: string): string => name.replace(/[ \u3000]/g, FILLER);
