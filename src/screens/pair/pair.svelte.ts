import Big from "big.js";
import { intervalOf, moneyBetween, overlaps } from "../../compare/index.ts";
import { leftIn } from "../../model/reader-rules.ts";
import { METRIC_GROUPS, USER_GROUP } from "../../model/metrics/index.ts";
import type { Metric } from "../../model/metrics/index.ts";
import { defaultPair, metricValues, reports, valuesOfReports } from "../../model/queries/index.ts";
import type { MetricValuesRow, ReportsRow } from "../../model/queries/index.ts";
import type { AppState } from "../../state/app.svelte.ts";
import { followOwnValues } from "../../state/own-metric-values.svelte.ts";
import { followQuery } from "../../state/query.svelte.ts";
import { unknownIds } from "../../state/unknown-parts.ts";
import type { UnknownPart } from "../../state/unknown-parts.ts";
import { indexRows } from "../../state/group-rows.ts";
import { definitions, verdictOn } from "../compare/verdicts.ts";
import type { Verdict } from "../compare/verdicts.ts";

/** One metric of two agencies side by side. */
export interface PairLine {
  readonly key: string;
  readonly metric: Metric;
  /** Class code of the numerator, for aligning; null for a whole item. */
  readonly code: string | null;
  readonly a: MetricValuesRow;
  readonly b: MetricValuesRow;
  readonly verdict: Verdict;
  /** a − b and a ÷ b; null without two values, where they are not comparable, and for a zero b. */
  readonly difference: number | null;
  readonly ratio: number | null;
  /** Comparable, but the precision intervals overlap: which is higher is not known. */
  readonly tied: boolean;
}

/** The metric whose verdict stands for the pair as a whole. */
const HEADLINE = "per_staff.basic";

/** In the order of the lines. */
const GROUPS: readonly string[] = [USER_GROUP, ...METRIC_GROUPS].map(({ id }) => id);

/** a and b of one metric. */
function pairLine(metric: Metric, a: MetricValuesRow, b: MetricValuesRow, verdict: Verdict): PairLine {
  const isOpen = verdict.verdict !== "not_comparable" && a.value !== null && b.value !== null;
  const [ofA, ofB] = [intervalOf(a), intervalOf(b)];
  return {
    key: metric.id,
    metric,
    code: metric.ways[0]?.numerator.code ?? null,
    a,
    b,
    verdict,
    difference: isOpen ? new Big(a.value ?? 0).minus(b.value ?? 0).toNumber() : null,
    ratio: isOpen && (b.value ?? 0) > 0 ? (a.value ?? 0) / (b.value ?? 1) : null,
    tied: isOpen && ofA !== null && ofB !== null && overlaps(ofA, ofB),
  };
}

/** Groups as in the dictionary; in each the whole items, then every 类 followed by its 款. */
function byCode(lines: readonly PairLine[]): readonly PairLine[] {
  const place = ({ metric }: PairLine): number => GROUPS.indexOf(metric.group);
  return lines.toSorted((a, b) => {
    const group = place(a) - place(b);
    if (group !== 0 || (a.code === null && b.code === null)) return group;
    if (a.code === null || b.code === null) return a.code === null ? -1 : 1;
    return a.code < b.code ? -1 : 1;
  });
}

/** Two agencies, metric by metric. */
export class PairState {
  readonly #app: AppState;
  readonly reports;
  readonly values;
  readonly #ownValues;

  readonly choice = $derived.by(() => this.#app.url.values("pair"));
  /** The latest final account of each agency. */
  readonly agencies: readonly ReportsRow[] = $derived.by(() => this.reports.rows.filter((row) => row.latest_final));
  /** An address that holds an agency against itself: the other side is then left to us. */
  readonly isSame: boolean = $derived.by(
    () => this.choice.a === this.choice.b && this.agencies.some((row) => row.agency_id === this.choice.a),
  );
  /** The two reports; fewer where the data has fewer. */
  readonly pair: readonly ReportsRow[] = $derived.by(() => {
    const fallback = defaultPair(this.reports.rows);
    const of = (id: string | null): ReportsRow | undefined => this.agencies.find((row) => row.agency_id === id);
    const a = of(this.choice.a) ?? fallback.find((row) => row.agency_id !== this.choice.b);
    const chosen = this.isSame ? undefined : of(this.choice.b);
    const b = chosen ?? fallback.find((row) => row.agency_id !== a?.agency_id);
    return a === undefined || b === undefined ? [] : [a, b];
  });
  readonly unknown: readonly UnknownPart[] = $derived.by(() =>
    unknownIds(
      "agency",
      [this.choice.a, this.choice.b],
      this.agencies.map((row) => row.agency_id),
    ),
  );

  readonly #all: readonly PairLine[] = $derived.by(() => {
    const [a, b] = this.pair;
    if (a === undefined || b === undefined) return [];
    const { basis } = this.choice;
    const { assumptions, metrics } = this.#app;
    const printed = [...this.values.rows, ...this.#ownValues.rows];
    const own = assumptions.values(printed, basis);
    const key = (metric: string, report: string): string => `${metric} ${report}`;
    const byKey = indexRows(own, (row) => [key(row.metric_id, row.report_id), row] as const);
    // What a value holds is told by the same one on the other basis, as printed.
    const other = indexRows(
      printed.filter((row) => row.basis !== basis),
      (row) => [key(row.metric_id, row.report_id), row] as const,
    );
    return metrics.all.flatMap((metric): PairLine[] => {
      const find = (report: string): MetricValuesRow | undefined => byKey.get(key(metric.id, report));
      const [ofA, ofB] = [find(a.report_id), find(b.report_id)];
      if (ofA === undefined || ofB === undefined) return [];
      const inside = [ofA, ofB].flatMap((row) => {
        const reference = other.get(key(metric.id, row.report_id));
        if (reference === undefined) return [];
        const money =
          basis === "reported"
            ? moneyBetween(row, reference)
            : assumptions.rules && leftIn(reference, metric, assumptions.rules);
        return money === null ? [] : [[row.report_id, money] as const];
      });
      const verdict = verdictOn(ofA, ofB, {
        passThrough: indexRows(inside, (entry) => entry),
        definition: definitions(metric, [ofA, ofB], own),
      });
      return [pairLine(metric, ofA, ofB, verdict)];
    });
  });
  /** Lines in which at least one of the two has a value. */
  readonly told: readonly PairLine[] = $derived.by(() =>
    this.#all.filter(({ a, b }) => a.value !== null || b.value !== null),
  );
  readonly #ofGroup: readonly PairLine[] = $derived.by(() =>
    this.told.filter(({ metric }) => this.choice.group === "all" || metric.group === this.choice.group),
  );
  /** Lines in which both have spent or counted nothing: they tell nothing of the two. */
  readonly zeros: readonly PairLine[] = $derived.by(() =>
    this.#ofGroup.filter(({ a, b }) => a.value === 0 && b.value === 0),
  );
  readonly lines: readonly PairLine[] = $derived.by(() => {
    const { order, zeros } = this.choice;
    const chosen = zeros === "show" ? this.#ofGroup : this.#ofGroup.filter((line) => !this.zeros.includes(line));
    if (order === "code") return byCode(chosen);
    const far = ({ ratio }: PairLine): number => (ratio === null || ratio <= 0 ? -1 : Math.abs(Math.log(ratio)));
    return chosen.toSorted((one, other) => far(other) - far(one));
  });
  /** The line that the whole pair is judged by. */
  readonly headline: PairLine | null = $derived.by(
    () => this.#all.find(({ metric }) => metric.id === HEADLINE) ?? null,
  );
  /** Of the lines with two values, how many may be compared. */
  readonly counts = $derived.by(() => {
    const both = this.told.filter(({ a, b }) => a.value !== null && b.value !== null);
    const of = (name: Verdict["verdict"]): number => both.filter(({ verdict }) => verdict.verdict === name).length;
    return {
      both: both.length,
      comparable: of("comparable"),
      conditional: of("conditional"),
      not_comparable: of("not_comparable"),
    };
  });

  constructor(app: AppState) {
    this.#app = app;
    this.reports = followQuery(app.engine, reports, () => ({}));
    this.values = followQuery(app.engine, metricValues, () =>
      this.pair.length < 2
        ? null
        : valuesOfReports(
            this.pair.map((row) => row.report_id),
            { basis: null, denominator: this.choice.denominator },
          ),
    );
    this.#ownValues = followOwnValues(app, () => ({
      metrics: app.metrics.own,
      kinds: this.pair.map((row) => row.report_kind),
      basis: null,
      denominator: this.choice.denominator,
      report_ids: this.pair.map((row) => row.report_id),
    }));
  }
}
