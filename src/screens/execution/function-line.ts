import type { Basis, StatusId } from "../../domain/status.ts";
import type { ExecutionFunctionsRow } from "../../model/queries/index.ts";

/** One function item of an agency on the chosen basis, always against the initial budget. */
export interface FunctionLine {
  readonly key: string;
  readonly row: ExecutionFunctionsRow;
  /** 万元, pass-through money taken out on the comparable basis. */
  readonly final: number | null;
  readonly excluded: number;
  /** 决算 ÷ 年初预算, %; null wherever the initial budget is 0 or not told, never infinite. */
  readonly rate: number | null;
  readonly status: StatusId;
  /** Why there is no rate, or why it is doubtful. */
  readonly why: "no_initial" | "passed_through" | "stated_only" | "undisclosed" | "contradicted" | null;
}

export function functionLine(row: ExecutionFunctionsRow, basis: Basis): FunctionLine {
  const excluded = basis === "comparable" ? row.excluded_final : 0;
  const rate = basis === "comparable" ? row.comparable_to_initial : row.final_to_initial;
  const line = {
    key: `${row.report_id} ${row.code}`,
    row,
    final: row.final === null ? null : row.final - excluded,
    excluded,
    rate,
  };
  if (rate !== null) {
    return row.stated_doubted
      ? { ...line, status: "contradicted", why: "contradicted" }
      : { ...line, status: "ok", why: null };
  }
  if (excluded > 0 && line.final === 0) return { ...line, status: "undefined", why: "passed_through" };
  if (row.no_initial) return { ...line, status: "undefined", why: "no_initial" };
  if (row.stated_completion !== null) return { ...line, status: "unclear_basis", why: "stated_only" };
  return { ...line, status: "undisclosed", why: "undisclosed" };
}

/**
 * The items of one report that are not sums of others in the list and have money in them, the
 * largest gap to 100 % first, then by amount.
 */
export function leafFunctions(rows: readonly ExecutionFunctionsRow[], basis: Basis): readonly FunctionLine[] {
  const used = rows.filter((row) => (row.final ?? 0) !== 0 || (row.initial ?? 0) !== 0);
  const leaves = used.filter(
    (row) => !used.some((other) => other.code !== row.code && other.code.startsWith(row.code)),
  );
  const miss = (line: FunctionLine): number => (line.rate === null ? -1 : Math.abs(line.rate - 100));
  return leaves
    .map((row) => functionLine(row, basis))
    .toSorted((left, right) => miss(right) - miss(left) || (right.row.final ?? 0) - (left.row.final ?? 0));
}
