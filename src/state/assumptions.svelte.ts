import { untrack } from "svelte";
import type { Basis, Denominator } from "../domain/status.ts";
import type { Engine } from "../engine/engine.ts";
import { assumptionKey, assumptionOf, parseHeadcount } from "../model/assumption.ts";
import type { ReaderAdjustment } from "../model/assumption.ts";
import type { Metric } from "../model/metrics/index.ts";
import { adjustments, reports } from "../model/queries/index.ts";
import type { AdjustmentsRow, MetricValuesRow, NoParams, ReportsRow } from "../model/queries/index.ts";
import { itemsLeftIn, readerRows } from "../model/reader-rules.ts";
import type { ReaderRules } from "../model/reader-rules.ts";
import { distinct, groupRows, indexRows } from "./group-rows.ts";
import { QueryState } from "./query.svelte.ts";
import { assumptionsOf, NO_ASSUMPTIONS } from "./routes/index.ts";
import type { AssumptionValues } from "./routes/index.ts";
import type { UrlState } from "./url.svelte.ts";

/** One choice of the reader that changes figures, with the change of the address that takes it back. */
export type Assumption =
  | { readonly kind: "headcount"; readonly report_id: string; readonly denominator: Denominator; readonly n: number }
  | { readonly kind: "borrow" }
  | { readonly kind: "kept_in"; readonly adjustment_id: string }
  | { readonly kind: "own"; readonly own: ReaderAdjustment };

export type AssumptionKind = Assumption["kind"];

export interface UnknownAssumption {
  readonly kind: "report" | "adjustment" | "headcount";
  readonly text: string;
}

interface Parts {
  readonly engine: Engine;
  readonly url: UrlState;
  /** Every metric there is, the reader's own included. */
  readonly metricOf: (id: string) => Metric | null;
}

/**
 * What a reader assumes and changes: read from the address once, acting on the values of every
 * screen by the same rules. It lives as long as the page.
 */
export class Assumptions {
  readonly #url: UrlState;
  readonly #metricOf: Parts["metricOf"];
  /** Asked for when an item of the data is left in. */
  readonly #adjustments: QueryState<NoParams, AdjustmentsRow>;
  /** Asked for when anything is assumed: names, and which ids mean nothing here. */
  readonly #reports: QueryState<NoParams, ReportsRow>;
  // By text: an address that differs in other parts computes nothing anew.
  readonly #text = $derived.by(() => JSON.stringify(assumptionsOf(this.#url.shared)));
  readonly #values = $derived.by(() => JSON.parse(this.#text) as AssumptionValues); // printed a line above

  /** What is in force, in the order of the address. */
  readonly all: readonly Assumption[] = $derived.by(() => {
    const { without, assume, borrow, adjust } = this.#values;
    return [
      ...Object.entries(assume).flatMap(([key, text]): Assumption[] => {
        const n = parseHeadcount(text);
        return n === null ? [] : [{ kind: "headcount", ...assumptionOf(key), n }];
      }),
      ...(borrow === "no" ? [{ kind: "borrow" } as const] : []),
      ...without.map((adjustment_id) => ({ kind: "kept_in" as const, adjustment_id })),
      ...adjust.map((own) => ({ kind: "own" as const, own })),
    ];
  });

  readonly #items = $derived.by(() => groupRows(this.#adjustments.rows, (row) => row.report_id));

  /** null where nothing is assumed: values stay as they are. */
  readonly rules: ReaderRules | null = $derived.by(() => {
    if (this.all.length === 0) return null;
    const { without, assume, borrow, adjust } = this.#values;
    return {
      items: this.#items,
      // None before its amount is known: a mark would say of a value what it does not hold yet.
      without: this.isReady ? without : [],
      own: groupRows(adjust, (each) => each.report_id),
      borrow: borrow === "yes",
      assumed: indexRows(
        Object.entries(assume).filter(([, text]) => parseHeadcount(text) !== null),
        ([key, text]) => [key, Number(text)],
      ),
    };
  });

  /** The reports that it names: values of others change by what is not borrowed alone. */
  readonly reportIds: readonly string[] = $derived.by(() =>
    distinct(
      this.all.flatMap((each) => {
        if (each.kind === "headcount") return each.report_id;
        if (each.kind === "own") return each.own.report_id;
        return each.kind === "kept_in" ? (this.itemOf(each.adjustment_id)?.report_id ?? []) : [];
      }),
      (id) => id,
    ),
  );

  /** What of the address means nothing in this data; nothing as long as the data are not known. */
  readonly unknown: readonly UnknownAssumption[] = $derived.by(() => {
    const report = (id: string): UnknownAssumption[] =>
      this.#reports.rows.length === 0 || this.reportOf(id) !== null ? [] : [{ kind: "report", text: id }];
    const item = (id: string): UnknownAssumption[] =>
      this.#adjustments.rows.length === 0 || this.itemOf(id) !== null ? [] : [{ kind: "adjustment", text: id }];
    const { without, assume, adjust } = this.#values;
    return [
      ...Object.entries(assume).flatMap(([key, text]): UnknownAssumption[] =>
        parseHeadcount(text) === null ? [{ kind: "headcount", text }] : report(assumptionOf(key).report_id),
      ),
      ...without.flatMap(item),
      ...adjust.flatMap((own) => report(own.report_id)),
    ];
  });

  constructor({ engine, url, metricOf }: Parts) {
    this.#url = url;
    this.#metricOf = metricOf;
    this.#adjustments = new QueryState(engine, adjustments);
    this.#reports = new QueryState(engine, reports);
    $effect.root(() => {
      $effect.pre(() => {
        const [any, left] = [this.all.length > 0, this.#values.without.length > 0];
        untrack(() => {
          if (any) void this.#reports.ask({});
          if (left) void this.#adjustments.ask({});
        });
      });
    });
  }

  /** Whether what is assumed is known in full. */
  get isReady(): boolean {
    return this.#values.without.length === 0 || this.#adjustments.result.status === "ready";
  }

  reportOf(report_id: string): ReportsRow | null {
    return this.#reports.rows.find((row) => row.report_id === report_id) ?? null;
  }

  itemOf(adjustment_id: string): AdjustmentsRow | null {
    return this.#adjustments.rows.find((row) => row.adjustment_id === adjustment_id) ?? null;
  }

  /** Items of the data that a value holds because the reader leaves them in. */
  leftIn(row: Parameters<typeof itemsLeftIn>[0], metric: Metric | null): readonly AdjustmentsRow[] {
    return this.rules === null || metric === null ? [] : itemsLeftIn(row, metric, this.rules);
  }

  /** The headcount that the reader typed for a report; null for none. */
  headcountOf(report_id: string, denominator: Denominator | null): number | null {
    return parseHeadcount(this.#values.assume[assumptionKey(report_id, denominator)] ?? "");
  }

  /** The basis to ask for: both (null) where an item is left in, since its value starts from the one as reported. */
  asked(basis: Basis): Basis | null {
    return this.#values.without.length > 0 && basis === "comparable" ? null : basis;
  }

  /** Rows of any metrics and bases as the reader wants them. */
  wanted(rows: readonly MetricValuesRow[]): readonly MetricValuesRow[] {
    return this.rules === null ? rows : readerRows(rows, this.#metricOf, this.rules);
  }

  /** Those of one basis, where both may have been asked for. */
  values(rows: readonly MetricValuesRow[], basis: Basis): readonly MetricValuesRow[] {
    return this.wanted(rows).filter((row) => row.basis === basis);
  }

  /** The change of an address by a headcount; null takes it back. */
  assuming(report_id: string, denominator: Denominator | null, headcount: number | null): Partial<AssumptionValues> {
    const key = assumptionKey(report_id, denominator);
    const { [key]: _, ...others } = this.#values.assume;
    return { assume: headcount === null ? others : { ...others, [key]: String(headcount) } };
  }

  /** The change of an address that leaves an item of the data in, or takes it out again. */
  keepingIn(adjustment_id: string, isKept: boolean): Partial<AssumptionValues> {
    const others = this.#values.without.filter((id) => id !== adjustment_id);
    return { without: isKept ? [...others, adjustment_id] : others };
  }

  /** The change of an address that adds an adjustment of the reader's own, or takes it back. */
  adjusting(own: ReaderAdjustment, isWanted: boolean): Partial<AssumptionValues> {
    const others = this.#values.adjust.filter((each) => JSON.stringify(each) !== JSON.stringify(own));
    return { adjust: isWanted ? [...others, own] : others };
  }

  /** Takes one back, on whatever screen. */
  drop(assumption: Assumption): void {
    this.#url.pushShared(this.#without(assumption));
  }

  /** Takes all back, those that mean nothing here too. */
  clear(): void {
    this.#url.pushShared(NO_ASSUMPTIONS);
  }

  #without(assumption: Assumption): Partial<AssumptionValues> {
    switch (assumption.kind) {
      case "headcount":
        return this.assuming(assumption.report_id, assumption.denominator, null);
      case "borrow":
        return { borrow: "yes" };
      case "kept_in":
        return this.keepingIn(assumption.adjustment_id, false);
      case "own":
        return this.adjusting(assumption.own, false);
    }
  }
}
