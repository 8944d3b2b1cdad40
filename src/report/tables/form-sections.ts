import type { MeasureId } from "../../domain/measures.ts";
import { remembered } from "../../domain/remembered.ts";
import type { Outline } from "../types.ts";
import { squeezed } from "../white-space.ts";
import type { Block } from "./blocks.ts";
import type { Row } from "./cells.ts";
import { isFigure } from "./cells.ts";

/** What a column of a form's section holds. */
export type FormRole =
  MeasureId | "section" | "project" | "level" | "remark" | "carried" | "unit" | "matrix" | "task" | "part" | "none";

export interface FormColumn {
  readonly role: FormRole;
  readonly header: string;
}

/**
 * A form repeats headers inside itself: each opens a section.
 * `funds` money of one project · `indicators` targets and scores · `matrix` an agency's budget and
 * execution · `tasks` the year's tasks with the money of each · `text` goals in words.
 */
export interface FormSection {
  readonly kind: "funds" | "indicators" | "matrix" | "tasks" | "text";
  readonly columns: readonly FormColumn[];
  readonly places: FormPlaces;
}

/** Indexes of columns by role, -1 where a section has none. */
interface FormPlaces {
  readonly levels: readonly number[];
  readonly project: number;
  readonly unit: number;
  readonly maxScore: number;
  readonly score: number;
}

function placesOf(columns: readonly FormColumn[]): FormPlaces {
  const at = (role: FormRole): number => columns.findIndex((column) => column.role === role);
  return {
    levels: columns.flatMap((column, index) => (column.role === "level" ? [index] : [])),
    project: at("project"),
    unit: at("unit"),
    maxScore: at("max_score"),
    score: at("score"),
  };
}

/** Whose money an amount is: a part of the sum beside it. */
export const PART =
  /^(?:其中[:：])?(?:当年|本年)?(?:财政拨款|财政资金|其他资金|单位资金|自有资金|上级资金|本级资金)(?:[（(].*)?$/;
const ROLES: readonly (readonly [RegExp, FormRole])[] = [
  [/^项目资金|^预算执行情况$|^预算结构$|^(?:年度)?绩效(?:目标)?指标$|^年度总体目标$|^年度绩效目标$/, "section"],
  [/^[一二三]级(?:指标|目标)$|^指标(?:名称|内容)?$|^项目$/, "level"],
  [/^项目名称$/, "project"],
  [/^(?:年度)?(?:主要)?任务名称$/, "task"],
  [/^(?:年度)?(?:项目)?(?:资金|预算)总额(?:[（(].*)?$|^预算资金(?:总额)?$/, "budget"],
  [PART, "part"],
  [/偏差|原因|改进|来源|依据|备注|解释|指标说明|标准/, "remark"],
  [/年初预算/, "initial_budget"],
  [/(?:全年|调整后?)预算/, "adjusted_budget"],
  [/结转|结余/, "carried"],
  [/执行率|完成率/, "completion_rate"],
  [/执行(?:数|额|金额)/, "executed"],
  [/^预算(?:数|额|金额)|^(?:年度|当年|本年)(?:项目)?预算(?:数|额|金额)?(?:[（(].*)?$/, "budget"],
  [/分值|权重|满分/, "max_score"],
  [/得分|自评分/, "score"],
  [/执行结果|实际完成|完成值|完成情况/, "actual"],
  [/指标值|目标值|预期指标/, "target"],
  [/^(?:绩效|指标)?(?:度量|计量|指标)单位$/, "unit"],
  [/^合计$|预算安排/, "matrix"],
];

const roleOf = remembered((text): FormRole =>
  text === "" ? "none" : (ROLES.find(([pattern]) => pattern.test(text))?.[1] ?? "none"),
);

const VALUE_ROLES: ReadonlySet<FormRole> = new Set<FormRole>([
  "initial_budget",
  "adjusted_budget",
  "executed",
  "budget",
  "completion_rate",
  "max_score",
  "score",
  "target",
  "actual",
  "carried",
  "matrix",
]);

/** Money that a row of indicators prints of their project. */
export const BUDGETED: ReadonlySet<FormRole> = new Set<MeasureId>([
  "initial_budget",
  "adjusted_budget",
  "budget",
  "executed",
]);

/**
 * The section that a row opens, null for a row that is no header.
 *
 * @param above the row before, which prints what stands over indicators and their project in one:
 *
 *     单位名称 | 项目名称 | 年度预算 | 绩效指标 |          |
 *              |          |          | 一级指标 | 二级指标 | 指标值
 */
export function sectionOf(row: Row, above: Row | undefined): FormSection | null {
  for (const { text } of row.cells) if (isFigure(text)) return null;
  const over = above?.cells.some(({ text }) => text === "项目名称") === true ? above.cells : [];
  const columns = row.cells.map(({ text }, index): FormColumn => {
    const header = text === "" ? (over[index]?.text ?? "") : text;
    return { role: roleOf(header), header };
  });
  const has = (...roles: FormRole[]): boolean => columns.some((column) => roles.includes(column.role));
  const values = columns.filter((column) => VALUE_ROLES.has(column.role)).length;
  const levels = columns.filter((column) => column.role === "level").length;
  if (has("task") && columns.some(({ header }) => /预算金额|资金/.test(header)))
    return { kind: "tasks", columns, places: placesOf(columns) };
  if (has("initial_budget", "adjusted_budget") && values >= 2)
    return { kind: "funds", columns, places: placesOf(columns) };
  if ((levels >= 2 || (levels >= 1 && has("target", "actual"))) && values >= 1)
    return { kind: "indicators", columns, places: placesOf(columns) };
  if (levels === 1 && values >= 2) return { kind: "matrix", columns, places: placesOf(columns) };
  if (/^年度总体目标$|^(?:20\d{2}年度?)?绩效目标$/.test(row.cells[0]?.text ?? "") && row.cells.length > 2) {
    return { kind: "text", columns, places: placesOf(columns) };
  }
  return null;
}

const FORM_WORDS = /^(?:项目资金(?:[（(].*)?|绩效指标|年度绩效指标|项目基本信息|[一二三]级(?:指标|目标)|预算执行情况)$/;
const FORM_BEGINNINGS = "项绩年一二三预";
/** A form says within its first rows that it is one. */
const FORM_ROWS = 40;

export function isForm(block: Block): boolean {
  for (let at = 0; at < block.rows.length && at < FORM_ROWS; at += 1) {
    for (const { text } of block.rows[at]?.cells ?? []) {
      if (FORM_BEGINNINGS.includes(text.charAt(0)) && FORM_WORDS.test(text)) return true;
    }
  }
  return false;
}

/** Whether a row has the money that the section's header names: its own name stands behind or below 项目资金. */
export function isFundsRow({ cells }: Row, { columns }: FormSection): boolean {
  const [first, second] = cells;
  if (first?.text === "") return cells.some(({ text }) => text !== "");
  return VALUE_ROLES.has(columns[1]?.role ?? "none") && second !== undefined && isFigure(second.text);
}

const YEAR = /^[（(]?(20\d{2})年度?[)）]?$|(20\d{2})年度?.{0,30}自评/;

/** The report as a form sees it: the self-evaluation that a budget prints is of the year before, and of what was spent. */
export function evaluatedYear({ preamble }: Block, outline: Outline): Outline {
  const words = preamble.map(({ text }) => squeezed(text));
  if (outline.kind !== "budget" || !words.some((text) => text.includes("自评"))) return outline;
  const printed = words.findLast((text) => YEAR.test(text));
  const [, alone, within] = YEAR.exec(printed ?? "") ?? [];
  const year = Number(alone ?? within);
  return year === outline.fiscalYear - 1 ? { ...outline, fiscalYear: year, kind: "final" } : outline;
}

/** Whether a cell's text is a value for a score column: plain figure, no percentage. */
function isScore(text: string | undefined): boolean {
  return text !== undefined && isFigure(text) && !/[%％]$/.test(text);
}

/**
 * How many columns a ragged row is shifted against its header: -1 where the cell of 一级指标, which
 * the rows above print once, is left out altogether. 0 where nothing speaks for a shift.
 */
export function shiftOf(row: Row, { levels, maxScore: max, score }: FormPlaces): number {
  const name = levels.at(-1);
  if (max === -1 || score === -1 || name === undefined) return 0;
  const fits = (shift: number): boolean => {
    const label = row.cells[name + shift]?.text ?? "";
    return (
      isScore(row.cells[max + shift]?.text) &&
      isScore(row.cells[score + shift]?.text) &&
      label !== "" &&
      !isFigure(label)
    );
  };
  return [0, -1, -2, 1].find(fits) ?? 0;
}
