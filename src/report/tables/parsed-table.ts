import type { StatementId } from "../../domain/statements.ts";
import type { Block } from "./blocks.ts";
import { printedUnit } from "./captions.ts";
import type { Cell, Row } from "./cells.ts";
import type { ClassNames } from "./class-names.ts";
import { isEconomicCode } from "./class-names.ts";
import type { ColumnGroup } from "./columns.ts";
import { readColumns } from "./columns.ts";
import { readHeader } from "./header.ts";
import { joinedRows, unshiftedRows } from "./joined-rows.ts";
import type { LabelPair } from "./label-pairs.ts";
import { withoutPairs } from "./label-pairs.ts";
import type { RowLabel } from "./labels.ts";
import { labelOf } from "./labels.ts";
import { statementOfName } from "./names.ts";

/** One row inside one group of columns. */
export interface Entry {
  readonly rowNo: number;
  readonly row: Row;
  readonly group: ColumnGroup;
  readonly label: RowLabel;
}

/** A block with columns and labels recognised, meanings not yet given. */
export interface ParsedTable {
  readonly block: Block;
  readonly statement: StatementId | null;
  readonly unit: string | null;
  readonly groups: readonly ColumnGroup[];
  /** Per column its headers, outermost first. */
  readonly paths: readonly (readonly string[])[];
  /** Row by row, within a row group by group. */
  readonly entries: readonly Entry[];
  readonly entriesOf: ReadonlyMap<ColumnGroup, readonly Entry[]>;
  readonly body: readonly Row[];
  /** Labels with figures beside them that are no rows of the columns. */
  readonly pairs: readonly LabelPair[];
}

/** A value without a label of its own belongs to the label printed just before it in the same row. */
function borrowedLabel(entry: Entry, before: Entry | undefined): Entry {
  if (before === undefined || entry.label.text !== "" || entry.label.code !== null || before.label.text === "")
    return entry;
  const printed = (candidate: Entry): boolean =>
    candidate.group.values.some((column) => (candidate.row.cells[column.index]?.text ?? "") !== "");
  return printed(entry) && !printed(before) ? { ...entry, label: before.label } : entry;
}

/** The statement of a table whose name says nothing, by what its columns are. */
function statementByShape(groups: readonly ColumnGroup[], codes: readonly string[]): StatementId | null {
  const headers = groups.flatMap((group) => group.values.map((column) => column.path.join("/")));
  if (headers.some((header) => /出国/.test(header)) && headers.some((header) => /接待/.test(header)))
    return "three_public";
  if (codes.length > 0 && codes.every(isEconomicCode)) return "general_budget_basic";
  const sides = groups.map((group) => group.labels[0]?.path[0] ?? "");
  if (sides.some((side) => /^收入/.test(side)) && sides.some((side) => /^支出/.test(side)))
    return "income_expenditure_summary";
  if (codes.length === 0) return null;
  if (headers.some((header) => /基本支出/.test(header))) return "expenditure";
  return headers.some((header) => /事业收入|财政拨款收入/.test(header)) ? "income" : null;
}

/** Columns and labels of a block; codes with their names go into `names`. */
export function parseTable(block: Block, names: ClassNames): ParsedTable {
  const { body: printed, ...header } = readHeader(unshiftedRows(joinedRows(block.rows)));
  const { rows: body, pairs } =
    block.statement === "three_public" ? withoutPairs(printed) : { rows: printed, pairs: [] };
  const groups = readColumns(header.paths, body);
  const entries: Entry[] = [];
  const entriesOf = new Map(groups.map((group): [ColumnGroup, Entry[]] => [group, []]));
  const codes: string[] = [];
  const above: (string | null)[] = groups.map(() => null);
  body.forEach((row, rowNo) => {
    let before: Entry | undefined;
    groups.forEach((group, index) => {
      const label = labelOf(row, group, above[index] ?? null);
      if (label.code !== null) {
        above[index] = label.code;
        codes.push(label.code);
        names.add(label.code, label.words);
      }
      const entry = borrowedLabel({ rowNo, row, group, label }, before);
      entries.push(entry);
      entriesOf.get(group)?.push(entry);
      before = entry;
    });
  });
  const captions = header.captions.flatMap((row) => row.cells.map((cell: Cell) => cell.text));
  const captionStatement = captions.filter((text) => /表$/.test(text)).map(statementOfName);
  return {
    block,
    statement:
      block.statement ??
      captionStatement.find((statement) => statement !== null) ??
      (block.list === null ? statementByShape(groups, codes) : null),
    unit: block.unit ?? captions.map(printedUnit).find((unit) => unit !== null) ?? null,
    groups,
    paths: header.paths,
    entries,
    entriesOf,
    body,
    pairs,
  };
}
