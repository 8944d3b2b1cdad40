import type { Line } from "../types.ts";
import type { Segment } from "./aligned-header.ts";
import type { Row } from "./cells.ts";
import { isFigure } from "./cells.ts";
import { isClassName, splitFragments } from "./label-fragments.ts";
import { NUMBERED } from "./numbered-rows.ts";

export interface AlignedLine {
  readonly line: Line;
  readonly segments: readonly Segment[];
}

export interface PlacedLine extends AlignedLine {
  readonly row: Row;
}

const CODE = /^\d{2,3}$|^\d{5}$|^\d{7}$/;
const OWN_ROW = new RegExp(
  `^(?:${NUMBERED}|合计|总计|小计|本年|上年|年初|年末|年终|结余|结转下年|使用非|(?:收入|支出)[合总]计)`,
);

/** A kind of income that is named whole: its row may be blank. */
const INCOME =
  /^(?:(?:一般公共预算|政府性基金预算|国有资本经营预算)(?:财政)?(?:拨款)?收入|(?:上级补助|附属单位上缴|其他|财政专户管理资金)收入)$/;

/**
 * Rows whose names were printed over several lines, put together column by column: a line with
 * words alone in a column of names, and no figure beside them, is a piece of the name above or below.
 */
export function withWholeLabels(lines: readonly PlacedLine[], width: number): PlacedLine[] {
  const texts = lines.map(({ row }) => row.cells.map((cell) => cell.text));
  const isName = Array.from({ length: width }, (_, column) => isColumnOfNames(texts, column));
  const pieces = new Set<string>();
  const joined = new Map<string, string>();
  isName.forEach((name, column) => {
    if (!name) return;
    // Figures stand behind the last of several names side by side: 项目名称, 采购品目, 计量单位.
    let last = column;
    while (isName[last + 1] === true) last += 1;
    const next = isName.indexOf(true, last + 1);
    const values = Array.from({ length: (next === -1 ? width : next) - last - 1 }, (_, at) => last + 1 + at);
    const codes = column > 0 && isColumnOfCodes(texts, column - 1) ? [column - 1] : [];
    joinColumn(texts, column, values, codes, pieces, joined);
  });
  if (pieces.size === 0) return [...lines];
  return lines.map((line, index) => ({
    ...line,
    row: {
      ...line.row,
      cells: line.row.cells.map((cell, column) => {
        const at = `${index}.${column}`;
        if (pieces.has(at)) return { ...cell, text: "", raw: "" };
        const text = joined.get(at);
        return text === undefined ? cell : { ...cell, text };
      }),
    },
  }));
}

function isColumnOfNames(texts: readonly (readonly string[])[], column: number): boolean {
  let words = 0;
  let figures = 0;
  for (const row of texts) {
    const text = row[column] ?? "";
    if (text === "" || /^[-—－–]+$/.test(text)) continue;
    if (isFigure(text)) figures += 1;
    else words += 1;
  }
  return words > figures;
}

function isColumnOfCodes(texts: readonly (readonly string[])[], column: number): boolean {
  const filled = texts.map((row) => row[column] ?? "").filter((text) => text !== "");
  return filled.length > 0 && filled.filter((text) => CODE.test(text)).length * 2 > filled.length;
}

function joinColumn(
  texts: readonly (readonly string[])[],
  column: number,
  values: readonly number[],
  codes: readonly number[],
  pieces: Set<string>,
  joined: Map<string, string>,
): void {
  const rows: number[] = [];
  const between: number[][] = [[]];
  texts.forEach((row, index) => {
    const text = row[column] ?? "";
    const hasValue = values.some((at) => (row[at] ?? "") !== "") || codes.some((at) => (row[at] ?? "") !== "");
    if (text === "" && !hasValue) return;
    if (hasValue || OWN_ROW.test(text) || INCOME.test(text) || isClassName(text) || !/[\u4e00-\u9fa5）)]/.test(text)) {
      rows.push(index);
      between.push([]);
    } else between.at(-1)?.push(index);
  });
  if (rows.length === 0 || between.every((gap) => gap.length === 0)) return;
  const textAt = (index: number): string => (texts[index] ?? [])[column] ?? "";
  const splits = splitFragments(
    rows.map(textAt),
    between.map((gap) => gap.map(textAt)),
  );
  rows.forEach((row, index) => {
    const above = (between[index] ?? []).slice(splits[index] ?? 0);
    const below = (between[index + 1] ?? []).slice(0, splits[index + 1] ?? 0);
    if (above.length + below.length === 0) return;
    for (const at of [...above, ...below]) pieces.add(`${at}.${column}`);
    joined.set(`${row}.${column}`, [...above, row, ...below].map(textAt).join(""));
  });
}
