import { userMetricId } from "../model/formula/index.ts";
import type { UserMetric, UserMetricText } from "../model/formula/index.ts";
import { METRICS, metricOf } from "../model/metrics/index.ts";
import type { Metric } from "../model/metrics/index.ts";
import { DeviceStore } from "./device-store.ts";
import type { DeviceStorage } from "./device-store.ts";
import { keptDefinitions, merged, MOST_KEPT } from "./metric-definitions.ts";
import type { RegisteredMetric } from "./metric-definitions.ts";

/**
 * Every metric there is: those of the dictionary, and those readers defined, on this device or in
 * the address shown. The one place that screens ask, so that a metric defined once is chosen
 * everywhere. A definition of the address comes before one of the same name on the device.
 */
export class MetricRegistry {
  readonly #store: DeviceStore;
  readonly #ofAddress: () => readonly UserMetricText[];
  #kept: readonly UserMetricText[] = $state.raw([]);

  /** Definitions by a reader, those that cannot be computed included. */
  readonly defined: readonly RegisteredMetric[] = $derived.by(() => merged(this.#kept, this.#ofAddress()));

  /** A reader's metrics that can be computed. */
  readonly own: readonly UserMetric[] = $derived.by(() =>
    this.defined.flatMap(({ result }) => (result.ok ? [result.metric] : [])),
  );

  /** The dictionary, then the reader's own. */
  readonly all: readonly Metric[] = $derived.by(() => [...METRICS, ...this.own]);

  constructor(storage: DeviceStorage | null, ofAddress: () => readonly UserMetricText[]) {
    this.#store = new DeviceStore(storage, "metrics");
    this.#ofAddress = ofAddress;
    this.#kept = keptDefinitions(this.#store.read());
  }

  /** The metric of that id; null for none, or for a definition that cannot be computed. */
  metricOf(id: string): Metric | null {
    return metricOf(id) ?? this.own.find((metric) => metric.id === id) ?? null;
  }

  /** The definition of that id, whether it can be computed or not. */
  definitionOf(id: string): RegisteredMetric | null {
    return this.defined.find((each) => each.id === id) ?? null;
  }

  /** Keeps a definition on the device, in place of one of the same name. Whether the device took it. */
  keep(text: UserMetricText): boolean {
    const id = userMetricId(text.name);
    const others = this.#kept.filter((each) => userMetricId(each.name) !== id);
    return this.#write([...others, { name: text.name.trim(), formula: text.formula.trim() }].slice(-MOST_KEPT));
  }

  forget(id: string): boolean {
    return this.#write(this.#kept.filter((each) => userMetricId(each.name) !== id));
  }

  /**
   * The definitions that an address must carry: those of the metrics it names, and those of the
   * present address that the device does not keep, so that following a link loses nothing.
   */
  carriedFor(ids: readonly string[]): readonly UserMetricText[] {
    return this.defined.filter((each) => ids.includes(each.id) || !each.kept).map(({ text }) => text);
  }

  #write(kept: readonly UserMetricText[]): boolean {
    this.#kept = kept;
    return this.#store.write(kept);
  }
}
