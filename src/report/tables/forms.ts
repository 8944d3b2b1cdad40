import type { Amount } from "../../domain/amount.ts";
import { parseAmount } from "../../domain/amount.ts";
import type { ItemId } from "../../domain/items.ts";
import type { MeasureId } from "../../domain/measures.ts";
import type { Origin, StatementId } from "../../domain/statements.ts";
import type { DraftFact, DraftReason, Outline, Span } from "../types.ts";
import type { Block } from "./blocks.ts";
import { figuresAmongWords } from "./cell-figures.ts";
import type { Cell, Row } from "./cells.ts";
import { isBlank, isFigure } from "./cells.ts";
import type { FormColumn, FormSection } from "./form-sections.ts";
import { BUDGETED, evaluatedYear, isFundsRow, sectionOf, shiftOf } from "./form-sections.ts";
import {
  beginsForm,
  firstText,
  goalHeader,
  isGoal,
  labelledFigure,
  matrixItem,
  pointsInName,
  unitOfTarget,
  withoutPoints,
} from "./form-words.ts";
import { isHeaderOfAmounts, taskFigures } from "./form-tasks.ts";
import { digitsOf, isPercentage, spanOfDigits } from "./figures.ts";
import { bracketedUnit, columnUnit, measureOf, unitOf } from "./measures.ts";

export interface FormReading {
  readonly facts: readonly DraftFact[];
  readonly reasons: readonly DraftReason[];
}

const TOTAL_POINTS = /^(?:总分|合计|总计|总得分|得分合计)$/;
/** Reads one form: key and value rows, and sections with headers of their own. */
export function readForm(block: Block, outline: Outline, unit: string): FormReading {
  return new FormReader(block, evaluatedYear(block, outline), unit).read();
}

class FormReader {
  readonly #block: Block;
  readonly #outline: Outline;
  readonly #unit: string;
  readonly #statement: StatementId;
  readonly #origin: Origin;
  readonly #facts: DraftFact[] = [];
  readonly #reasons: DraftReason[] = [];
  #project: string | null = null;
  #levels: string[] = [];
  #section: FormSection | null = null;
  #sectionName = "";
  /** Per column what stands over the amounts of tasks. */
  #amounts: readonly string[] = [];
  #rowNo = 0;

  constructor(block: Block, outline: Outline, unit: string) {
    this.#block = block;
    this.#outline = outline;
    this.#unit = unit;
    this.#statement = block.part === "annex" ? "annex" : "performance";
    this.#origin = block.part === "annex" ? "annex" : "table";
  }

  read(): FormReading {
    this.#block.rows.forEach((row, rowNo) => {
      this.#rowNo = rowNo;
      if (beginsForm(row)) this.#section = null;
      const section = sectionOf(row, this.#block.rows[rowNo - 1]);
      if (section !== null) {
        this.#section = section;
        this.#levels = [];
        this.#sectionName = row.cells.find((cell) => cell.text !== "")?.text ?? "";
      } else if (TOTAL_POINTS.test(firstText(row)) && this.#section?.kind === "indicators") {
        this.#totalRow(row);
      } else if (this.#section?.kind === "funds" && isFundsRow(row, this.#section)) {
        this.#fundsRow(row, this.#section.columns);
      } else if (this.#section?.kind === "indicators") {
        this.#indicatorRow(row, this.#section);
      } else if (this.#section?.kind === "tasks" && row.cells[0]?.text === "") {
        this.#taskRow(row, this.#section);
      } else if (this.#section?.kind === "matrix") {
        this.#matrixRow(row, this.#section.columns);
      } else if (this.#section?.kind === "text" && isGoal(row)) {
        this.#goalRow(row, this.#section.columns);
      } else {
        this.#keyRow(row);
      }
    });
    return { facts: this.#facts, reasons: this.#reasons };
  }

  #add(fact: {
    item: ItemId | null;
    label: string;
    parentLabel: string | null;
    measure: MeasureId;
    columnLabel: string;
    amount: Amount | null;
    span: Span;
    fiscalYear?: number;
  }): void {
    if (fact.amount === null) return;
    this.#facts.push({
      statement: this.#statement,
      origin: this.#origin,
      rowNo: this.#rowNo,
      item: fact.item,
      code: null,
      label: fact.label,
      parentLabel: fact.parentLabel,
      measure: fact.measure,
      columnLabel: fact.columnLabel,
      fiscalYear: fact.fiscalYear ?? this.#outline.fiscalYear,
      amount: fact.amount,
      span: fact.span,
    });
  }

  /** `项目名称: | 自主聘用人员经费`, `项目当年预算(元): | 4570000 | 项目上年预算(元): | 4950000`. */
  #keyRow(row: Row): void {
    let key: string | null = null;
    // «主管部门及代码 | 某某局 | 301»
    const hasCode = row.cells.some(({ text }) => /代码|编码/.test(text));
    for (const cell of row.cells) {
      if (isBlank(cell)) continue;
      if (isFigure(cell.text)) {
        if (key !== null && !(hasCode && /^\d{3,9}$/.test(cell.text))) this.#keyFigure(key, cell);
        continue;
      }
      if (key !== null && /^项目名称/.test(key)) this.#project = cell.text;
      else if (key !== null && !/日期|时间$/.test(key)) this.#words(cell, key, null);
      key = cell.text.replace(/[:：]$/, "");
    }
  }

  #keyFigure(key: string, cell: Cell): void {
    if (/日期|时间|编码|代码|电话|年度$|序号/.test(key)) return;
    const digits = digitsOf(cell);
    const header = key.replace(/[（(][^）)]*[)）]$/, "");
    const prior = /上年/.test(header);
    const executed = prior && /执行/.test(header);
    // 项目总预算 is that of all years.
    const budget = /预算|^年度资金总额$/.test(header) && !header.includes("总预算");
    this.#add({
      item: budget ? "project" : null,
      label: budget ? (this.#project ?? header) : header,
      parentLabel: budget ? null : this.#project,
      measure: budget ? (executed ? "prior_final" : prior ? "prior_budget" : "budget") : this.#plainMeasure(),
      columnLabel: key,
      amount: parseAmount(digits, isPercentage(cell) ? "%" : unitOf(columnUnit(key, "budget"), undefined, this.#unit)),
      span: spanOfDigits(cell, digits),
      fiscalYear: prior ? this.#outline.fiscalYear - 1 : this.#outline.fiscalYear,
    });
  }

  #plainMeasure(): MeasureId {
    return this.#outline.kind === "final" ? "final" : "budget";
  }

  /** `| 新改建公路120公里 | … | 新改建公路126公里`: a goal in words and what became of it. */
  #goalRow(row: Row, columns: readonly FormColumn[]): void {
    row.cells.forEach((cell, index) => {
      const header = goalHeader(columns, index);
      if (header !== null && !isBlank(cell))
        this.#words(cell, this.#sectionName, header, /实际|完成|结果/.test(header) ? "actual" : "target");
    });
  }

  /** Figures in a cell of prose: printed, but no one item's. */
  #words(cell: Cell, label: string, columnLabel: string | null, measure = this.#plainMeasure()): void {
    for (const { amount, span, says } of figuresAmongWords(cell)) {
      this.#add({
        item: null,
        label,
        parentLabel: this.#project,
        measure: measure === "actual" ? (says ?? measure) : measure,
        columnLabel: columnLabel ?? label,
        amount,
        span,
      });
    }
  }

  /** `年度资金总额: | 530 | 530 | 507.94 | 10 | 95.84% | 9.6`: one project's money and its points. */
  #fundsRow(row: Row, columns: readonly FormColumn[]): void {
    const name = firstText(row).replace(/[:：]$/, "");
    const whole = /总额|合计|总计/.test(name);
    const header = columns.map((column) => column.header).join("/");
    for (const cell of row.cells) {
      const part = isFigure(cell.text) ? null : labelledFigure(cell, this.#unit);
      if (part !== null)
        this.#add({ item: null, parentLabel: this.#project, measure: this.#plainMeasure(), columnLabel: "", ...part });
    }
    columns.forEach((column, index) => {
      const cell = row.cells[index];
      if (cell === undefined || !isFigure(cell.text) || column.role === "none" || column.role === "section") return;
      const points = column.role === "max_score" || column.role === "score";
      const digits = digitsOf(cell);
      const money = unitOf(columnUnit(column.header, "budget"), bracketedUnit(header), this.#unit);
      this.#add({
        item: points ? "project.indicator" : "project",
        label: whole && !points ? (this.#project ?? name) : name,
        parentLabel: whole && !points ? null : this.#project,
        measure: column.role as MeasureId, // every other role is excluded above or holds no figure
        columnLabel: column.header,
        amount: parseAmount(
          digits,
          isPercentage(cell) || column.role === "completion_rate" ? "%" : points ? "分" : money,
        ),
        span: spanOfDigits(cell, digits),
      });
    });
  }

  #taskRow(row: Row, section: FormSection): void {
    if (isHeaderOfAmounts(row)) this.#amounts = row.cells.map(({ text }) => text);
    else
      for (const figure of taskFigures(row, section, this.#amounts, this.#unit))
        this.#add({ item: null, parentLabel: null, measure: this.#plainMeasure(), ...figure });
  }

  #totalRow(row: Row): void {
    const cells = row.cells.filter((cell) => isFigure(cell.text));
    const whole = /整体/.test(this.#block.name);
    const measures: readonly MeasureId[] = cells.length >= 2 ? ["max_score", "score"] : ["score"];
    cells.slice(0, 2).forEach((cell, index) => {
      const digits = digitsOf(cell);
      this.#add({
        item: whole ? "performance.self_score" : "project",
        label: whole ? firstText(row) : (this.#project ?? firstText(row)),
        parentLabel: null,
        measure: measures[index] ?? "score",
        columnLabel: firstText(row),
        amount: parseAmount(digits, "分"),
        span: spanOfDigits(cell, digits),
      });
    });
  }

  #indicatorRow(row: Row, { columns, places }: FormSection): void {
    const shift = shiftOf(row, places);
    const { levels, project } = places;
    levels.forEach((index, level) => {
      const cell = row.cells[index + shift];
      if (index + shift < 0 || cell === undefined || isBlank(cell)) return;
      this.#levels.splice(level, Infinity, cell.text);
      this.#pointsInName(cell, level === levels.length - 1, columns[index]?.header ?? "");
    });
    if (project !== -1 && !isBlank(row.cells[project])) this.#project = row.cells[project]?.text ?? null;
    const label = withoutPoints(this.#levels.at(-1) ?? "");
    const unitText = row.cells[places.unit + shift]?.text ?? unitOfTarget(row, columns, shift);
    columns.forEach((column, index) => {
      const cell = row.cells[index + shift];
      if (cell === undefined || isBlank(cell)) return;
      if (column.role === "remark") this.#remark(cell, label, column.header);
      else if (column.role === "target" || column.role === "actual") this.#result(cell, label, column, unitText);
      else if ((column.role === "max_score" || column.role === "score") && isFigure(cell.text)) {
        this.#point(cell, label, column);
      } else if ((column.role === "part" || BUDGETED.has(column.role)) && isFigure(cell.text))
        this.#projectAmount(cell, column);
      else if (column.role === "none" && !isFigure(cell.text)) this.#words(cell, label, column.header);
    });
  }

  /** `传染病监测专项 | 185.25 | 产出指标 | …`: the money of the project that the indicators of the row are of. */
  #projectAmount(cell: Cell, { role, header }: FormColumn): void {
    const digits = digitsOf(cell);
    const isPart = role === "part";
    this.#add({
      item: this.#project === null || isPart ? null : "project",
      label: this.#project ?? header,
      parentLabel: null,
      measure: isPart ? this.#plainMeasure() : (role as MeasureId), // BUDGETED holds measures only
      columnLabel: header,
      amount: parseAmount(digits, unitOf(columnUnit(header, "budget"), undefined, this.#unit)),
      span: spanOfDigits(cell, digits),
    });
  }

  /** The parent of an indicator: its project, else the level above it. */
  #parent(): string | null {
    return this.#project ?? (this.#levels.length < 2 ? null : withoutPoints(this.#levels.at(-2) ?? ""));
  }

  #pointsInName(cell: Cell, indicator: boolean, header: string): void {
    const points = pointsInName(cell.text);
    if (points === null) return;
    const from = cell.raw.lastIndexOf(points);
    if (from === -1) return;
    this.#add({
      item: indicator ? "project.indicator" : null,
      label: withoutPoints(cell.text),
      parentLabel: indicator ? this.#parent() : null,
      measure: "max_score",
      columnLabel: header,
      amount: parseAmount(points, "分"),
      span: { line: cell.line, from: cell.from + from, to: cell.from + from + points.length },
    });
  }

  #point(cell: Cell, label: string, column: FormColumn): void {
    const digits = digitsOf(cell);
    this.#add({
      item: "project.indicator",
      label,
      parentLabel: this.#parent(),
      measure: column.role === "score" ? "score" : "max_score",
      columnLabel: column.header,
      amount: parseAmount(digits, "分"),
      span: spanOfDigits(cell, digits),
    });
  }

  /** @param unitText the unit that a column of its own prints, "" where there is none. */
  #result(cell: Cell, label: string, column: FormColumn, unitText: string): void {
    const measure: MeasureId = column.role === "actual" ? "actual" : "target";
    const common = {
      item: "project.indicator" as const,
      label,
      parentLabel: this.#parent(),
      measure,
      columnLabel: column.header,
    };
    if (isFigure(cell.text)) {
      const digits = digitsOf(cell);
      this.#add({
        ...common,
        amount: parseAmount(digits, isPercentage(cell) ? "%" : unitText),
        span: spanOfDigits(cell, digits),
      });
      return;
    }
    for (const { amount, span, says } of figuresAmongWords(cell)) {
      this.#add({ ...common, measure: says ?? measure, amount, span });
    }
  }

  /**
   * A remark explains. The outcome of a calculation printed in it is the indicator's actual value;
   * the points and limits of a scoring standard, and other figures of the prose, are no one item's.
   */
  #remark(cell: Cell, label: string, header: string): void {
    for (const { amount, span, outcome } of figuresAmongWords(cell)) {
      this.#add({
        item: outcome ? "project.indicator" : null,
        label,
        parentLabel: this.#parent(),
        measure: outcome ? "actual" : this.#remarkMeasure(header, amount.unit),
        columnLabel: header,
        amount,
        span,
      });
    }
    if (isFigure(cell.text) || !/偏差|原因|改进|依据|备注/.test(header)) return;
    this.#reasons.push({
      statement: this.#statement,
      item: "project.indicator",
      code: null,
      label,
      text: cell.text,
      sourceLine: cell.line,
    });
  }

  #remarkMeasure(header: string, unit: string): MeasureId {
    if (/解释|指标说明|标准/.test(header)) return unit === "分" ? "max_score" : "target";
    return this.#outline.kind === "final" ? "actual" : "target";
  }

  /** A matrix names its item and its measure in row and column, either way round. */
  #matrixRow(row: Row, columns: readonly FormColumn[]): void {
    const at = columns.findIndex((column) => column.role === "level");
    const label = row.cells[at]?.text ?? "";
    if (label === "") return;
    columns.forEach((column, index) => {
      const cell = row.cells[index];
      if (index === at || cell === undefined || !isFigure(cell.text)) return;
      const words = [label, column.header];
      const { measure, fiscalYear } = measureOf(words.join("/").replace(/预算安排/g, ""), {
        kind: this.#outline.kind,
        fiscalYear: this.#outline.fiscalYear,
        statement: null,
        adjusted: false,
      });
      const digits = digitsOf(cell);
      this.#add({
        item: matrixItem(words),
        label,
        parentLabel: this.#sectionName,
        measure,
        columnLabel: column.header,
        amount: parseAmount(
          digits,
          isPercentage(cell) ? "%" : unitOf(columnUnit(column.header, measure), bracketedUnit(label), this.#unit),
        ),
        span: spanOfDigits(cell, digits),
        fiscalYear,
      });
    });
  }
}
