import type { StatusId } from "../../domain/status.ts";
import type { BASES } from "../../model/metrics/ways.ts";
import type { ThreePublicDetailRow } from "../../model/queries/index.ts";

/** Which budget a completion is measured against. */
export type Base = keyof typeof BASES;

/** One component of one agency held against one budget. Money in 万元, `rate` in %. */
export interface Completion {
  readonly key: string;
  readonly row: ThreePublicDetailRow;
  readonly base: Base;
  readonly budget: number | null;
  readonly budget_fact_id: string | null;
  readonly budget_line: number | null;
  readonly rate: number | null;
  /** What was not spent of the budget; below zero when overspent. */
  readonly unspent: number | null;
  readonly status: StatusId;
}

/** The figures of a row for one base; a budget of another kind never stands in. */
export function completionAgainst(row: ThreePublicDetailRow, base: Base): Completion {
  const { budget, fact, line, rate } = budgetOf(row, base);
  return {
    key: `${row.report_id} ${row.component}`,
    row,
    base,
    budget,
    budget_fact_id: fact,
    budget_line: line,
    rate,
    unspent: budget === null || row.final === null ? null : budget - row.final,
    status: statusOf(row, budget, rate),
  };
}

function budgetOf(row: ThreePublicDetailRow, base: Base) {
  switch (base) {
    case "initial_budget":
      return {
        budget: row.initial_budget,
        fact: row.initial_fact_id,
        line: row.initial_line,
        rate: row.final_to_initial,
      };
    case "adjusted_budget":
      return {
        budget: row.adjusted_budget,
        fact: row.adjusted_fact_id,
        line: row.adjusted_line,
        rate: row.final_to_adjusted,
      };
    case "budget":
      return { budget: row.plain_budget, fact: row.plain_fact_id, line: row.plain_line, rate: row.final_to_plain };
  }
}

function statusOf(row: ThreePublicDetailRow, budget: number | null, rate: number | null): StatusId {
  if (rate !== null) return row.completion_status === "contradicted" ? "contradicted" : "ok";
  if (row.final === null) return "undisclosed";
  if (budget !== null) return "undefined";
  // A rate is stated, but nowhere the amount that it divides by.
  return row.completion_status === "unclear_basis" ? "unclear_basis" : "undisclosed";
}

/** Lowest completion first, more money left first among equals; rows without a rate at the end, larger amounts first. */
export function byCompletion(left: Completion, right: Completion): number {
  if (left.rate !== null && right.rate !== null) {
    return left.rate - right.rate || (right.unspent ?? 0) - (left.unspent ?? 0);
  }
  if (left.rate !== null || right.rate !== null) return left.rate === null ? 1 : -1;
  return (right.row.final ?? -1) - (left.row.final ?? -1);
}
