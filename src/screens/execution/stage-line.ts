import type { StatusId } from "../../domain/status.ts";
import type { ExecutionStagesRow } from "../../model/queries/index.ts";

/** Which budget the rate divides by. */
export type Base = "initial_budget" | "adjusted_budget";
export type StageSort = "miss" | "rate" | "amount" | "agency";

/** One final account against one budget on one basis; the other basis beside it. */
export interface StageLine {
  readonly key: string;
  readonly row: ExecutionStagesRow;
  /** The same account on the basis that was not chosen. */
  readonly other: ExecutionStagesRow | null;
  readonly base: Base;
  /** The budget that the rate divides by, 万元. */
  readonly budget: number | null;
  readonly budget_fact_id: string | null;
  readonly budget_line: number | null;
  /** 决算 ÷ budget, %. */
  readonly rate: number | null;
  readonly status: StatusId;
  readonly note_zh: string | null;
  readonly note_en: string | null;
  /** Percentage points away from 100; null without a rate. */
  readonly miss: number | null;
  /** The rate on the other basis where it differs, %. */
  readonly other_rate: number | null;
}

export function stageLine(row: ExecutionStagesRow, other: ExecutionStagesRow | null, base: Base): StageLine {
  const own = rateOf(row, base);
  const theirs = other === null ? null : rateOf(other, base).rate;
  return {
    key: row.report_id,
    row,
    other,
    base,
    ...own,
    miss: own.rate === null ? null : Math.abs(own.rate - 100),
    other_rate: theirs === own.rate ? null : theirs,
  };
}

function rateOf(row: ExecutionStagesRow, base: Base) {
  return base === "initial_budget"
    ? {
        budget: row.initial,
        budget_fact_id: row.initial_fact_id,
        budget_line: row.initial_line,
        rate: row.final_to_initial,
        status: row.final_to_initial_status,
        note_zh: row.final_to_initial_note_zh,
        note_en: row.final_to_initial_note_en,
      }
    : {
        budget: row.adjusted,
        budget_fact_id: row.adjusted_fact_id,
        budget_line: row.adjusted_line,
        rate: row.final_to_adjusted,
        status: row.final_to_adjusted_status,
        note_zh: row.final_to_adjusted_note_zh,
        note_en: row.final_to_adjusted_note_en,
      };
}

/** In the chosen order; lines without a rate stand last, except by amount and agency. */
export function sortStages(lines: readonly StageLine[], sort: StageSort): readonly StageLine[] {
  const down = (value: (line: StageLine) => number | null) =>
    lines.toSorted((left, right) => (value(right) ?? -Infinity) - (value(left) ?? -Infinity) || 0);
  switch (sort) {
    case "miss":
      return down((line) => line.miss);
    case "rate":
      return down((line) => line.rate);
    case "amount":
      return down((line) => line.row.final);
    case "agency":
      return lines;
  }
}

/** The three stages as parts of the base, %; null where an amount is not disclosed or the base is 0. */
export function stagePercents({ row, budget }: StageLine): readonly (number | null)[] {
  return [row.initial, row.adjusted, row.final].map((amount) =>
    amount === null || budget === null || budget === 0 ? null : (100 * amount) / budget,
  );
}
