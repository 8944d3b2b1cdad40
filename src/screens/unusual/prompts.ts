import { placeOfAgency } from "../../compare/index.ts";
import type { GridCell, Placed, Position, Tier } from "../../compare/index.ts";
import { inputUnit } from "../../model/metrics/index.ts";
import type { Metric } from "../../model/metrics/index.ts";
import type { MetricGridRow } from "../../model/queries/index.ts";
import type { GridColumnStanding } from "../../state/grid-standing.ts";

/** A value whose position asks for a second look: a prompt to review, never a verdict. */
export interface Prompt {
  readonly key: string;
  readonly metric: Metric;
  readonly placed: Placed<GridCell<MetricGridRow>>;
  readonly tier: Tier;
  /** Comparable values, this one included where it counts; and those of the others. */
  readonly n: number;
  readonly others: number;
  readonly direction: "high" | "low";
  /** Money or count between it and the median of the others. */
  readonly amount: number;
  /** The amount is money, 万元: only money is weighed against money. */
  readonly isMoney: boolean;
  /** |ln(value ÷ median)|, at most `FURTHEST`: how far it stands from the others. */
  readonly degree: number;
}

/** What was looked at to find the prompts. */
export interface Search {
  readonly prompts: readonly Prompt[];
  /** Metrics with at least three comparable values. */
  readonly metrics: number;
  /** Values held against their peers in those. */
  readonly comparisons: number;
  /** Metrics with fewer, of which nothing is said. */
  readonly tooFew: number;
}

export type PromptOrder = "both" | "degree" | "amount";

/** A zero beside a median is as far as can be told: fifty times. */
const FURTHEST = Math.log(50);

/** One metric of a search: its prompts, and how many values were held against each other. */
export interface MetricSearch {
  readonly n: number;
  readonly prompts: readonly Prompt[];
}

/**
 * Holds the values of one metric against each other; none below three. A value that stands out among
 * those that most may be compared with has to stand out among those that it may be compared with itself.
 *
 * @param among number of metrics searched.
 */
export function searchMetric(column: GridColumnStanding<MetricGridRow>, metric: Metric, among: number): MetricSearch {
  const { position } = column.standing(null, { metrics: among, assumed: true });
  if (position.n < 3) return { n: position.n, prompts: [] };
  const input = metric.ways[0]?.numerator;
  const isMoney = input !== undefined && inputUnit(input) === "万元";
  return {
    n: position.n,
    prompts: position.rows.flatMap((found): Prompt[] => {
      if (found.prompt === null) return [];
      const { placed, position: own } = amongItsOwn(column, found, position, among);
      const prompt = placed?.prompt ?? null;
      if (placed === null || prompt === null) return [];
      const far = placed.ratio === null || placed.ratio <= 0 ? FURTHEST : Math.abs(Math.log(placed.ratio));
      return [
        {
          key: `${metric.id} ${placed.row.report_id}`,
          metric,
          placed,
          tier: own.tier,
          n: own.n,
          others: own.n - (placed.counted ? 1 : 0),
          direction: prompt.direction,
          amount: prompt.amount,
          isMoney,
          degree: Math.min(FURTHEST, far),
        },
      ];
    }),
  };
}

/** The place of a value among those that it may be compared with. */
function amongItsOwn(
  column: GridColumnStanding<MetricGridRow>,
  found: Placed<GridCell<MetricGridRow>>,
  position: Position<GridCell<MetricGridRow>>,
  among: number,
): { placed: Placed<GridCell<MetricGridRow>> | null; position: Position<GridCell<MetricGridRow>> } {
  if (!column.hasKinds) return { placed: found, position };
  const { agency_id } = found.row;
  const { position: own } = column.standing(agency_id, { metrics: among, assumed: true });
  return { placed: placeOfAgency(own, agency_id), position: own };
}

/** What was searched, metric by metric, as one. */
export function joinSearches(searches: readonly MetricSearch[]): Search {
  const compared = searches.filter(({ n }) => n >= 3);
  return {
    metrics: compared.length,
    comparisons: compared.reduce((sum, { n }) => sum + n, 0),
    tooFew: searches.length - compared.length,
    prompts: compared.flatMap(({ prompts }) => prompts),
  };
}

/** Money first, by the chosen weight; counts of people, visits and cars after it, by degree. */
export function orderedPrompts(prompts: readonly Prompt[], order: PromptOrder): readonly Prompt[] {
  const weight = ({ degree, amount, isMoney }: Prompt): number => {
    if (order === "degree" || !isMoney) return degree;
    return order === "amount" ? amount : degree * amount;
  };
  const group = ({ isMoney }: Prompt): number => (order === "degree" || isMoney ? 0 : 1);
  return prompts.toSorted((a, b) => group(a) - group(b) || weight(b) - weight(a) || (a.key < b.key ? -1 : 1));
}
