import type { FactRow, ReportRow } from "../domain/records.ts";
import type { ItemId } from "../domain/items.ts";
import type { MeasureId } from "../domain/measures.ts";
import type { StatementId } from "../domain/statements.ts";
import { groupBy } from "./group-by.ts";
import type { PrintedLine } from "./lines-index.ts";
import { LinesIndex } from "./lines-index.ts";
import type { AuditedReport } from "./types.ts";

/** What to look for; an omitted field matches everything, `code: null` only figures without a code. */
export interface Wanted {
  readonly statement?: StatementId | readonly StatementId[];
  readonly origin?: FactRow["origin"];
  readonly item?: ItemId | readonly ItemId[];
  readonly code?: string | null;
  readonly measure?: MeasureId | readonly MeasureId[];
  readonly year?: number;
}

/** The figures and lines of one report, indexed for the rules. Cells printed empty are left out of `facts`. */
export class Ledger {
  readonly source: AuditedReport;
  readonly report: ReportRow;
  /** Figures with a value, in printed order. */
  readonly facts: readonly FactRow[];
  readonly #byStatement: ReadonlyMap<string, readonly FactRow[]>;
  readonly #byItem: ReadonlyMap<string, readonly FactRow[]>;
  readonly #byLine: ReadonlyMap<number, readonly FactRow[]>;
  readonly #index: ReadonlyMap<FactRow, number>;
  readonly #byItemAndCode = new Map<string, ReadonlyMap<string | null, readonly FactRow[]>>();
  #lines: LinesIndex | null = null;
  readonly #derived = new Map<unknown, unknown>();

  constructor(source: AuditedReport) {
    this.source = source;
    this.report = source.report;
    this.facts = source.facts
      .filter((fact) => fact.value !== null)
      .toSorted((a, b) => a.source_line - b.source_line || a.source_from - b.source_from);
    this.#byStatement = groupBy(this.facts, (fact) => fact.statement);
    this.#byItem = groupBy(this.facts, (fact) => fact.item ?? "");
    this.#byLine = groupBy(this.facts, (fact) => fact.source_line);
    this.#index = new Map(this.facts.map((fact, index) => [fact, index]));
  }

  get year(): number {
    return this.report.fiscal_year;
  }

  /** The measure of the report's own figures: 决算数 of a final account, 预算数 of a budget. */
  get own(): MeasureId {
    return this.report.report_kind === "final" ? "final" : "budget";
  }

  text(line: number): string {
    return this.source.lines[line - 1]?.text ?? "";
  }

  /** The printed lines that hold at least one of the words, in order. */
  linesWith(...words: readonly string[]): PrintedLine[] {
    this.#lines ??= new LinesIndex(this.source.lines);
    return this.#lines.withAny(words);
  }

  /** What a function makes of this ledger, made once: several rules ask for the same. */
  derived<Value>(make: (ledger: Ledger) => Value): Value {
    if (!this.#derived.has(make)) this.#derived.set(make, make(this));
    return this.#derived.get(make) as Value; // kept under the very function that made it
  }

  /** Figures of one printed line, from left to right. */
  onLine(line: number): readonly FactRow[] {
    return this.#byLine.get(line) ?? [];
  }

  /** Place in `facts`; −1 for a figure of another report. */
  indexOf(fact: FactRow): number {
    return this.#index.get(fact) ?? -1;
  }

  find(wanted: Wanted): FactRow[] {
    const statements = listOf(wanted.statement);
    const items = listOf(wanted.item);
    const measures = listOf(wanted.measure);
    const { origin, code, year } = wanted;
    const found: FactRow[] = [];
    for (const fact of this.#candidates(statements, items, code)) {
      if (
        (statements === null || statements.includes(fact.statement)) &&
        (origin === undefined || fact.origin === origin) &&
        (items === null || (fact.item !== null && items.includes(fact.item))) &&
        (code === undefined || fact.code === code) &&
        (measures === null || measures.includes(fact.measure)) &&
        (year === undefined || fact.fiscal_year === year)
      ) {
        found.push(fact);
      }
    }
    return found;
  }

  /** The first match in printed order. */
  first(wanted: Wanted): FactRow | undefined {
    return this.find(wanted)[0];
  }

  #candidates(
    statements: readonly string[] | null,
    items: readonly string[] | null,
    code: string | null | undefined,
  ): readonly FactRow[] {
    if (items?.length === 1 && code !== undefined) return this.#ofItem(items[0] ?? "").get(code) ?? [];
    if (items !== null && items.length === 1) return this.#byItem.get(items[0] ?? "") ?? [];
    if (statements?.length === 1) return this.#byStatement.get(statements[0] ?? "") ?? [];
    if (items !== null) {
      const ofItems = [...new Set(items)].flatMap((item) => this.#byItem.get(item) ?? []);
      return ofItems.sort((a, b) => this.indexOf(a) - this.indexOf(b));
    }
    if (statements !== null) return statements.flatMap((statement) => this.#byStatement.get(statement) ?? []);
    return this.facts;
  }

  /** The figures of an item by code. */
  #ofItem(item: string): ReadonlyMap<string | null, readonly FactRow[]> {
    const known = this.#byItemAndCode.get(item);
    if (known !== undefined) return known;
    const byCode = groupBy(this.#byItem.get(item) ?? [], (fact) => fact.code);
    this.#byItemAndCode.set(item, byCode);
    return byCode;
  }
}

function listOf<T>(value: T | readonly T[] | undefined): readonly T[] | null {
  if (value === undefined) return null;
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}
