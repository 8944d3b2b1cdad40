import type { Cell, Row } from "./cells.ts";
import { isBlank, isFigure } from "./cells.ts";
import { isClassCode } from "./class-names.ts";
import type { ColumnGroup, TableColumn } from "./columns.ts";
import type { LabelWords } from "./label-words.ts";
import { labelWords } from "./label-words.ts";

/** What names a row inside one group of columns. */
export interface RowLabel {
  /** Function or economic class as printed, null where none is. */
  readonly code: string | null;
  /** As printed, white space removed; empty where nothing is printed. */
  readonly text: string;
  readonly words: LabelWords;
  readonly parent: string | null;
}

const BRACKETED = /^[[【〔（(](\d{3,7})[)）〕】\]]$/;

/** A code printed over three columns: 类 208, 款 05, 项 01; a level left empty is inherited. */
function joinedCode(cells: readonly (Cell | undefined)[], above: string | null): string | null {
  const parts = cells.map((cell) => (cell !== undefined && /^\d+$/.test(cell.text) ? cell.text : ""));
  const whole = parts.find((part) => part.length > 3 && isClassCode(part));
  if (whole !== undefined) return whole;
  const last = parts.findLastIndex((part) => part !== "");
  if (last === -1) return null;
  let code = "";
  for (let level = 0; level <= last; level += 1) {
    const part = parts[level] ?? "";
    const inherited = above?.slice(level === 0 ? 0 : 1 + 2 * level, 3 + 2 * level) ?? "";
    code += part === "" ? inherited : part;
  }
  return isClassCode(code) ? code : null;
}

/**
 * Code and label of a row. Words win over position: a total printed in the code column is a label,
 * a code printed in brackets after the name is a code.
 *
 * @param above the code of the row before, for codes printed level by level.
 */
export function labelOf(row: Row, group: ColumnGroup, above: string | null): RowLabel {
  let first: string | null = null;
  let last: string | null = null;
  for (const { index } of group.naming) {
    const cell = row.cells[index];
    if (cell === undefined || isBlank(cell) || isFigure(cell.text)) continue;
    if (first === null) first = cell.text;
    else last = cell.text;
  }
  const text = last ?? first ?? "";
  const words = labelWords(text);
  const code = printedCode(row, group.codes, above) ?? words.code ?? codeAmong(row, group.labels);
  return { code, text, words, parent: last === null ? null : first };
}

/** The code in the columns of codes, null where none is. */
function printedCode({ cells }: Row, codes: readonly TableColumn[], above: string | null): string | null {
  if (codes.length > 1)
    return joinedCode(
      codes.map((column) => cells[column.index]),
      above,
    );
  const text = codes[0] === undefined ? undefined : cells[codes[0].index]?.text;
  if (text === undefined) return null;
  // `[30101]` in a column of its own.
  const bare = BRACKETED.exec(text)?.[1] ?? text;
  return isClassCode(bare) ? bare : null;
}

/** The first code that stands in a column of labels. */
function codeAmong({ cells }: Row, labels: readonly TableColumn[]): string | null {
  for (const { index } of labels) {
    const text = cells[index]?.text;
    if (text !== undefined && isClassCode(text)) return text;
  }
  return null;
}
