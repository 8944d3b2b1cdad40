import { inHalfWidth } from "../domain/half-width.ts";
import type { FactRow, ReportRow } from "../domain/records.ts";
import type { ItemId } from "../domain/items.ts";
import type { MeasureId } from "../domain/measures.ts";
import type { StatementId } from "../domain/statements.ts";
import { groupBy } from "./group-by.ts";
import type { PrintedLine } from "./lines-index.ts";
import { ItemsIndex } from "./items-index.ts";
import { LinesIndex } from "./lines-index.ts";
import type { AuditedReport } from "./types.ts";

/** What to look for; an omitted field matches everything, `code: null` only figures without a code. */
export interface Wanted {
  readonly statement?: StatementId | readonly StatementId[] | undefined;
  readonly origin?: FactRow["origin"] | undefined;
  readonly item?: ItemId | readonly ItemId[] | undefined;
  readonly code?: string | null | undefined;
  readonly measure?: MeasureId | readonly MeasureId[] | undefined;
  readonly year?: number | undefined;
}

/**
 * The figures and lines of one report, indexed for the rules. Cells printed empty are left out of `facts`.
 *
 * Some two hundred questions are asked of it for each report: indexes are made when first asked for.
 */
export class Ledger {
  readonly source: AuditedReport;
  readonly report: ReportRow;
  /** Whether its figures are only supposed: it is asked what would hold then, and nothing is told of it. */
  readonly isTrial: boolean;
  /** Figures with a value, in printed order. */
  readonly facts: readonly FactRow[];
  /** Place in `facts` of the first figure of each line, by line; of a line without figures that of the next figure. */
  #firstOfLine: Int32Array | null = null;
  #byStatement: ReadonlyMap<string, readonly FactRow[]> | null = null;
  readonly #ofMeasure = new Map<string, readonly FactRow[]>();
  #byItem: ItemsIndex | null = null;
  #told: readonly FactRow[] | null = null;
  readonly #lines: LinesIndex;
  readonly #derived = new Map<unknown, unknown>();
  readonly #derivedFor = new Map<unknown, Map<unknown, unknown>>();

  /**
   * @param other a ledger of the same lines with other figures: what it knows of the lines is taken over.
   * @param isTrial see there.
   */
  constructor(source: AuditedReport, other?: Ledger, isTrial = false) {
    this.isTrial = isTrial;
    this.#lines = other === undefined ? linesOf(source) : other.#lines;
    const { lines } = this.#lines;
    this.source = lines === source.lines ? source : { ...source, lines };
    this.report = source.report;
    this.facts = inPrintedOrder(source.facts.filter((fact) => fact.value !== null));
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
  linesWith(...words: readonly string[]): readonly PrintedLine[] {
    return this.#lines.withAny(words);
  }

  /** What a function makes of this ledger, made once: several rules ask for the same. */
  derived<Value>(make: (ledger: Ledger) => Value): Value {
    const known = this.#derived.get(make);
    if (known !== undefined || this.#derived.has(make)) return known as Value; // kept under the very function that made it
    const made = make(this);
    this.#derived.set(make, made);
    return made;
  }

  /** The same of what a function makes of this ledger and a subject: a statement, a figure. */
  derivedFor<Subject, Value>(make: (ledger: Ledger, subject: Subject) => Value, subject: Subject): Value {
    let known = this.#derivedFor.get(make);
    if (known === undefined) this.#derivedFor.set(make, (known = new Map()));
    const found = known.get(subject);
    if (found !== undefined || known.has(subject)) return found as Value; // kept under the very function that made it
    const made = make(this, subject);
    known.set(subject, made);
    return made;
  }

  /** Figures of sentences and annexes, which no table prints, in printed order. */
  get told(): readonly FactRow[] {
    return (this.#told ??= this.facts.filter((fact) => fact.origin !== "table"));
  }

  /** Figures of the items with a prefix («headcount.»), in printed order. */
  under(prefix: string): readonly FactRow[] {
    return this.derivedFor(factsUnder, prefix);
  }

  /** The figures by item, each list in printed order. */
  get byItem(): ReadonlyMap<string, readonly FactRow[]> {
    return this.#items.all;
  }

  /** Figures of a statement in printed order. */
  ofStatement(statement: string): readonly FactRow[] {
    return (this.#byStatement ??= groupBy(this.facts, (fact) => fact.statement)).get(statement) ?? [];
  }

  /** Figures of an item in printed order, among them all that have a code (null: none); any where it is left out. */
  among(item: string, code: string | null | undefined): readonly FactRow[] {
    return code === undefined ? this.#items.ofItem(item) : this.#items.withCode(item, code);
  }

  /** Figures of one printed line, from left to right. */
  onLine(line: number): readonly FactRow[] {
    const { firstOfLine } = this;
    return this.facts.slice(firstOfLine[line] ?? this.facts.length, firstOfLine[line + 1]);
  }

  /** Place in `facts`; −1 for a figure of another report. */
  indexOf(fact: FactRow): number {
    const { facts } = this;
    for (let index = this.firstOfLine[fact.source_line] ?? facts.length; index < facts.length; index += 1) {
      const other = facts[index];
      if (other === fact) return index;
      if (other === undefined || other.source_line > fact.source_line) break;
    }
    return -1;
  }

  /** Figures of this report sorted as they are printed, in place. */
  inOrder(facts: FactRow[]): FactRow[] {
    return facts.sort((a, b) => place(a, b) || this.indexOf(a) - this.indexOf(b));
  }

  find(wanted: Wanted): FactRow[] {
    return this.#matches(wanted, Number.POSITIVE_INFINITY);
  }

  /** The first match in printed order. */
  first(wanted: Wanted): FactRow | undefined {
    return this.#matches(wanted, 1)[0];
  }

  /** At most so many matches. */
  #matches(wanted: Wanted, most: number): FactRow[] {
    // Taken apart once: questions come in many shapes, and to look into one costs more than to compare.
    const { statement, item, code, measure } = wanted;
    const candidates = this.#candidates(statement, item, code, measure);
    if (candidates.length === 0) return [];
    const { origin, year } = wanted;
    const found: FactRow[] = [];
    // Several items, or measures, come one after the other: what is found of them is put in order.
    const isOfItems = typeof item === "object" && item.length > 1;
    const isOfSeveral = isOfItems || (item === undefined && statement === undefined && typeof measure === "object");
    for (const fact of candidates) {
      if (
        isAmong(fact.measure, measure) &&
        (code === undefined || fact.code === code) &&
        isAmong(fact.item, item) &&
        isAmong(fact.statement, statement) &&
        (origin === undefined || fact.origin === origin) &&
        (year === undefined || fact.fiscal_year === year)
      ) {
        found.push(fact);
        if (found.length >= most && !isOfSeveral) break;
      }
    }
    return isOfSeveral && found.length > 1 ? this.inOrder(found) : found;
  }

  private get firstOfLine(): Int32Array {
    return (this.#firstOfLine ??= firstByLine(this.facts));
  }

  /** Figures among which all are that a question is after: in printed order, but several items, statements or measures one by one. */
  #candidates(
    statement: Wanted["statement"],
    item: Wanted["item"],
    code: Wanted["code"],
    measure: Wanted["measure"],
  ): readonly FactRow[] {
    const items = typeof item === "string" ? item : item?.length === 1 ? item[0] : undefined;
    const statements = typeof statement === "string" ? statement : undefined;
    if (items !== undefined)
      return statements === undefined ? this.among(items, code) : this.#items.of(statements, items);
    if (typeof item === "object") return this.#ofItems(item, statements);
    if (statements !== undefined) return this.ofStatement(statements);
    if (typeof statement === "object") return statement.flatMap((one) => this.ofStatement(one));
    if (measure === undefined) return this.facts;
    return typeof measure === "string" ? this.#withMeasure(measure) : measure.flatMap((one) => this.#withMeasure(one));
  }

  #withMeasure(measure: string): readonly FactRow[] {
    let ofMeasure = this.#ofMeasure.get(measure);
    if (ofMeasure === undefined) {
      ofMeasure = this.facts.filter((fact) => fact.measure === measure);
      this.#ofMeasure.set(measure, ofMeasure);
    }
    return ofMeasure;
  }

  get #items(): ItemsIndex {
    return (this.#byItem ??= new ItemsIndex(this.facts));
  }

  /** Of one statement, or of all. */
  #ofItems(items: readonly string[], statement: string | undefined): readonly FactRow[] {
    const found: FactRow[] = [];
    for (const [index, item] of items.entries()) {
      if (items.indexOf(item) !== index) continue;
      const facts = statement === undefined ? this.#items.ofItem(item) : this.#items.of(statement, item);
      for (const fact of facts) found.push(fact);
    }
    return found;
  }
}

/** The lines in half-width digits: full-width ones are looked for with all other words. */
function linesOf({ lines }: AuditedReport): LinesIndex {
  const printed = new LinesIndex(lines);
  return printed.withAny(FULL_WIDTH_DIGITS).length === 0 ? printed : new LinesIndex(inHalfWidth(lines));
}

const FULL_WIDTH_DIGITS = [..."０１２３４５６７８９"];

function factsUnder(ledger: Ledger, prefix: string): readonly FactRow[] {
  const found: FactRow[] = [];
  for (const [item, facts] of ledger.byItem) if (item.startsWith(prefix)) found.push(...facts);
  return ledger.inOrder(found);
}

/** Below 0 where a figure is printed before another, 0 where they are printed as one. */
const place = (a: FactRow, b: FactRow): number => a.source_line - b.source_line || a.source_from - b.source_from;

/** By line and place in the line; the compiler's facts come so. */
function inPrintedOrder(facts: FactRow[]): readonly FactRow[] {
  let last = facts[0];
  for (const fact of facts) {
    if (last !== undefined && place(last, fact) > 0) return facts.sort(place);
    last = fact;
  }
  return facts;
}

/** @param facts in printed order. */
function firstByLine(facts: readonly FactRow[]): Int32Array {
  const first = new Int32Array((facts.at(-1)?.source_line ?? -1) + 1);
  let line = 0;
  for (let index = 0; index < facts.length; index += 1) {
    const last = facts[index]?.source_line ?? -1;
    for (; line <= last; line += 1) first[line] = index;
  }
  return first;
}

function isAmong<T extends string>(value: T | null, wanted: T | readonly T[] | undefined): boolean {
  if (wanted === undefined) return true;
  if (typeof wanted === "string") return value === wanted;
  return value !== null && wanted.includes(value);
}
