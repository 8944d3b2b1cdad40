import type { ProjectsRow } from "../../model/queries/index.ts";

export type ProjectSort = "rate" | "score" | "gap";

/** One evaluated project; `gap` is the score less the execution rate, both out of 100. */
export interface ProjectLine {
  readonly key: string;
  readonly row: ProjectsRow;
  readonly gap: number | null;
}

export function projectLines(rows: readonly ProjectsRow[], sort: ProjectSort): readonly ProjectLine[] {
  const lines = rows.map((row, index): ProjectLine => ({
    key: `${row.report_id} ${String(index)}`,
    row,
    gap: row.score === null || row.execution_rate === null ? null : row.score - row.execution_rate,
  }));
  return lines.toSorted((left, right) => compare(left, right, sort));
}

/** Lowest rate, highest score, widest gap first; what is not told stands last. */
function compare(left: ProjectLine, right: ProjectLine, sort: ProjectSort): number {
  const value = ({ row, gap }: ProjectLine): number | null =>
    sort === "rate" ? (row.execution_rate === null ? null : -row.execution_rate) : sort === "score" ? row.score : gap;
  const [a, b] = [value(left), value(right)];
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return b - a;
}
