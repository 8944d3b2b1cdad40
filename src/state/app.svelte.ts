import { createContext } from "svelte";
import { reportDigests } from "../model/queries/index.ts";
import { Assumptions } from "./assumptions.svelte.ts";
import { MOST_STAMPED } from "./data-stamp.ts";
import { Format } from "../i18n/format.ts";
import type { Locale } from "../i18n/locale.ts";
import type { Engine } from "../engine/engine.ts";
import type { ReaderEngine } from "../engine/reader-engine.ts";
import type { EngineStatus } from "./engine-status.svelte.ts";
import { MetricRegistry } from "./metric-registry.svelte.ts";
import type { DeviceStorage } from "./device-store.ts";
import { SavedViews } from "./saved-views.svelte.ts";
import type { UrlState } from "./url.svelte.ts";

/** What the shell says about the data, from its manifest. */
export interface DataSummary {
  readonly fingerprint: string;
  readonly agencies: number;
  readonly reports: number;
}

export interface AppParts {
  readonly engine: Engine;
  /** The reader's own statements and tables; null where there is no engine for them. */
  readonly reader?: ReaderEngine | null;
  readonly status: EngineStatus;
  readonly url: UrlState;
  /** null until it is known. */
  readonly data: DataSummary | null;
  /** What is kept on the device; absent: nothing is. */
  readonly storage?: DeviceStorage | null;
}

/** What every screen may ask for, by context: the engine, the address, the language and its numbers. */
export class AppState {
  readonly engine: Engine;
  readonly reader: ReaderEngine | null;
  readonly status: EngineStatus;
  readonly url: UrlState;
  readonly data: DataSummary | null;
  /** What may be kept on the device; null keeps nothing. */
  readonly storage: DeviceStorage | null;
  /** Every metric there is, the reader's own included: screens ask here, not the dictionary. */
  readonly metrics: MetricRegistry;
  /** What the reader assumes and changes in the figures, on every screen. */
  readonly assumptions: Assumptions;
  /** Addresses kept on the device. */
  readonly views: SavedViews;
  // By value: another address in the same language and unit makes no text and no format anew.
  readonly #locale = $derived.by(() => this.url.shared.lang);
  readonly #moneyUnit = $derived.by(() => this.url.shared.unit);
  readonly #format = $derived.by(() => new Format({ locale: this.#locale, moneyUnit: this.#moneyUnit }));

  constructor(parts: AppParts) {
    this.engine = parts.engine;
    this.reader = parts.reader ?? null;
    this.status = parts.status;
    this.url = parts.url;
    this.data = parts.data;
    this.storage = parts.storage ?? null;
    this.views = new SavedViews(this.storage);
    this.metrics = new MetricRegistry(this.storage, () => this.url.shared.my);
    const { engine, url } = parts;
    this.assumptions = new Assumptions({ engine, url, metricOf: (id) => this.metrics.metricOf(id) });
  }

  get locale(): Locale {
    return this.#locale;
  }

  /**
   * The address shown as a link to send, with the data it was made on, a digest of the reports that
   * the screen shows, and the reader's own metrics that it needs. Never rejects: without an answer
   * the digests are left out.
   *
   * @param of.address of this page, in place of the one shown. @param of.metrics ids; default: every own metric.
   */
  async shareLink(
    reportIds: readonly string[],
    of: { readonly address?: string; readonly metrics?: readonly string[] } = {},
  ): Promise<string> {
    const my = this.metrics.carriedFor(of.metrics ?? this.metrics.own.map(({ id }) => id));
    const { fingerprint, reports } = this.data ?? { fingerprint: "", reports: 0 };
    const asked = fingerprint === "" ? [] : reportIds.toSorted().slice(0, MOST_STAMPED);
    const rows =
      asked.length === 0 ? [] : await this.engine.query(reportDigests, { report_ids: asked }).catch(() => []);
    const digests = Object.fromEntries(rows.map(({ report_id, digest }) => [report_id, digest]));
    const data = fingerprint === "" ? null : { fingerprint, reports, digests };
    return location.href.replace(/#.*$/s, "") + this.url.sharedHref({ data, my }, of.address);
  }

  /** Numbers in the reader's language and money unit; a new object when one of them changes. */
  get format(): Format {
    return this.#format;
  }
}

export const [useApp, provideApp] = createContext<AppState>();
