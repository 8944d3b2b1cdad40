import type { Metric } from "./metrics/index.ts";
import { valueOf, withTaken } from "./pass-through.ts";
import type { Taken, ValueRow } from "./pass-through.ts";

/** The note of a value behind what it said before; both stay. */
function noted<Row extends ValueRow>(row: Row, zh: string, en: string): Row {
  return {
    ...row,
    note_zh: row.note_zh === null ? zh : `${zh}；${row.note_zh}`,
    note_en: row.note_en === null ? en : `${en}; ${row.note_en}`,
  };
}

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
  const note = {
    zh: `人数 ${String(headcount)} 由用户填入，不是披露数`,
    en: `headcount ${String(headcount)} typed by the reader, not disclosed`,
  };
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

/** An adjustment of the reader's own: text for the marks that it leaves wherever its value stands. */
export interface ReaderNote {
  readonly zh: string;
  readonly en: string;
}

/** A value with money taken out that the reader says is not the agency's own: `assumed`, whatever it was. */
export function withReaderAdjustment<Row extends ValueRow>(
  row: Row,
  metric: Metric,
  taken: Taken,
  note: ReaderNote,
): Row {
  const adjusted = withTaken(row, metric, taken);
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
    status: "undisclosed",
    bias: null,
    note_zh: "未披露人数；读者选择不借用另一份报告的人数",
    note_en: "no headcount disclosed; the reader chose not to borrow that of another report",
  };
}
