import { isNameOfRows } from "./cell-run-header.ts";
import { isCaptionRow } from "./blocks.ts";
import type { Row } from "./cells.ts";
import { isBlank, isFigure } from "./cells.ts";
import { widestOf } from "./joined-rows.ts";
import { pathsOfLostSpans, withSpreadTotals } from "./lost-spans.ts";

/** A table taken apart: rows above the header, printed header path of each column, rows of figures. */
export interface HeaderTree {
  readonly captions: readonly Row[];
  /** Per column the headers above it, outermost first; empty where nothing is printed. */
  readonly paths: readonly (readonly string[])[];
  readonly body: readonly Row[];
}

/** More rows than this are no header. */
const HEADER_ROWS = 6;
/** No table of the outline is wider; what stands beyond is noise and must not cost time. */
const COLUMNS = 200;
const CODE = /^\d{3}(?:\d{2}){0,2}$/;
const TOTAL_ROW = /^(?:合计|总计|本年支出合计|本年收入合计|支出合计|收入合计)$/;

function filled(row: Row): string[] {
  return row.cells.map((cell) => cell.text).filter((text) => text !== "");
}

/** The first printed cell, undefined where none is. */
function firstText({ cells }: Row): string | undefined {
  for (const { text } of cells) if (text !== "") return text;
  return undefined;
}

const COLUMN_NUMBER = /^[（(]?\d{1,2}[)）]?(?:=.*)?$/;
/** What may stand beside column numbers: `类 款 项 栏次 1 2 3`, the levels of the code in the same row. */
const BESIDE_NUMBERS = /^(?:栏次|序号|行次|\*+)+$|^[类款项]$/;

/** What either begins with. */
const NUMBERING = "0123456789（(栏序行*类款项";

/** Whether a row only numbers the columns: `栏次 1 2 3`, `1 2 … 12`. */
export function isColumnNumbers(row: Row): boolean {
  // Nearly every row is told by its first filled cell.
  for (const { text } of row.cells) {
    if (text === "") continue;
    if (!NUMBERING.includes(text.charAt(0)) || !(COLUMN_NUMBER.test(text) || BESIDE_NUMBERS.test(text))) return false;
  }
  const texts = filled(row);
  const numbers = texts
    .filter((text) => COLUMN_NUMBER.test(text))
    .map((text) => parseInt(text.replace(/^[（(]/, ""), 10));
  const words = texts.filter((text) => !COLUMN_NUMBER.test(text));
  if (numbers.length === 0) return texts.length > 0 && texts.every((text) => /^(?:栏次|\*+)+$/.test(text));
  if (words.some((text) => text.startsWith("栏次"))) return true;
  return (
    numbers[0] === 1 &&
    numbers.length >= 3 &&
    numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1)
  );
}

/** Whether a row holds data: a figure, a class code, or a total line printed without figures. */
function isBodyRow(row: Row): boolean {
  const texts = filled(row);
  if (texts.some((text) => isFigure(text) || CODE.test(text))) return true;
  if (texts.length === 1 && TOTAL_ROW.test(texts[0] ?? "")) return true;
  // A heading among the rows: the cells beside it are empty or dashes.
  return /^[一二三四五六七八九十]+、/.test(texts[0] ?? "") && row.cells.filter((cell) => !isBlank(cell)).length === 1;
}

/** Header text without column numbers glued to it: `金额1` → `金额`. */
function headerText(text: string): string {
  const last = text.charCodeAt(text.length - 1);
  // Few headers end in a digit.
  const name = last >= 48 && last <= 57 ? text.replace(/(?<![\d.])\d{1,2}$/, "") : text;
  return name === "项目栏" ? "项目" : name;
}

/** Flattens merged cells: an empty cell continues its left neighbour under the same parent, else the cell above. */
function flatten(header: readonly Row[], width: number): string[][] {
  const paths: string[][] = Array.from({ length: width }, () => []);
  /** Per column an id of the merged cell it belongs to so far. */
  let parents: number[] = new Array<number>(width).fill(0);
  let nextId = 1;
  for (const row of header) {
    const ids = [...parents];
    let continued: { id: number; parent: number; text: string } | null = null;
    for (let column = 0; column < width; column += 1) {
      const cell = row.cells[column];
      const text = cell === undefined || isBlank(cell) ? "" : headerText(cell.text);
      const parent = parents[column] ?? 0;
      if (text !== "") {
        continued = { id: nextId, parent, text };
        nextId += 1;
      } else if (continued !== null && continued.parent !== parent) {
        continued = null;
      }
      if (continued === null) continue;
      ids[column] = continued.id;
      if (paths[column]?.at(-1) !== continued.text) paths[column]?.push(continued.text);
    }
    parents = ids;
  }
  return paths;
}

/** `收<TAB>入` is one word, spaced out over two columns. */
function withWholeWords(row: Row): Row {
  if (
    !row.cells.some(
      (cell, column) => cell.text.length === 1 && SPACED.has(cell.text + (row.cells[column + 1]?.text ?? "")),
    )
  )
    return row;
  let skipped = false;
  const cells = row.cells.map((cell, column) => {
    if (skipped) {
      skipped = false;
      return { ...cell, text: "", raw: "" };
    }
    const word = cell.text + (row.cells[column + 1]?.text ?? "");
    skipped = cell.text.length === 1 && SPACED.has(word);
    return skipped ? { ...cell, text: word } : cell;
  });
  return { ...row, cells };
}

const SPACED: ReadonlySet<string> = new Set(["收入", "支出", "项目", "合计", "金额"]);

/**
 * `收入<TAB>支出` above `项目 金额 项目 金额`: what spanned half of the table and was written as one cell
 * stands over the half that it spans.
 */
function withHalves(header: readonly Row[]): readonly Row[] {
  return header.map((row, index) => {
    const [left, right, ...rest] = row.cells;
    if (left === undefined || right === undefined || rest.some(({ text }) => text !== "")) return row;
    if (!/^(?:本年|财政拨款)?收入/.test(left.text) || !/^(?:本年|财政拨款)?支出/.test(right.text)) return row;
    const below = header[index + 1]?.cells ?? [];
    const second = below.findIndex(({ text }, column) => column > 0 && text !== "" && text === below[0]?.text);
    if (second < 2) return row;
    const blanks = Array.from({ length: second - 1 }, () => ({ ...right, text: "", raw: "", to: right.from }));
    return { ...row, cells: [left, ...blanks, right] };
  });
}

/** What two columns divide: 比上年增减情况. */
const COMPARED = /增、?减|变[动化]|比较|对比/;

/**
 * Headers that stand below the last one of the row above and were written from the left end of their own row:
 *
 *     项目 | 上年决算数 | 本年决算数 | 比上年增减情况 |
 *     增减额 | 增减率 | | |
 */
function withMovedHeaders(header: readonly Row[]): readonly Row[] {
  return header.map((row, index) => {
    const above = header[index - 1]?.cells ?? [];
    const count = row.cells.findLastIndex(({ text }) => text !== "") + 1;
    const own = row.cells.slice(0, count);
    if (count < 2 || own.some(({ text }) => text === "" || isNameOfRows(text))) return row;
    if (!isNameOfRows(above[0]?.text ?? "")) return row;
    const isFilled = (column: number): boolean => (above[column]?.text ?? "") !== "";
    const last = above.findLastIndex(({ text }) => text !== "");
    const isWhole = above.slice(0, last).every((_, column) => isFilled(column));
    if (!isWhole || last < 1 || above.length < last + count || !COMPARED.test(above[last]?.text ?? "")) return row;
    const blanks = above.slice(0, last).map((cell) => ({ ...cell, text: "", raw: "", to: cell.from }));
    return { ...row, cells: [...blanks, ...own] };
  });
}

/** Takes a table's rows apart. Column-number rows and repeated headers of continued pages are dropped. */
export function readHeader(rows: readonly Row[]): HeaderTree {
  const captions: Row[] = [];
  const header: Row[] = [];
  let start = 0;
  for (; start < rows.length && header.length < HEADER_ROWS; start += 1) {
    const row = rows[start];
    if (row === undefined) break;
    if (isColumnNumbers(row)) {
      if (header.length > 0) {
        start += 1;
        break;
      }
      continue;
    }
    if (header.length === 0 && isCaptionRow(row)) captions.push(row);
    else if (isBodyRow(row)) break;
    else header.push(withWholeWords(row));
  }
  const printed = new Map(header.map((row) => [filled(row).join("\t"), firstText(row)]));
  const firsts = new Set(printed.values());
  // Few rows begin as a header does: only theirs are compared as a whole.
  const isRepeated = (row: Row): boolean => firsts.has(firstText(row)) && printed.has(filled(row).join("\t"));
  const width = Math.min(widestOf(rows), COLUMNS);
  const printedBody = rows.slice(start).filter((row) => !isColumnNumbers(row) && !isRepeated(row));
  const body = withSpreadTotals(printedBody, width);
  const halves = withMovedHeaders(withHalves(header));
  return { captions, paths: pathsOfLostSpans(halves, body, width) ?? flatten(halves, width), body };
}
