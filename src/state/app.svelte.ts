import { createContext } from "svelte";
import { Format } from "../i18n/format.ts";
import type { Locale } from "../i18n/locale.ts";
import type { Engine } from "../engine/engine.ts";
import type { EngineStatus } from "./engine-status.svelte.ts";
import type { UrlState } from "./url.svelte.ts";

/** What the shell says about the data, from its manifest. */
export interface DataSummary {
  readonly fingerprint: string;
  readonly agencies: number;
  readonly reports: number;
}

export interface AppParts {
  readonly engine: Engine;
  readonly status: EngineStatus;
  readonly url: UrlState;
  /** null until it is known. */
  readonly data: DataSummary | null;
}

/** What every screen may ask for, by context: the engine, the address, the language and its numbers. */
export class AppState {
  readonly engine: Engine;
  readonly status: EngineStatus;
  readonly url: UrlState;
  readonly data: DataSummary | null;
  readonly #format = $derived.by(() => new Format({ locale: this.url.shared.lang, moneyUnit: this.url.shared.unit }));

  constructor(parts: AppParts) {
    this.engine = parts.engine;
    this.status = parts.status;
    this.url = parts.url;
    this.data = parts.data;
  }

  get locale(): Locale {
    return this.url.shared.lang;
  }

  /** Numbers in the reader's language and money unit; a new object when one of them changes. */
  get format(): Format {
    return this.#format;
  }
}

export const [useApp, provideApp] = createContext<AppState>();
