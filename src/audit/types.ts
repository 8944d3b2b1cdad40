import type { Decimal } from "../domain/decimal.ts";
import type {
  AgencyRow,
  FactRow,
  FindingRow,
  ReasonRow,
  ReportRow,
  RuleOutcomeRow,
  RuleVerdict,
  Severity,
} from "../domain/records.ts";
import type { Ledger } from "./ledger.ts";

/** A report as the compiler reads it: what the audit needs and no more. Lines are masked, 1-based. */
export interface AuditedReport {
  readonly report: ReportRow;
  readonly agency: AgencyRow;
  readonly facts: readonly FactRow[];
  readonly reasons: readonly ReasonRow[];
  readonly lines: readonly { readonly no: number; readonly text: string }[];
}

export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** What kind of trouble a rule looks for; the filter of the audit screen. */
export const CATEGORIES = [
  { id: "footing", zh: "表内合计", en: "Sums" },
  { id: "cross_table", zh: "表间勾稽", en: "Between tables" },
  { id: "narrative", zh: "文表一致", en: "Text against tables" },
  { id: "stated_ratio", zh: "比率复算", en: "Stated rates" },
  { id: "unit", zh: "计量单位", en: "Units" },
  { id: "headcount", zh: "人员", en: "Staff" },
  { id: "performance", zh: "绩效自评", en: "Performance" },
  { id: "year", zh: "年度", en: "Years" },
  { id: "template", zh: "模板残留", en: "Template residue" },
  { id: "label", zh: "名称与口径", en: "Names and scope" },
  { id: "explanation", zh: "原因说明", en: "Explanations" },
  { id: "missing", zh: "披露缺失", en: "Missing disclosure" },
  { id: "plausibility", zh: "合理性", en: "Plausibility" },
  { id: "between_reports", zh: "跨报告衔接", en: "Between reports" },
] as const;

export type CategoryId = (typeof CATEGORIES)[number]["id"];

/**
 * A linear identity between printed figures: Σ left = Σ right − Σ minus. Kept beside a check so
 * that several identities broken by one cell can be told as one finding.
 */
export interface Equation {
  readonly left: readonly FactRow[];
  readonly right: readonly FactRow[];
  readonly minus?: readonly FactRow[];
}

export type Verdict = Exclude<RuleVerdict, "not_checkable">;

/** One application of a rule to concrete figures. */
export type Check = Held | Trouble;

/** What held. Nothing is told of it, and most checks are of this kind: they carry no more than their identity. */
export interface Held {
  readonly verdict: "passed";
  readonly equation?: Equation;
}

/** What did not hold, or only within rounding: a finding is made of it. */
export interface Trouble {
  readonly verdict: Exclude<Verdict, "passed">;
  /** All witnesses, the questioned figure first. */
  readonly facts: readonly FactRow[];
  /** The figures likely wrong where they are more than the first: a misprint's copies, slid rows. */
  readonly questioned?: readonly FactRow[];
  /** Lines that matter although no figure stands on them. */
  readonly lines?: readonly number[];
  readonly stated: Decimal | null;
  readonly expected: Decimal | null;
  /** stated − expected where both are known; a sum of several cells against another may set its own. */
  readonly unit: string | null;
  /** Values for the `{name}` places of the message, beside the standard ones (see message.ts). */
  readonly fill?: Readonly<Record<string, string | Bilingual>>;
  /** When this application weighs less or more than the rule does. */
  readonly severity?: Severity;
  readonly equation?: Equation;
}

export type Outcome = RuleVerdict;

export interface Rule {
  readonly id: string;
  readonly category: CategoryId;
  /** Of a failure; rounding is a severity of its own. */
  readonly severity: Severity;
  /** Judges the figures as they are printed, under wrong units and in wrong rows too. */
  readonly ofPrint?: boolean;
  /** What must hold. */
  readonly holds: Bilingual;
  /** What the rule needs; without it the rule is not checkable, never passed. */
  readonly inputs: Bilingual;
  /** `{stated}`, `{expected}`, `{differenceInUnit}`, `{line}`, `{what}`, `{parts}` and the check's own `fill`. */
  readonly message: Bilingual;
  /** No check means not checkable. Other reports of the same agency come as `others`. */
  readonly check: (ledger: Ledger, others: readonly Ledger[]) => readonly Check[];
  readonly cases: readonly RuleCase[];
}

/** A figure of a case: statement, item and value matter, the rest has defaults (see cases.ts). */
export interface CaseFact extends Partial<Omit<FactRow, "value">> {
  /** Null for a cell printed empty. */
  readonly value: string | null;
}

/** An example that a rule must judge so. Invented agencies and figures. */
export interface RuleCase {
  readonly name: string;
  readonly expect: Outcome;
  readonly facts: readonly CaseFact[];
  /** Printed text, from line 1. */
  readonly lines?: readonly string[];
  readonly report?: Partial<Pick<ReportRow, "fiscal_year" | "report_kind" | "disclosure">>;
  readonly reasons?: readonly Partial<ReasonRow>[];
  /** Another report of the same agency. */
  readonly other?: {
    readonly report: Pick<ReportRow, "fiscal_year" | "report_kind">;
    readonly facts: readonly CaseFact[];
    readonly lines?: readonly string[];
  };
  /** Of the finding, for a case that weighs less or more than its rule. */
  readonly severity?: Severity;
  /** The whole Chinese message, for a case that fails. */
  readonly message?: string;
}

export interface AuditResult {
  readonly findings: FindingRow[];
  /** One row per report and rule. */
  readonly sheet: RuleOutcomeRow[];
}
