import type { Cell, Row } from "./cells.ts";
import { isBlank, isFigure } from "./cells.ts";
import type { ColumnGroup } from "./columns.ts";

/** What names a row inside one group of columns. */
export interface RowLabel {
  /** Function or economic class as printed, null where none is. */
  readonly code: string | null;
  /** As printed, white space removed; empty where nothing is printed. */
  readonly text: string;
  readonly parent: string | null;
}

const CODE = /^\d{3}(?:\d{2}){0,2}$/;
/** `社会保险经办机构(2080109)` */
const BRACKETED = /[（(](\d{3}(?:\d{2}){0,2})[)）]/;
/** `2080109社会保险经办机构`, `[2080109]社会保险经办机构` */
const LEADING = /^[[【〔]?(\d{3}(?:\d{2}){0,2})[\]】〕]?[-—]?(?=[\u4e00-\u9fa5])/;

/** A code printed over three columns: 类 208, 款 05, 项 01; a level left empty is inherited. */
function joinedCode(cells: readonly (Cell | undefined)[], above: string | null): string | null {
  const parts = cells.map((cell) => (cell !== undefined && /^\d+$/.test(cell.text) ? cell.text : ""));
  const whole = parts.find((part) => part.length > 3 && CODE.test(part));
  if (whole !== undefined) return whole;
  const last = parts.findLastIndex((part) => part !== "");
  if (last === -1) return null;
  let code = "";
  for (let level = 0; level <= last; level += 1) {
    const part = parts[level] ?? "";
    const inherited = above?.slice(level === 0 ? 0 : 1 + 2 * level, 3 + 2 * level) ?? "";
    code += part === "" ? inherited : part;
  }
  return CODE.test(code) ? code : null;
}

/**
 * Code and label of a row. Words win over position: a total printed in the code column is a label,
 * a code printed in brackets after the name is a code.
 *
 * @param above the code of the row before, for codes printed level by level.
 */
export function labelOf(row: Row, group: ColumnGroup, above: string | null): RowLabel {
  const codeCells = group.codes.map((column) => row.cells[column.index]);
  const words: string[] = [];
  for (const column of [...group.codes, ...group.labels]) {
    const cell = row.cells[column.index];
    if (cell === undefined || isBlank(cell) || isFigure(cell.text)) continue;
    words.push(cell.text);
  }
  const text = words.at(-1) ?? "";
  const labelCode = group.labels
    .map((column) => row.cells[column.index]?.text ?? "")
    .find((candidate) => CODE.test(candidate));
  const [onlyCode] = codeCells;
  const ownCode = onlyCode !== undefined && CODE.test(onlyCode.text) ? onlyCode.text : null;
  const printedCode = codeCells.length > 1 ? joinedCode(codeCells, above) : ownCode;
  const code = printedCode ?? BRACKETED.exec(text)?.[1] ?? LEADING.exec(text)?.[1] ?? labelCode ?? null;
  return { code, text, parent: words.length > 1 ? (words[0] ?? null) : null };
}
