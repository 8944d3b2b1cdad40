import type { Amount } from "../../domain/amount.ts";
import { parseAmount } from "../../domain/amount.ts";
import type { Span } from "../types.ts";
import type { Row } from "./cells.ts";
import { isFigure } from "./cells.ts";
import { digitsOf, spanOfDigits } from "./figures.ts";
import type { FormSection } from "./form-sections.ts";
import { PART } from "./form-sections.ts";
import { bracketedUnit, columnUnit, unitOf } from "./measures.ts";

/** Headers over a task's money, below 预算金额. */
const SUM = /^(?:总额|合计|小计)$/;
const MONEY = /预算金额|资金/;

/** Whether a row prints what stands over the amounts of tasks: 总额 财政拨款 其他资金. */
export function isHeaderOfAmounts(row: Row): boolean {
  const texts = row.cells.flatMap(({ text }) => (text === "" ? [] : [text]));
  return texts.length > 1 && texts.every((text) => SUM.test(text) || PART.test(text));
}

interface TaskFigure {
  readonly label: string;
  readonly columnLabel: string;
  readonly amount: Amount | null;
  readonly span: Span;
}

/**
 * The money of a task of the year, which may be of a project, of several or of none:
 *
 *     | 市政设施巡查 | 巡查并维修 | 215.30 | 215.30 | 0.00
 *                                   ^^^^^^   ^^^^^^   ^^^^
 *
 * @param heads per column what is printed below 预算金额, "" for nothing.
 */
export function taskFigures(row: Row, { columns }: FormSection, heads: readonly string[], unit: string): TaskFigure[] {
  const header = columns.find(({ header: words }) => MONEY.test(words))?.header ?? "";
  const named = row.cells[columns.findIndex(({ role }) => role === "task")]?.text ?? "";
  const label = named === "" ? (row.cells.find(({ text }) => text !== "" && !isFigure(text))?.text ?? header) : named;
  return row.cells.flatMap((cell, index): TaskFigure[] => {
    if (!isFigure(cell.text)) return [];
    const digits = digitsOf(cell);
    const own = heads[index] ?? "";
    return [
      {
        label,
        columnLabel: own === "" ? header : `${header}/${own}`,
        amount: parseAmount(digits, unitOf(columnUnit(header, "budget"), bracketedUnit(header), unit)),
        span: spanOfDigits(cell, digits),
      },
    ];
  });
}
