import type { Amount } from "../../domain/amount.ts";
import { parseAmount } from "../../domain/amount.ts";
import type { ItemId } from "../../domain/items.ts";
import { itemOf } from "../../domain/items.ts";
import type { Origin, StatementId } from "../../domain/statements.ts";
import type { DraftFact, DraftReason, Outline, Span } from "../types.ts";
import type { CellFigure } from "./cell-figures.ts";
import { figuresAmongWords } from "./cell-figures.ts";
import type { Cell } from "./cells.ts";
import { isBlank, isFigure, spanOf } from "./cells.ts";
import type { ClassNames } from "./class-names.ts";
import type { ColumnMeaning } from "./column-meanings.ts";
import { columnMeanings, sideOf } from "./column-meanings.ts";
import type { ColumnGroup, TableColumn } from "./columns.ts";
import { isMeasureName } from "./header-names.ts";
import { listMeaning } from "./list-meaning.ts";
import type { ColumnMeasure, ColumnUnit, MeasureContext } from "./measures.ts";
import { bracketedUnit, columnUnit, measureOf, unitOf } from "./measures.ts";
import type { Entry, ParsedTable } from "./parsed-table.ts";
import type { RowMeaning } from "./row-meanings.ts";
import { RowReader } from "./row-meanings.ts";
import { measureInYear, YEAR_HEADER, yearOfRow } from "./row-years.ts";
import { staffOfColumn, staffOfRow } from "./staff-meaning.ts";
import { threePublicMeaning } from "./words.ts";
import { squeezed } from "../white-space.ts";

/** A column with its printed header and what its amounts measure. */
type MeasuredColumn = ColumnMeaning &
  ColumnMeasure & {
    readonly header: string;
    readonly unit: ColumnUnit;
    /** In a 三公 table a fund's part beside the sum of all funds: `合计 | 其中：一般公共预算`. */
    readonly ofFund: boolean;
    /** What a column of a table of bodies counts. */
    readonly staff: ItemId | null;
  };

/** A table without figures, and the sentence that declares it empty. */
export interface EmptyTable {
  readonly statement: StatementId;
  readonly line: number;
  readonly declaration: string | null;
  readonly declarationLine: number | null;
}

export interface TableReading {
  readonly facts: DraftFact[];
  readonly reasons: DraftReason[];
  readonly empty: EmptyTable | null;
}

const DECLARATION = /无数据|空表|为空|没有|不涉及|未安排|无[^，。；]{0,40}(?:收入|支出|拨款|收支|预算|安排|经费)/;

/** Whether a figure cell ends with a percent sign. */
export function isPercentage({ raw }: Cell): boolean {
  const last = raw.charCodeAt(raw.length - 1);
  return last === 0x25 || last === 0xff05;
}

/**
 * Digits of a figure cell without its percent sign. A figure that a line break cuts in two has no
 * span that holds it: no digits are given, and so no fact is made of half a figure.
 */
export function digitsOf(cell: Cell): string {
  if (cell.more !== undefined && squeezed(cell.raw) !== cell.text) return "";
  return isPercentage(cell) ? cell.raw.slice(0, -1).trimEnd() : cell.raw;
}

/** Where the digits of a figure cell stand. */
export function spanOfDigits(cell: Cell, digits: string): Span {
  return { line: cell.line, from: cell.from, to: cell.from + digits.length };
}

/** A count in the unit of its item: 批次 is printed as 个, 人次 as 人. */
function counted(amount: Amount | null, item: ItemId | null): Amount | null {
  if (amount === null || item === null || !COUNTED.has(amount.unit)) return amount;
  const own = itemOf(item).unit;
  return own === null || own === "万元" ? amount : { ...amount, unit: own };
}

/** Units of things that are counted; a column headed 数量 prints none. */
const COUNTED: ReadonlySet<string> = new Set(["", "个", "人", "次", "批次", "人次", "辆", "台(套)"]);

/** Kinds of spending that a summary prints in a column for each fund: each is that fund's part. */
const PARTED: ReadonlySet<ItemId> = new Set<ItemId>([
  "expenditure.basic",
  "expenditure.project",
  "expenditure.personnel",
  "expenditure.operating",
]);

const ONE_FUND = /^其中|公共预算|政府性基金|国有资本/;

/** Whether a column of a 三公 table prints one fund's part of what the column before it prints of all. */
function isOfFund(column: TableColumn, { values }: ColumnGroup): boolean {
  const leaf = column.path.at(-1) ?? "";
  if (!ONE_FUND.test(leaf)) return false;
  const above = column.path.slice(0, -1).join("/");
  return values.some(
    (other) =>
      other.index < column.index && !ONE_FUND.test(other.header) && other.path.slice(0, -1).join("/") === above,
  );
}

/** Whether a row of a table of bodies is one of several: neither their total nor the only body. */
function isOneOfBodies({ label }: Entry, entries: readonly Entry[]): boolean {
  return label.text !== "" && !/^(?:合计|总计)/.test(label.text) && entries.length > 1;
}

const NO_HEADER: ColumnUnit = columnUnit("", "final");

/** The item of one cell from what its row and its column say; its code is the row's. */
function itemOfCell(row: RowMeaning, column: ColumnMeaning): ItemId | null {
  if (column.whole) return row.isTotal ? (column.item ?? row.item) : row.item;
  if (row.isClass || row.isTotal) return column.item;
  // Without the class that a row names, a part of it would pass for that part of the whole report.
  return row.isUnknownClass ? null : (row.item ?? column.item);
}

/**
 * The figures of a table: every cell that prints one becomes a fact, its item and code from row
 * and column, its measure from the headers above it.
 *
 * @param unit the printed unit of the table, or the report's where the table prints none.
 */
export function readFigures(table: ParsedTable, outline: Outline, names: ClassNames, unit: string): TableReading {
  const { block } = table;
  const statement: StatementId = table.statement ?? (block.part === "annex" ? "annex" : "narrative");
  const origin: Origin = table.statement === null && block.part === "annex" ? "annex" : "table";
  const context: MeasureContext = {
    kind: outline.kind,
    fiscalYear: outline.fiscalYear,
    statement: table.statement,
    adjusted: block.notes.some((note) => /调整后的?预算|全年预算数/.test(note.text)),
  };
  const hasYears = table.paths.some((path) => YEAR_HEADER.test(path.at(-1) ?? ""));
  const isList = table.statement === null && block.list === null;
  const facts: DraftFact[] = [];
  const reasons: DraftReason[] = [];
  const readers = new Map<ColumnGroup, { rows: RowReader; columns: readonly MeasuredColumn[] }>();
  for (const group of table.groups) {
    const entries = table.entriesOf.get(group) ?? [];
    const side = sideOf(group, table.statement, entries);
    const columns = columnMeanings(group, table.statement, side, entries);
    const named = columns.some((column) => !column.whole && column.item !== null);
    readers.set(group, {
      rows: new RowReader(table.statement, side, names, named, entries.length === 1),
      columns: columns.map((column): MeasuredColumn => {
        const { header } = column.column;
        const measured = measureOf(header, context);
        const staff = isList ? staffOfColumn(column.column.path.at(-1) ?? "") : null;
        return {
          column: column.column,
          whole: column.whole,
          item: column.item,
          header,
          measure: measured.measure,
          fiscalYear: measured.fiscalYear,
          unit: columnUnit(header, measured.measure),
          ofFund: table.statement === "three_public" && isOfFund(column.column, group),
          staff,
        };
      }),
    });
  }

  for (const entry of table.entries) {
    const reader = readers.get(entry.group);
    if (reader === undefined) continue;
    const row = reader.rows.read(entry);
    for (const column of reader.columns) {
      const cell = entry.row.cells[column.column.index];
      if (cell === undefined || !isFigure(cell.text)) continue;
      const fact = factOf(cell, entry, row, column);
      if (fact.amount !== null) facts.push(fact);
    }
    for (const column of [...entry.group.remarks, ...entry.group.aims]) {
      const cell = entry.row.cells[column.index];
      if (cell === undefined || isBlank(cell) || isFigure(cell.text)) continue;
      for (const told of figuresAmongWords(cell)) facts.push(toldFact(told, entry, column, row.parentLabel));
      if (column.role !== "remark") continue;
      const { item, code } = row;
      reasons.push({ statement, item, code, label: entry.label.text, text: cell.text, sourceLine: cell.line });
    }
  }

  table.pairs.forEach(({ label, figure }, index) => {
    const meaning = threePublicMeaning(label.text);
    const item = meaning === "total" || meaning === "grand_total" ? null : meaning;
    const digits = digitsOf(figure);
    const ofLabel = bracketedUnit(label.text);
    const amount = parseAmount(digits, isPercentage(figure) ? "%" : unitOf(NO_HEADER, ofLabel, unit));
    if (amount === null) return;
    facts.push({
      statement,
      origin,
      rowNo: table.body.length + index,
      item,
      code: null,
      label: label.text,
      parentLabel: null,
      measure: outline.kind === "final" ? "final" : "budget",
      columnLabel: "",
      fiscalYear: outline.fiscalYear,
      amount: counted(amount, item),
      span: spanOfDigits(figure, digits),
    });
  });

  /** A figure in a cell of words: printed, but no one item's. */
  function toldFact(
    { amount, span, says }: CellFigure,
    entry: Entry,
    column: TableColumn,
    parentLabel: string | null,
  ): DraftFact {
    const { header } = column;
    const own = outline.kind === "final" ? "final" : "budget";
    return {
      statement,
      origin,
      rowNo: entry.rowNo,
      item: null,
      code: null,
      label: entry.label.text === "" ? block.name : entry.label.text,
      parentLabel,
      measure: says ?? (/目标|指标/.test(header) ? "target" : own),
      columnLabel: header,
      fiscalYear: outline.fiscalYear,
      amount,
      span,
    };
  }

  /** A column's name without 预算数 and 决算数 below it. */
  function nameOf({ path }: TableColumn): string {
    return path.findLast((header) => !isMeasureName(header)) ?? path.at(-1) ?? block.name;
  }

  function factOf(cell: Cell, entry: Entry, row: RowMeaning, column: MeasuredColumn): DraftFact {
    const listed = block.list === null || table.statement !== null ? null : listMeaning(block.list, entry, row, column);
    const label = listed?.label ?? entry.label.text;
    // The body that spends is no project of its own list.
    const isAgency = listed !== null && label === outline.agencyName;
    const staff = column.staff ?? (unit === "人" && isList ? staffOfRow(entry.label.text) : null);
    const meant = staff ?? (listed === null ? itemOfCell(row, column) : listed.item);
    const item = isAgency || column.ofFund ? null : meant;
    const code = staff !== null ? null : listed === null ? row.code : listed.code;
    const digits = digitsOf(cell);
    // `2023年预算数 | 72.00 | 20.00`: the row and not the column says what is measured.
    const ofRow = entry.label.words.isStage && row.isTotal ? `${column.header}/${entry.label.text}` : null;
    const stage = ofRow === null ? null : measureOf(ofRow, context);
    const columnsUnit = ofRow === null || stage === null ? column.unit : columnUnit(ofRow, stage.measure);
    const cellUnit = isPercentage(cell) ? "%" : unitOf(columnsUnit, entry.label.words.unit ?? row.unit, unit);
    const ofFund =
      row.item !== null && row.item === item && column.item !== null && column.item !== item && PARTED.has(row.item);
    // Beside 合计 stand the kinds of bodies that it is made of.
    const isKind = staff !== null && column.staff === null && column.column !== entry.group.values[0];
    // Of a table of bodies the staff of each is a part of the total below them.
    const isBody = column.staff !== null && isOneOfBodies(entry, table.entriesOf.get(entry.group) ?? []);
    const printed = isBody ? (entry.label.parent ?? label) : label;
    return {
      statement,
      origin,
      rowNo: entry.rowNo,
      item,
      code,
      label: printed === "" ? nameOf(column.column) : printed,
      parentLabel:
        ofFund || column.ofFund || isKind || isBody ? (column.column.path.at(-1) ?? row.parentLabel) : row.parentLabel,
      ...(stage ?? measureInYear(column, hasYears ? yearOfRow(entry.row, table.paths) : null)),
      columnLabel: column.header,
      amount: counted(parseAmount(digits, cellUnit), item),
      span: spanOfDigits(cell, digits),
    };
  }

  const empty = facts.length === 0 && table.statement !== null ? emptyTable(table, table.statement) : null;
  if (empty !== null) {
    const item = emptyItem(empty.statement);
    facts.push({
      statement,
      origin,
      rowNo: 0,
      item,
      code: null,
      label: table.body[0]?.cells.find((cell) => cell.text !== "")?.text ?? "合计",
      parentLabel: null,
      measure: outline.kind === "final" ? "final" : "budget",
      columnLabel: "",
      fiscalYear: outline.fiscalYear,
      amount: null,
      span: emptySpan(table),
    });
    if (empty.declaration !== null && empty.declarationLine !== null) {
      reasons.push({
        statement,
        item,
        code: null,
        label: block.name,
        text: empty.declaration,
        sourceLine: empty.declarationLine,
      });
    }
  }
  return { facts, reasons, empty };
}

function emptyItem(statement: StatementId): ItemId {
  if (statement === "government_fund") return "expenditure.government_fund";
  if (statement === "state_capital") return "expenditure.state_capital";
  if (statement === "three_public") return "three_public.total";
  return statement === "income" ? "income.total" : "expenditure.total";
}

function emptyTable(table: ParsedTable, statement: StatementId): EmptyTable {
  const declared = table.block.notes.find(
    (note) => DECLARATION.test(note.text) && !/^\s*注[:：]\s*本表反映/.test(note.text),
  );
  return {
    statement,
    line: table.body[0]?.line ?? table.block.rows[0]?.line ?? 1,
    declaration: declared?.text.trim().replace(/^说明[:：]/, "") ?? null,
    declarationLine: declared?.no ?? null,
  };
}

/** The empty place where the first value of the total row would stand. */
function emptySpan(table: ParsedTable): Span {
  const row = table.body[0] ?? table.block.rows.at(-1);
  const column = table.groups[0]?.values[0]?.index ?? 0;
  const cell = row?.cells[column] ?? row?.cells.at(-1);
  return cell === undefined ? { line: 1, from: 0, to: 0 } : { ...spanOf(cell), to: cell.from };
}
