import type { DraftFact, DraftReason, Line, Outline } from "../types.ts";
import type { StatementId } from "../../domain/statements.ts";
import type { Block } from "./blocks.ts";
import { findBlocks } from "./blocks.ts";
import { printedUnit } from "./captions.ts";
import { ClassNames } from "./class-names.ts";
import type { EmptyTable } from "./figures.ts";
import { isForm } from "./form-sections.ts";
import { readForm } from "./forms.ts";
import { readFigures } from "./figures.ts";
import type { ParsedTable } from "./parsed-table.ts";
import { parseTable } from "./parsed-table.ts";
import { bodyOf, rowGroups } from "./row-groups.ts";

/** Everything the tables of a report print. */
export interface TablesReading {
  readonly facts: readonly DraftFact[];
  readonly reasons: readonly DraftReason[];
  readonly emptyTables: readonly EmptyTable[];
  /** Lines that belong to a table: its rows, continuation lines included. Running text is elsewhere. */
  readonly tableLines: ReadonlySet<number>;
  /** The statement beneath whose table a line of notes stands. */
  readonly noteStatements: ReadonlyMap<number, StatementId>;
}

/** The unit that most tables print, for those that print none. */
function commonUnit(lines: readonly Line[]): string {
  const votes = new Map<string, number>();
  for (const line of lines) {
    if (line.text.length > 60 || !line.text.includes("单")) continue;
    const unit = printedUnit(line.text);
    if (unit !== null && unit.endsWith("元")) votes.set(unit, (votes.get(unit) ?? 0) + 1);
  }
  const [winner] = [...votes].sort((a, b) => b[1] - a[1]);
  return winner?.[0] ?? "万元";
}

/** Reads all tables of the body. */
export function readTables(lines: readonly Line[], outline: Outline): TablesReading {
  const groups = rowGroups(lines, bodyOf(outline.parts));
  const names = new ClassNames();
  const unit = commonUnit(lines);
  const blocks = findBlocks(lines, outline, groups);
  const parsed: ParsedTable[] = [];
  const forms: Block[] = [];
  for (const block of blocks) {
    if (isForm(block)) forms.push(block);
    else parsed.push(parseTable(block, names));
  }
  const facts: DraftFact[] = [];
  const reasons: DraftReason[] = [];
  const emptyTables: EmptyTable[] = [];
  const noteStatements = new Map<number, StatementId>();
  for (const table of parsed) {
    const reading = readFigures(table, outline, names, table.unit ?? unit);
    for (const fact of reading.facts) facts.push(fact);
    for (const reason of reading.reasons) reasons.push(reason);
    if (reading.empty !== null) emptyTables.push(reading.empty);
    if (table.statement !== null) for (const note of table.block.notes) noteStatements.set(note.no, table.statement);
  }
  for (const block of forms) {
    const reading = readForm(block, outline, block.unit ?? unit);
    for (const fact of reading.facts) facts.push(fact);
    for (const reason of reading.reasons) reasons.push(reason);
  }
  const tableLines = new Set<number>();
  for (const block of blocks) for (const no of block.lines) tableLines.add(no);
  return { facts, reasons, emptyTables, tableLines, noteStatements };
}
