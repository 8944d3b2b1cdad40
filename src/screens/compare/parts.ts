import Big from "big.js";
import { itemOf, ITEMS } from "../../domain/items.ts";
import type { ItemId } from "../../domain/items.ts";
import type { ReportKind } from "../../domain/statements.ts";
import type { Part, Whole } from "../../compare/index.ts";
import { classNameOf } from "../../model/class-name.ts";
import type { Metric } from "../../model/metrics/index.ts";
import { COMPARE_OPENING_METRICS } from "../../model/queries/index.ts";
import type { EconomicClassesRow, MetricValuesRow } from "../../model/queries/index.ts";
import { definesOtherwise } from "../../state/grid-standing.ts";
import type { SourcePlace } from "../../ui/source-card.ts";
import { grouped } from "./value-rows.ts";

/** What a whole is made of, as far as the outline says; 类 split into 款 by their codes. */
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  "expenditure.total": ["expenditure.basic", "expenditure.project"],
  "expenditure.basic": ["expenditure.personnel", "expenditure.operating"],
  "expenditure.personnel": ["301", "303"],
  "expenditure.operating": ["302", "307", "310", "399"],
  "three_public.total": [
    "three_public.overseas",
    "three_public.vehicle_purchase",
    "three_public.vehicle_operation",
    "three_public.reception",
  ],
};

/** The metric whose numerator is 项目支出. */
const PROJECT_SHARE = "structure.project_share";

const THREE_PUBLIC = CHILDREN["three_public.total"] ?? [];

/** The id of what a metric counts, when it can be split; null for rates and for a single 款. */
export function rootOf(metric: Metric): string | null {
  if (metric.shape !== "amount" && !metric.perStaff) return null;
  const counted = metric.ways[0]?.numerator;
  if (counted === undefined) return null;
  const root = counted.code ?? counted.item;
  return root in CHILDREN || /^\d{3}$/.test(root) ? root : null;
}

/** The metrics whose numerators are the parts of a metric, or tell how it is defined; null when none is asked for. */
export function partMetrics(metric: Metric, kind: ReportKind): readonly string[] | null {
  // 机关运行经费 is told from 公用经费 by the amounts.
  if (definesOtherwise(metric)) return COMPARE_OPENING_METRICS;
  const root = rootOf(metric);
  if (root === null) return null;
  if (root === "three_public.total") return THREE_PUBLIC.map((item) => `${item}.${kind}`);
  return root === "expenditure.total" ? [...COMPARE_OPENING_METRICS, PROJECT_SHARE] : COMPARE_OPENING_METRICS;
}

/** The printed figure behind a part. */
export interface PartFigure {
  /** 万元. */
  readonly amount: number;
  readonly label: string;
  readonly place: SourcePlace | null;
}

/** A report's value with its parts per head (or whole), and the figures they were made of. */
export interface SplitValue {
  readonly row: MetricValuesRow;
  readonly whole: Whole;
  /** By part id, in 万元. */
  readonly figures: ReadonlyMap<string, PartFigure>;
}

/** A part of a split value, however deep; null where it is not split as far. */
export function partIn(split: SplitValue | null, id: string): Part | null {
  const find = (parts: readonly Part[]): Part | null => {
    for (const each of parts) {
      const found = each.id === id ? each : find(each.parts ?? []);
      if (found !== null) return found;
    }
    return null;
  };
  return split === null ? null : find(split.whole.parts);
}

/** Splits values into parts; made once per answer, asked per row. */
export class Splitter {
  readonly #root: string;
  readonly #metric: Metric;
  readonly #items: ReadonlyMap<string, ReadonlyMap<string, MetricValuesRow>>;
  readonly #classes: ReadonlyMap<string, readonly EconomicClassesRow[]>;
  readonly #known = new Map<MetricValuesRow, SplitValue | null>();

  /**
   * @param items rows of `partMetrics` on the basis shown, one headcount.
   * @param classes of the same reports; empty where none is printed.
   */
  constructor(metric: Metric, root: string, items: readonly MetricValuesRow[], classes: readonly EconomicClassesRow[]) {
    this.#root = root;
    this.#metric = metric;
    const byReport = new Map<string, Map<string, MetricValuesRow>>();
    for (const row of items) {
      const own = byReport.get(row.report_id) ?? new Map<string, MetricValuesRow>();
      own.set(partOfMetric(row.metric_id), row);
      byReport.set(row.report_id, own);
    }
    this.#items = byReport;
    this.#classes = grouped(classes, (row) => row.report_id);
  }

  /** Whether the report lists 款. */
  isFine(row: MetricValuesRow): boolean {
    return this.#classes.has(row.report_id);
  }

  /** null where the row has no value to split. */
  of(row: MetricValuesRow): SplitValue | null {
    const known = this.#known.get(row);
    if (known !== undefined) return known;
    const made = this.#split(row);
    this.#known.set(row, made);
    return made;
  }

  #split(row: MetricValuesRow): SplitValue | null {
    const divisor = this.#metric.perStaff ? row.denominator_value : 1;
    if (row.value === null || divisor === null || !(divisor > 0)) return null;
    const figures = this.#figuresOf(row);
    const perHead = (id: string): number | null => {
      const figure = figures.get(id);
      return figure === undefined ? null : new Big(figure.amount).div(divisor).toNumber();
    };
    const partsOf = (id: string): Part[] =>
      childrenOf(id, figures).flatMap((child): Part[] => {
        const parts = partsOf(child);
        const value = perHead(child);
        if (value === null && parts.length === 0) return [];
        return [parts.length === 0 ? { id: child, value } : { id: child, value, parts }];
      });
    return { row, whole: { value: row.value, parts: partsOf(this.#root) }, figures };
  }

  #figuresOf(row: MetricValuesRow): Map<string, PartFigure> {
    const figures = new Map<string, PartFigure>();
    for (const [id, part] of this.#items.get(row.report_id) ?? []) {
      if (part.numerator === null) continue;
      figures.set(id, {
        amount: part.numerator,
        label: part.numerator_label ?? id,
        place: { report: part.report_id, line: part.numerator_line, fact: part.numerator_fact_id },
      });
    }
    for (const each of this.#classes.get(row.report_id) ?? []) {
      figures.set(each.code, {
        amount: each.amount,
        label: each.label,
        place: { report: each.report_id, line: each.source_line, fact: each.fact_id },
      });
    }
    return figures;
  }
}

export interface SplitterParts {
  readonly metric: Metric;
  readonly root: string;
  /** The rows on show. */
  readonly rows: readonly MetricValuesRow[];
  /** The parts on the basis of the rows, with the reader's switches. */
  readonly items: readonly MetricValuesRow[];
  readonly classes: readonly EconomicClassesRow[];
}

/** The splitter of the rows on show. */
export function splitterOf({ metric, root, rows, items, classes }: SplitterParts): Splitter {
  const wanted = new Set(rows.map((row) => row.report_id));
  return new Splitter(
    metric,
    root,
    items.filter((row) => wanted.has(row.report_id)),
    classes.filter((row) => wanted.has(row.report_id)),
  );
}

function childrenOf(id: string, figures: ReadonlyMap<string, PartFigure>): readonly string[] {
  const fixed = CHILDREN[id];
  if (fixed !== undefined) return fixed;
  if (!/^\d{3}$/.test(id)) return [];
  return [...figures.keys()].filter((code) => code.length === 5 && code.startsWith(id)).toSorted();
}

/** `per_staff.personnel` counts `expenditure.personnel`; `three_public.reception.final` counts `three_public.reception`. */
function partOfMetric(metricId: string): string {
  const named: Readonly<Record<string, string>> = {
    "per_staff.wages": "301",
    "per_staff.goods_services": "302",
    "per_staff.households": "303",
    [PROJECT_SHARE]: "expenditure.project",
  };
  return named[metricId] ?? metricId.replace(/^per_staff\./, "expenditure.").replace(/\.(final|budget)$/, "");
}

/** What a part is called: the dictionary's name, else as printed. */
export function partName(id: string, printed: string | undefined): { readonly zh: string; readonly en: string } {
  const named = classNameOf(id) ?? (isItem(id) ? itemOf(id) : null);
  return named ?? { zh: printed ?? id, en: printed ?? id };
}

function isItem(id: string): id is ItemId {
  return ITEMS.some((item) => item.id === id);
}

/** The 类 that the table prints per head beside a metric of that root. */
export function tablePartsOf(root: string | null): readonly string[] {
  if (root === "expenditure.total" || root === "expenditure.basic") return ["301", "302", "303"];
  return root === "expenditure.personnel" ? ["301", "303"] : [];
}
