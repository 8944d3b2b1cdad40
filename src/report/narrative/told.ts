import type { Amount } from "../../domain/amount.ts";
import type { MeasureId } from "../../domain/measures.ts";
import type { ReportKind } from "../../domain/statements.ts";
import type { Span } from "../types.ts";
import type { StockDate } from "./state.ts";
import type { Section } from "./section.ts";
import type { Subject } from "./subject.ts";

/** A figure of a sentence with everything that the sentence says about it. */
export interface Told {
  readonly subject: Subject;
  readonly measure: MeasureId;
  /** The words that name the measure, as printed; "" where a figure stands beside the bare name. */
  readonly columnLabel: string;
  readonly fiscalYear: number;
  readonly amount: Amount;
  readonly span: Span;
}

/** An explanation with what it explains. */
export interface ToldReason {
  readonly subject: Subject;
  readonly text: string;
  readonly line: number;
}

/** What a paragraph's sentences are read against. */
export interface Setting {
  readonly fiscalYear: number;
  readonly kind: ReportKind;
  readonly agencyNames: readonly string[];
  readonly section: Section;
  /** Subject of the section's last sentence, for a paragraph that goes on with «比2020年增加». */
  readonly main: readonly Subject[];
  readonly project: Subject | null;
  /** Year of the date of record under which the section's list stands, null for none. */
  readonly record: number | null;
  /** The date of record of the sentence before. */
  readonly counted: StockDate | null;
}

export interface ParagraphReading {
  readonly told: readonly Told[];
  readonly reasons: readonly ToldReason[];
  /** For the next paragraph of the section. */
  readonly main: readonly Subject[];
  readonly project: Subject | null;
  readonly record: number | null;
  readonly counted: StockDate | null;
}
