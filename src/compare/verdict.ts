import type { AgencyRow, MetricValueRow, ReportRow } from "../domain/records.ts";
import { intervalOf, overlaps } from "./interval.ts";
import type { PassThroughMoney } from "./pass-through-money.ts";

/** 可比, 有条件可比, 不可比. */
export type Verdict = "comparable" | "conditional" | "not_comparable";

/** Which kinds of difference are looked for, in the order in which they are told. */
export type DifferenceKind =
  | "no_value"
  | "unclear_base"
  | "basis"
  | "denominator"
  | "definition"
  | "report_kind"
  | "year"
  | "pass_through"
  | "merger"
  | "level"
  | "scope"
  | "borrowed_input"
  | "assumed_input"
  | "contradicted_input"
  | "disclosure"
  | "precision";

/** A choice on screen that would take a difference away. */
export type Switch =
  "assume_headcount" | "basis" | "denominator" | "report_kind" | "year" | "comparable_basis" | "level";

export interface Difference {
  kind: DifferenceKind;
  /** `blocks`: no comparison; `conditions`: compare, and say it; `note`: say it, the verdict stands. */
  weight: "blocks" | "conditions" | "note";
  /** What stands on either side (a year, a level, a status), null where a side has nothing to say. */
  a: string | null;
  b: string | null;
  /** The choice that would remove it; null when none does. */
  remedy: Switch | null;
}

/** One side of a comparison: a value and what is known of where it comes from. */
export interface Comparand {
  agency: Pick<AgencyRow, "agency_id" | "level">;
  report: Pick<ReportRow, "report_id" | "fiscal_year" | "report_kind" | "disclosure">;
  row: Pick<
    MetricValueRow,
    "value" | "lo" | "hi" | "status" | "basis" | "denominator" | "numerator" | "denominator_value"
  >;
  /** What the accounts cover: the unit alone (本级) or with its subordinates; null when unknown. */
  scope?: "unit" | "consolidated" | null;
  /** Year of the last merger that changed the body, null when none is known. */
  merged_in?: number | null;
  /** How the agency defines the figure, where definitions differ (机关运行经费); null when by the outline. */
  definition?: string | null;
  /** Pass-through money still inside the value on this row's basis; null for none. */
  pass_through?: PassThroughMoney | null;
}

export interface PairVerdict {
  verdict: Verdict;
  differences: Difference[];
  /** What the verdict would be after each choice that changes it for the better. */
  improvements: { remedy: Switch; verdict: Verdict }[];
}

/** Pass-through money below this share of the side it lies in only conditions a comparison. */
export const PASS_THROUGH_BLOCKS_FROM = 0.05;

const RANK: Readonly<Record<Verdict, number>> = { comparable: 0, conditional: 1, not_comparable: 2 };

/** Whether two values of one metric may be set beside each other, why, and what would help. */
export function comparePair(a: Comparand, b: Comparand): PairVerdict {
  const differences = differencesOf(a, b);
  const verdict = verdictOf(differences);
  const remedies = [...new Set(differences.flatMap((difference) => difference.remedy ?? []))];
  const improvements = remedies
    .map((remedy) => ({ remedy, verdict: verdictOf(differences.filter((each) => each.remedy !== remedy)) }))
    .filter((each) => RANK[each.verdict] < RANK[verdict]);
  return { verdict, differences, improvements };
}

/** The first difference that forbids a comparison; null where none does. */
export function blockingDifference(a: Comparand, b: Comparand): DifferenceKind | null {
  return differencesOf(a, b).find((difference) => difference.weight === "blocks")?.kind ?? null;
}

/** What may forbid a comparison with another value: two values of one key are forbidden the same ones. */
export function blockingKey(side: Comparand): string {
  const { report, row, definition = null, pass_through: inside = null } = side;
  const passes = inside !== null && passThroughShare(side).share >= PASS_THROUGH_BLOCKS_FROM;
  const value = row.value === null ? "none" : row.status === "unclear_basis" ? "unclear" : "clear";
  return `${value} ${row.basis} ${row.denominator ?? ""} ${definition ?? ""} ${report.report_kind} ${report.fiscal_year} ${String(passes)}`;
}

function verdictOf(differences: readonly Difference[]): Verdict {
  if (differences.some((difference) => difference.weight === "blocks")) return "not_comparable";
  return differences.some((difference) => difference.weight === "conditions") ? "conditional" : "comparable";
}

function differencesOf(a: Comparand, b: Comparand): Difference[] {
  return [
    noValue(a, b),
    either("unclear_base", "blocks", a, b, (side) => side.row.status === "unclear_basis", null),
    unequal("basis", "blocks", a.row.basis, b.row.basis, "basis"),
    unequal("denominator", "blocks", a.row.denominator, b.row.denominator, "denominator"),
    unequal("definition", "blocks", a.definition ?? null, b.definition ?? null, null),
    unequal("report_kind", "blocks", a.report.report_kind, b.report.report_kind, "report_kind"),
    years(a, b),
    passThrough(a, b),
    merger(a, b),
    unequalWhereKnown("level", a.agency.level, b.agency.level, "level"),
    unequalWhereKnown("scope", a.scope ?? null, b.scope ?? null, null),
    either("borrowed_input", "conditions", a, b, (side) => side.row.status === "borrowed", null),
    either("assumed_input", "conditions", a, b, (side) => side.row.status === "assumed", null),
    either("contradicted_input", "conditions", a, b, (side) => side.row.status === "contradicted", null),
    unequal("disclosure", "conditions", a.report.disclosure, b.report.disclosure, null),
    precision(a, b),
  ].filter((difference) => difference !== null);
}

/** Without two values there is nothing to compare; a headcount can be assumed, a figure cannot. */
function noValue(a: Comparand, b: Comparand): Difference | null {
  const without = [a, b].filter((side) => side.row.value === null);
  if (without.length === 0) return null;
  const headcountOnly = without.every(
    ({ row }) =>
      row.status === "undisclosed" &&
      row.denominator !== null &&
      row.denominator_value === null &&
      row.numerator !== null,
  );
  const status = (side: Comparand) => (side.row.value === null ? side.row.status : null);
  return {
    kind: "no_value",
    weight: "blocks",
    a: status(a),
    b: status(b),
    remedy: headcountOnly ? "assume_headcount" : null,
  };
}

/** One year apart: compare and say so. Further apart prices and pay scales have moved. */
function years(a: Comparand, b: Comparand): Difference | null {
  const apart = Math.abs(a.report.fiscal_year - b.report.fiscal_year);
  if (apart === 0) return null;
  return {
    kind: "year",
    weight: apart === 1 ? "conditions" : "blocks",
    a: String(a.report.fiscal_year),
    b: String(b.report.fiscal_year),
    remedy: "year",
  };
}

/** The larger share of a side that is pass-through money; the money of that side with it. */
function passThroughShare({ pass_through: inside, row }: Comparand): {
  readonly share: number;
  readonly amount: number;
} {
  const of = (amount: number, whole: number | null): { share: number; amount: number } => ({
    amount,
    share: amount === 0 ? 0 : whole === null || whole === 0 ? 1 : Math.abs(amount / whole),
  });
  const upper = of(inside?.numerator ?? 0, row.numerator);
  const lower = of(inside?.denominator ?? 0, row.denominator_value);
  return lower.share > upper.share ? lower : upper;
}

function passThrough(a: Comparand, b: Comparand): Difference | null {
  const [ofA, ofB] = [passThroughShare(a), passThroughShare(b)];
  const most = Math.max(ofA.share, ofB.share);
  if (most === 0) return null;
  const said = ({ share, amount }: { share: number; amount: number }) => (share === 0 ? null : String(amount));
  return {
    kind: "pass_through",
    weight: most >= PASS_THROUGH_BLOCKS_FROM ? "blocks" : "conditions",
    a: said(ofA),
    b: said(ofB),
    remedy: "comparable_basis",
  };
}

/** A body that merged in its year, or the year before, has figures of two bodies in one account. */
function merger(a: Comparand, b: Comparand): Difference | null {
  const recent = ({ merged_in: merged, report }: Comparand) => {
    const since = report.fiscal_year - (merged ?? -Infinity);
    return since === 0 || since === 1 ? String(merged) : null;
  };
  const [ofA, ofB] = [recent(a), recent(b)];
  return ofA === null && ofB === null ? null : { kind: "merger", weight: "conditions", a: ofA, b: ofB, remedy: null };
}

/** Overlapping intervals: the two may be compared, but which is higher is not known. */
function precision(a: Comparand, b: Comparand): Difference | null {
  const [ofA, ofB] = [intervalOf(a.row), intervalOf(b.row)];
  if (ofA === null || ofB === null || !overlaps(ofA, ofB)) return null;
  const said = ({ lo, hi }: { lo: number; hi: number }) => `${String(lo)}–${String(hi)}`;
  return { kind: "precision", weight: "note", a: said(ofA), b: said(ofB), remedy: null };
}

function unequal(
  kind: DifferenceKind,
  weight: Difference["weight"],
  a: string | null,
  b: string | null,
  remedy: Switch | null,
): Difference | null {
  return a === b ? null : { kind, weight, a, b, remedy };
}

/** What is unknown on one side is no difference. */
function unequalWhereKnown(
  kind: DifferenceKind,
  a: string | null,
  b: string | null,
  remedy: Switch | null,
): Difference | null {
  return a === null || b === null ? null : unequal(kind, "conditions", a, b, remedy);
}

function either(
  kind: DifferenceKind,
  weight: Difference["weight"],
  a: Comparand,
  b: Comparand,
  has: (side: Comparand) => boolean,
  remedy: Switch | null,
): Difference | null {
  const said = (side: Comparand) => (has(side) ? side.row.status : null);
  return has(a) || has(b) ? { kind, weight, a: said(a), b: said(b), remedy } : null;
}
