import { groupedDigits } from "../domain/digits.ts";
import type { Denominator } from "../domain/status.ts";
import type { Metric } from "./metrics/index.ts";
import { valueOf, withTaken } from "./pass-through.ts";
import type { Taken, ValueRow } from "./pass-through.ts";

/** Where an assumed headcount is kept: one typed as staff in service is no number of posts. */
export function assumptionKey(report_id: string, denominator: Denominator | null): string {
  return denominator === null || denominator === "in_service" ? report_id : `${report_id}.${denominator}`;
}

const OTHER_HEADCOUNTS = ["in_service_plus_temporary", "establishment"] as const satisfies readonly Denominator[];

/** The report and headcount of such a key. */
export function assumptionOf(key: string): { readonly report_id: string; readonly denominator: Denominator } {
  const other = OTHER_HEADCOUNTS.find((each) => key.endsWith(`.${each}`));
  return other === undefined
    ? { report_id: key, denominator: "in_service" }
    : { report_id: key.slice(0, -other.length - 1), denominator: other };
}

/** A headcount as typed: a whole number of persons from 1; null for anything else. */
export function parseHeadcount(text: string): number | null {
  const trimmed = text.trim();
  return /^\d{1,7}$/.test(trimmed) && Number(trimmed) > 0 ? Number(trimmed) : null;
}

/** Whether only the headcount is missing, so that a reader's number would give a value. */
export function canAssume(
  row: Pick<ValueRow, "value" | "numerator" | "denominator_value">,
  metric: Pick<Metric, "perStaff">,
): boolean {
  return metric.perStaff && row.value === null && row.numerator !== null && row.denominator_value === null;
}

/** The note of a value behind what it said before; both stay. */
function noted<Row extends ValueRow>(row: Row, zh: string, en: string): Row {
  return {
    ...row,
    note_zh: row.note_zh === null ? zh : `${zh}；${row.note_zh}`,
    note_en: row.note_en === null ? en : `${en}; ${row.note_en}`,
  };
}

/** The mark of a headcount that a reader typed. */
export function headcountNote(headcount: number): { readonly zh: string; readonly en: string } {
  return {
    zh: `人数 ${String(headcount)} 由用户填入，不是披露数`,
    en: `headcount ${String(headcount)} typed by the reader, not disclosed`,
  };
}

/** What is left of a headcount that a reader does not borrow. */
export const NOT_BORROWED = {
  status: "undisclosed",
  bias: null,
  note_zh: "未披露人数；读者选择不借用另一份报告的人数",
  note_en: "no headcount disclosed; the reader chose not to borrow that of another report",
} as const;

/**
 * A per-staff value with a headcount that the reader typed: status `assumed`, the interval is the
 * numerator's own, no fact behind the headcount.
 *
 * @param headcount people, above 0.
 * @returns the row as it was when the metric divides by no headcount, or its numerator is missing.
 */
export function withAssumedHeadcount<Row extends ValueRow>(row: Row, metric: Metric, headcount: number): Row {
  if (!metric.perStaff || row.numerator === null || !(headcount > 0)) return row;
  const sides = { ...row, denominator_value: headcount, denominator_lo: headcount, denominator_hi: headcount };
  const note = headcountNote(headcount);
  // What the report lacked is filled in; what the reader assumed besides is still said.
  const before = row.status === "assumed" ? row : { ...row, note_zh: null, note_en: null };
  return noted(
    {
      ...before,
      denominator_value: headcount,
      denominator_lo: headcount,
      denominator_hi: headcount,
      ...valueOf(metric, sides),
      status: "assumed",
      bias: null,
    },
    note.zh,
    note.en,
  );
}

/** Money that a reader takes out of a report's figures, for a reason of her own. */
export interface ReaderAdjustment {
  readonly report_id: string;
  readonly side: "numerator" | "denominator" | "both";
  /** Item or class that the money is part of. */
  readonly concept: string;
  /** 万元, decimal text; below zero it is put in instead. */
  readonly amount: string;
  readonly reason: string;
}

/** The mark that an adjustment leaves wherever its value stands; the reason in the reader's own words, in both languages the same. */
export function adjustmentNote({ amount, reason }: Pick<ReaderAdjustment, "amount" | "reason">): {
  zh: string;
  en: string;
} {
  const isIn = amount.startsWith("-");
  const size = groupedDigits(amount.replace("-", ""));
  return {
    zh: `用户调整：${isIn ? "计入" : "剔除"} ${size} 万元${reason === "" ? "" : `（${reason}）`}`,
    en: `reader’s adjustment: ${size} ¥10k ${isIn ? "put in" : "taken out"}${reason === "" ? "" : ` (${reason})`}`,
  };
}

/** A value with money taken out that the reader says is not the agency's own: `assumed`, whatever it was. */
export function withReaderAdjustment<Row extends ValueRow>(
  row: Row,
  metric: Metric,
  taken: Taken,
  own: Pick<ReaderAdjustment, "amount" | "reason">,
): Row {
  const adjusted = withTaken(row, metric, taken);
  const note = adjustmentNote(own);
  return noted(adjusted.value === null ? adjusted : { ...adjusted, status: "assumed" }, note.zh, note.en);
}

/** A value without the headcount it borrows from another report: undisclosed, for the reader to fill in. */
export function withoutBorrowing<Row extends ValueRow>(row: Row): Row {
  if (row.status !== "borrowed") return row;
  return {
    ...row,
    value: null,
    lo: null,
    hi: null,
    denominator_value: null,
    denominator_lo: null,
    denominator_hi: null,
    denominator_fact_id: null,
    ...NOT_BORROWED,
  };
}
