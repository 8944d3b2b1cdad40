import { concernsGroup } from "../../model/pass-through.ts";
import type { ReaderRules } from "../../model/reader-rules.ts";
import {
  adjustments,
  executionFunctions,
  executionStages,
  metricValues,
  projects,
  reports,
} from "../../model/queries/index.ts";
import type {
  AdjustmentsRow,
  ExecutionFunctionsParams,
  ExecutionFunctionsRow,
  ExecutionStagesRow,
  MetricValuesParams,
  MetricValuesRow,
  ProjectsRow,
  ReportsRow,
} from "../../model/queries/index.ts";
import type { AppState } from "../../state/app.svelte.ts";
import { followQuery } from "../../state/query.svelte.ts";
import type { QueryState } from "../../state/query.svelte.ts";
import { unknownIds } from "../../state/unknown-parts.ts";
import type { UnknownPart } from "../../state/unknown-parts.ts";
import { hasManyAgencies } from "../../state/many-agencies.ts";
import { groupRows, rowsOfReports } from "../../state/group-rows.ts";
import { assumedFunctions, assumedStages, STAGE_METRICS } from "./assumed-stages.ts";
import { leafFunctions } from "./function-line.ts";
import type { FunctionLine } from "./function-line.ts";
import { projectLines } from "./project-line.ts";
import type { ProjectLine } from "./project-line.ts";
import { sortStages, stageLine } from "./stage-line.ts";
import type { StageLine } from "./stage-line.ts";

/** What 执行率 shows: the latest final account of each chosen agency against one budget, its items, and its projects. */
export class ExecutionState {
  readonly #app: AppState;
  readonly reports: QueryState<object, ReportsRow>;
  readonly stages: QueryState<object, ExecutionStagesRow>;
  readonly functions: QueryState<ExecutionFunctionsParams, ExecutionFunctionsRow>;
  readonly projects: QueryState<object, ProjectsRow>;
  readonly adjustments: QueryState<object, AdjustmentsRow>;
  /** The values that stages are made of, in the reports that the reader changes. */
  readonly #named: QueryState<MetricValuesParams, MetricValuesRow>;

  readonly values = $derived.by(() => this.#app.url.values("execution"));

  /** Those that the values on show follow. */
  #followed: ReaderRules | null = null;
  /** What the reader changes, from when the values it changes are read: stages, items and marks follow together. */
  readonly rules: ReaderRules | null = $derived.by(() => {
    const { rules, reportIds } = this.#app.assumptions;
    const isRead = reportIds.length === 0 || this.#named.result.status === "ready";
    if (isRead) this.#followed = rules;
    return this.#followed;
  });

  readonly latest: readonly ReportsRow[] = $derived.by(() => this.reports.rows.filter((row) => row.latest_final));

  /** Agencies of the address that have no report here. */
  readonly unknown: readonly UnknownPart[] = $derived.by(() =>
    unknownIds(
      "agency",
      [...this.values.agencies, this.values.focus],
      this.reports.rows.map((row) => row.agency_id),
    ),
  );

  /** Those that the reader chose; ids that nobody has choose nothing, and then all are shown. */
  readonly chosen: readonly ReportsRow[] = $derived.by(() => {
    const wanted = this.latest.filter((row) => this.values.agencies.includes(row.agency_id));
    return wanted.length === 0 ? this.latest : wanted;
  });

  readonly lines: readonly StageLine[] = $derived.by(() => {
    const { base, basis, sort } = this.values;
    const stages = assumedStages(this.stages.rows, this.#app.assumptions.values(this.#named.rows, "comparable"));
    const groups = groupRows(rowsOfReports(stages, this.chosen), (row) => row.report_id);
    const lines = [...groups.values()].flatMap((rows) => {
      const own = rows.find((row) => row.basis === basis);
      return own === undefined ? [] : [stageLine(own, rows.find((row) => row.basis !== basis) ?? null, base)];
    });
    return sortStages(lines, sort);
  });

  readonly computable: readonly StageLine[] = $derived.by(() =>
    sortStages(
      this.lines.filter((line) => line.rate !== null),
      "miss",
    ),
  );

  /** Whose budget was missed most, and whoever missed it most in the other direction. */
  readonly missed: StageLine | null = $derived.by(() => {
    const [first] = this.computable;
    return first !== undefined && (first.miss ?? 0) > 0 ? first : null;
  });

  readonly missedOtherWay: StageLine | null = $derived.by(() => {
    const above = (this.missed?.rate ?? 100) > 100;
    return this.computable.find((line) => (above ? (line.rate ?? 100) < 100 : (line.rate ?? 100) > 100)) ?? null;
  });

  /** The agency whose function items are shown: the chosen one, else the one that missed most. */
  readonly focus: ReportsRow | null = $derived.by(() => {
    const wanted = this.chosen.find((row) => row.agency_id === this.values.focus);
    const missed = this.chosen.find((row) => row.report_id === this.missed?.key);
    return wanted ?? missed ?? this.chosen[0] ?? null;
  });

  readonly functionLines: readonly FunctionLine[] = $derived.by(() =>
    leafFunctions(
      assumedFunctions(
        this.functions.rows.filter((row) => row.report_id === this.focus?.report_id),
        this.rules,
      ),
      this.values.basis,
    ),
  );

  readonly projectLines: readonly ProjectLine[] = $derived.by(() =>
    projectLines(rowsOfReports(this.projects.rows, this.chosen), this.values.projects),
  );

  readonly passThrough: readonly AdjustmentsRow[] = $derived.by(() =>
    rowsOfReports(this.adjustments.rows, this.chosen),
  );

  constructor(app: AppState) {
    this.#app = app;
    this.reports = followQuery(app.engine, reports, () => ({}));
    this.stages = followQuery(app.engine, executionStages, () => ({}));
    // What a question reads is made above it: where its answer is known it is read at once.
    this.#named = followQuery(app.engine, metricValues, (): MetricValuesParams | null => {
      const { reportIds: report_ids } = app.assumptions;
      const basis = app.assumptions.asked("comparable");
      return report_ids.length === 0
        ? null
        : { metric_ids: STAGE_METRICS, basis, denominator: null, report_kind: "final", report_ids };
    });
    this.functions = followQuery(app.engine, executionFunctions, (): ExecutionFunctionsParams | null => {
      if (!hasManyAgencies(app)) return { report_ids: null };
      return this.focus === null || this.stages.result.status !== "ready"
        ? null
        : { report_ids: [this.focus.report_id] };
    });
    this.projects = followQuery(app.engine, projects, () => ({}));
    this.adjustments = followQuery(app.engine, adjustments, () => ({}));
  }
}

/** Whether an item is taken out of an execution rate; others say why they are not. */
export function countsInExecution(row: AdjustmentsRow): boolean {
  return concernsGroup(row.metric_groups, "execution");
}
