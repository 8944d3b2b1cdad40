import type { Amount } from "../domain/amount.ts";
import type { ItemId } from "../domain/items.ts";
import type { MeasureId } from "../domain/measures.ts";
import type { Disclosure, Origin, ReportKind, StatementId } from "../domain/statements.ts";

/** A source file after decoding; `text` has `\n` line ends and is not yet masked. */
export interface ReportText {
  readonly sourceName: string;
  readonly text: string;
}

/** One line of the source, 1-based as an editor counts. Personal data is masked, same length. */
export interface Line {
  readonly no: number;
  readonly text: string;
}

/** Characters of one line: `from` inclusive, `to` exclusive, 0-based. */
export interface Span {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

export type PartKind = "contents" | "overview" | "tables" | "narrative" | "glossary" | "annex";

/** A run of lines of one kind; parts follow the outline and cover the whole text without overlap. */
export interface Part {
  readonly kind: PartKind;
  readonly title: string;
  /** First and last line number, inclusive. */
  readonly from: number;
  readonly to: number;
}

/** What the report says about itself, from its title and headings. */
export interface Outline {
  readonly title: string;
  readonly titleLine: number;
  readonly agencyName: string;
  readonly fiscalYear: number;
  readonly kind: ReportKind;
  /** `YYYY-MM-DD`, null when no date of publication is printed. */
  readonly publishedOn: string | null;
  readonly disclosure: Disclosure;
  readonly parts: readonly Part[];
}

/** What a reader found, before `emit.ts` makes rows of it. */
export interface DraftFact {
  readonly statement: StatementId;
  readonly origin: Origin;
  readonly rowNo: number;
  readonly item: ItemId | null;
  readonly code: string | null;
  /** As printed, white space removed. */
  readonly label: string;
  readonly parentLabel: string | null;
  readonly measure: MeasureId;
  readonly columnLabel: string;
  readonly fiscalYear: number;
  /** null for a cell that a table prints empty where its declaration says so. */
  readonly amount: Amount | null;
  readonly span: Span;
}

export interface DraftReason {
  readonly statement: StatementId;
  readonly item: ItemId | null;
  readonly code: string | null;
  readonly label: string;
  readonly text: string;
  readonly sourceLine: number;
}

/** What every reader of a part gives back. */
export interface Reading {
  readonly facts: readonly DraftFact[];
  readonly reasons: readonly DraftReason[];
}
