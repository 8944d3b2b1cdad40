import type { DeviceStore } from "../../state/device-store.ts";
import type { RunResult } from "../../state/statement-run.svelte.ts";
import { newId } from "./tabs.ts";

/** A statement that was run on this device. */
export interface HistoryEntry {
  readonly text: string;
  /** ISO 8601. */
  readonly at: string;
  readonly status: "done" | "failed" | "cancelled";
  readonly rows: number | null;
  readonly milliseconds: number | null;
}

/** A query that the reader kept under a name. */
export interface SavedQuery {
  readonly id: string;
  readonly name: string;
  readonly kind: "query" | "notebook";
  readonly text: string;
  readonly params: Readonly<Record<string, string>>;
  readonly chart: Readonly<Record<string, string>>;
}

const LONGEST_HISTORY = 200;
/** A statement that is longer is run, but not remembered. */
const LONGEST_TEXT = 20_000;

const isText = (value: unknown): value is string => typeof value === "string";
const isTexts = (value: unknown): boolean =>
  typeof value === "object" && value !== null && Object.values(value).every(isText);

function isEntry(value: unknown): value is HistoryEntry {
  if (typeof value !== "object" || value === null) return false;
  const { text, at, status, rows, milliseconds } = value as Readonly<Record<string, unknown>>;
  const isCount = (found: unknown): boolean => found === null || typeof found === "number";
  return (
    isText(text) &&
    isText(at) &&
    (status === "done" || status === "failed" || status === "cancelled") &&
    isCount(rows) &&
    isCount(milliseconds)
  );
}

function isSaved(value: unknown): value is SavedQuery {
  if (typeof value !== "object" || value === null) return false;
  const { id, name, kind, text, params, chart } = value as Readonly<Record<string, unknown>>;
  return (
    [id, name, text].every(isText) && (kind === "query" || kind === "notebook") && isTexts(params) && isTexts(chart)
  );
}

function listOf<Entry>(stored: unknown, check: (value: unknown) => value is Entry): readonly Entry[] {
  return Array.isArray(stored) ? stored.filter(check) : [];
}

/** Where the two lists are kept. */
export interface LibraryStores {
  readonly history: DeviceStore;
  readonly saved: DeviceStore;
}

/** What the reader ran and what the reader kept, on this device only. */
export class Library {
  #history: readonly HistoryEntry[] = $state.raw([]);
  #saved: readonly SavedQuery[] = $state.raw([]);
  readonly #stores: LibraryStores;
  readonly #now: () => string;

  /** @param now the time, ISO 8601. */
  constructor(stores: LibraryStores, now: () => string) {
    this.#stores = stores;
    this.#now = now;
    this.#history = listOf(stores.history.read(), isEntry);
    this.#saved = listOf(stores.saved.read(), isSaved);
  }

  /** The newest first. */
  get history(): readonly HistoryEntry[] {
    return this.#history;
  }

  /** By name. */
  get saved(): readonly SavedQuery[] {
    return this.#saved;
  }

  /** Whether this text was run or kept here before. */
  knows(text: string): boolean {
    const bare = text.trim();
    return this.#history.some((entry) => entry.text === bare) || this.#saved.some((query) => query.text === text);
  }

  /** Notes what became of a statement; the same statement run again moves to the front. */
  note(result: RunResult): void {
    if (result.status !== "done" && result.status !== "failed" && result.status !== "cancelled") return;
    const text = (result.statement.written ?? result.statement.text).trim();
    if (text === "" || text.length > LONGEST_TEXT) return;
    const isDone = result.status === "done";
    const entry: HistoryEntry = {
      text,
      at: this.#now(),
      status: result.status,
      rows: isDone ? result.count : null,
      milliseconds: isDone ? Math.round(result.milliseconds) : null,
    };
    const others = this.#history.filter((other) => other.text !== text);
    this.#writeHistory([entry, ...others].slice(0, LONGEST_HISTORY));
  }

  /** @returns the undo. */
  clearHistory(): () => void {
    const before = this.#history;
    this.#writeHistory([]);
    return () => {
      this.#writeHistory(before);
    };
  }

  /** Keeps a query; one of the same name is replaced. @returns the undo. */
  save(query: Omit<SavedQuery, "id">): () => void {
    const before = this.#saved;
    const same = before.find((other) => other.name === query.name);
    const kept: SavedQuery = { ...query, id: same?.id ?? newId() };
    this.#writeSaved([...before.filter((other) => other.id !== kept.id), kept]);
    return () => {
      this.#writeSaved(before);
    };
  }

  /** @returns the undo. */
  rename(id: string, name: string): () => void {
    const before = this.#saved;
    this.#writeSaved(before.map((query) => (query.id === id ? { ...query, name } : query)));
    return () => {
      this.#writeSaved(before);
    };
  }

  /** @returns the undo. */
  remove(id: string): () => void {
    const before = this.#saved;
    this.#writeSaved(before.filter((query) => query.id !== id));
    return () => {
      this.#writeSaved(before);
    };
  }

  #writeHistory(history: readonly HistoryEntry[]): void {
    this.#history = history;
    this.#stores.history.write(history);
  }

  #writeSaved(saved: readonly SavedQuery[]): void {
    this.#saved = saved.toSorted((one, other) => one.name.localeCompare(other.name, "zh"));
    this.#stores.saved.write(this.#saved);
  }
}
