import type { Amount } from "../../domain/amount.ts";
import { negated, parseAmount } from "../../domain/amount.ts";
import type { MeasureId } from "../../domain/measures.ts";
import type { Span } from "../types.ts";
import type { Cell } from "./cells.ts";

/** A figure that stands among words in a cell. */
export interface CellFigure {
  readonly amount: Amount;
  readonly span: Span;
  /** Whether it follows an equals sign: the outcome of a printed calculation. */
  readonly outcome: boolean;
  /** What the words before it say it measures, null where they say nothing: 同比减少, 完成目标的. */
  readonly says: MeasureId | null;
}

const NUMBER = /(?:(?<![\d.])[-－])?\d+(?:,\d{3})*(?:\.\d+)?/g;
const UNIT =
  /^\s*(%|％|百分点|个百分点|万元|亿元|百元|千元|元|万人次|万人|万户|万度|万平方米|平方公里|公里|千米|公顷|立方米|万亩|亩|吨|学时|课时|人天|辆次|台次|册|篇|盏|株|棵|座|栋|处(?![室理级长于置罚分])|所(?![有在属需得谓以长辖占])|万(?![\u4e00-\u9fa5])|万(?=左右|以上|以内)|亿(?![\u4e00-\u9fa5])|平方米|m\s?²|人次|人|名|批次|个|次|场|期|起|项|家|件|份|例|笔|辆|台[（(]套[)）]|台|套|分(?!局)|度|户|条|小时|天|倍)/;

/** Words that decide on a number stand this near. */
const CONTEXT = 24;

/** What stands after a number that is no figure: a date, an ordinal, a document's number. */
const NO_FIGURE_AFTER = /^\s*(?:年|月|日|号|季度|级|[-—~]+\s*\d+\s*(?:季度|月|日|年)|\/\d|[\]】〕]|[、.．:：](?!\d))/;
/** What stands before one: 第 3 次, 〔2021〕, 指标1, a factor of a formula, the tail of a date. */
const NO_FIGURE_BEFORE = /(?:第|[〔[【]|指标|[×*]|表|附件|\d\/)\s*$/;

/**
 * The figures among the words of a cell, in order.
 *
 *     合同制员工满意度95%以上        预计全年用电量为140.23万度
 *                     ^^                              ^^^^^^
 */
export function figuresAmongWords(cell: Cell): CellFigure[] {
  if (cell.more === undefined && !/\d/.test(cell.raw)) return [];
  const lines = [
    { line: cell.line, offset: cell.from, raw: cell.raw },
    ...(cell.more ?? []).map((line) => ({ line: line.no, offset: 0, raw: line.text })),
  ];
  return lines.flatMap(({ line, offset, raw }) => {
    const found: CellFigure[] = [];
    for (const match of raw.matchAll(NUMBER)) {
      const printed = match[0];
      const before = raw.slice(Math.max(0, match.index - CONTEXT), match.index);
      const after = raw.slice(match.index + printed.length, match.index + printed.length + CONTEXT);
      if (NO_FIGURE_AFTER.test(after) || NO_FIGURE_BEFORE.test(before) || /[A-Za-z]$/.test(before)) continue;
      const amount = parseAmount(printed, unitAfter(after));
      if (amount === null) continue;
      const from = offset + match.index;
      const says = measureBefore(before, amount.unit === "%");
      found.push({
        amount: says !== null && LESS.test(before) ? negated(amount) : amount,
        span: { line, from, to: from + printed.length },
        outcome: /[=＝]\s*$/.test(before),
        says,
      });
    }
    return found;
  });
}

const LESS = /(?:减少|下降|降低)了?\s*$/;
const MORE = /(?:增加|增长|上升|提高)了?\s*$/;
const COMPLETED = /完成[^，。；]{0,16}的\s*$/;

function measureBefore(before: string, rate: boolean): MeasureId | null {
  if (LESS.test(before) || MORE.test(before)) return rate ? "change_rate" : "change";
  return rate && COMPLETED.test(before) ? "completion_rate" : null;
}

/** The unit printed after a number; a bare 万 or 亿 counts money. */
function unitAfter(after: string): string {
  const unit = UNIT.exec(after)?.[1] ?? "";
  if (unit === "万") return "万元";
  return unit === "亿" ? "亿元" : unit;
}
