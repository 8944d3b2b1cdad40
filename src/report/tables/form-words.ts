import type { Amount } from "../../domain/amount.ts";
import { parseAmount } from "../../domain/amount.ts";
import type { ItemId } from "../../domain/items.ts";
import type { Span } from "../types.ts";
import { figuresAmongWords } from "./cell-figures.ts";
import type { Cell, Row } from "./cells.ts";
import { isFigure } from "./cells.ts";
import type { FormColumn } from "./form-sections.ts";
import { meaningOf } from "./words.ts";

/** The item that row and column of a matrix name, either way round. */
export function matrixItem(words: readonly string[]): ItemId {
  if (words.some((word) => /结转|结余/.test(word))) return "balance.carried_out";
  for (const word of words) {
    const meaning = meaningOf(word.replace(/安排$/, "").replace(/^预算[额数].*$/, "合计"), "expenditure");
    if (meaning !== null && meaning !== "total" && meaning !== "grand_total") return meaning;
  }
  return "expenditure.total";
}

/** The header over a goal in words: it is printed once over all the cells that it spans; null where none is. */
export function goalHeader(columns: readonly FormColumn[], index: number): string | null {
  for (let at = Math.min(index, columns.length - 1); at > 0; at -= 1) {
    const header = columns[at]?.header ?? "";
    if (header !== "") return header;
  }
  return null;
}

const LABELLED = /^(?:其中[:：])?([^:：\d]{2,20})[:：](\d[\d,]*(?:\.\d+)?)$/;

/** A cell that holds a name and its amount: `其中：一般公共预算：5,934.50`. */
export function labelledFigure(
  cell: Cell,
  unit: string,
): { readonly label: string; readonly amount: Amount | null; readonly span: Span } | null {
  const [, label, digits] = LABELLED.exec(cell.text) ?? [];
  const from = digits === undefined ? -1 : cell.raw.lastIndexOf(digits);
  if (label === undefined || digits === undefined || from === -1) return null;
  const begin = cell.from + from;
  return {
    label,
    amount: parseAmount(digits, unit),
    span: { line: cell.line, from: begin, to: begin + digits.length },
  };
}

/** `绩效目标合理性（2分）` */
const POINTS_IN_NAME = /[（(](\d+(?:\.\d+)?)分[)）]$/;
const endsInBracket = (text: string): boolean => text.endsWith("）") || text.endsWith(")");

/** The points behind an indicator's name, null where it prints none. */
export function pointsInName(name: string): string | null {
  return endsInBracket(name) ? (POINTS_IN_NAME.exec(name)?.[1] ?? null) : null;
}

/** The name without its points. */
export function withoutPoints(name: string): string {
  return endsInBracket(name) ? name.replace(POINTS_IN_NAME, "") : name;
}

/** The unit of the one figure that an indicator's target prints, `≥36个`, for an outcome that prints none; else "". */
export function unitOfTarget(row: Row, columns: readonly FormColumn[], shift: number): string {
  const target = columns.findIndex(({ role }) => role === "target");
  const cell = row.cells[target + shift];
  if (target === -1 || cell === undefined || isFigure(cell.text)) return "";
  const [only, another] = figuresAmongWords(cell);
  return another === undefined ? (only?.amount.unit ?? "") : "";
}

/** The first words of a row. */
export function firstText(row: Row): string {
  return row.cells.find((cell) => cell.text !== "")?.text ?? "";
}

/** Whether a row below 年度总体目标 tells a goal in a sentence, and not its name with its outcome beside it. */
export function isGoal(row: Row): boolean {
  return row.cells[0]?.text === "" && /[\d。；，]/.test(firstText(row));
}

/** `项目名称 | 农村供水监测`: the form of another project, whatever section the one before ended with. */
export const beginsForm = (row: Row): boolean => /^项目名称[:：]?$/.test(firstText(row));
