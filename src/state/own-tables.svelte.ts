import type { FileKind, OwnFile, ReaderEngine } from "../engine/reader-engine.ts";
import type { FileStore, KeptFile } from "./file-store.ts";
import { isText } from "./is-text.ts";

/** A file of the reader's and what became of it. */
export interface OwnTable {
  readonly table: string;
  readonly fileName: string;
  readonly bytes: number;
  /** `failed`: kept, but it could not be read; `message` says why. */
  readonly status: "loading" | "ready" | "failed";
  readonly message: string | null;
  /** Whether it will be there on the next visit. */
  readonly isKept: boolean;
}

/** Bigger files are refused: the page holds file, table and result in one memory. */
export const LARGEST_FILE = 300 * 1024 * 1024;

const KINDS: Readonly<Record<string, FileKind>> = {
  csv: "csv",
  tsv: "csv",
  txt: "csv",
  parquet: "parquet",
  pq: "parquet",
  arrow: "arrow",
  arrows: "arrow",
  ipc: "arrow",
  feather: "arrow",
};

/** What kind of table a file of this name holds; null for none that is known. */
export function kindOf(fileName: string): FileKind | null {
  return KINDS[fileName.toLowerCase().split(".").at(-1) ?? ""] ?? null;
}

/**
 * The name of the table of a file: the file's name without its ending, as one word that needs no
 * quotes in SQL. A name that is taken gets a number.
 */
export function tableNameOf(fileName: string, isTaken: (name: string) => boolean): string {
  const bare = fileName.replace(/\.[^.]*$/, "").toLowerCase();
  const word = bare.replace(/[^\p{L}\p{N}_]+/gu, "_").replace(/^_+|_+$/g, "");
  const name = word === "" ? "table_1" : /^\p{N}/u.test(word) ? `t_${word}` : word;
  if (!isTaken(name)) return name;
  for (let number = 2; ; number++) if (!isTaken(`${name}_${number}`)) return `${name}_${number}`;
}

export type RefusedReason = "unknown-kind" | "too-big" | "empty" | "no-text";

/** The reader's own tables: files dropped on the page, kept on this device and in no other place. */
export class OwnTables {
  #list: readonly OwnTable[] = $state.raw([]);
  readonly #engine: Pick<ReaderEngine, "addTable" | "removeTable">;
  readonly #store: FileStore;
  readonly #reserved: ReadonlySet<string>;
  #files: readonly KeptFile[] = [];
  #opened: Promise<void> | null = null;
  #work: Promise<unknown> = Promise.resolve();

  /** @param reserved names of the model, which no file may take. */
  constructor(engine: Pick<ReaderEngine, "addTable" | "removeTable">, store: FileStore, reserved: ReadonlySet<string>) {
    this.#engine = engine;
    this.#store = store;
    this.#reserved = reserved;
  }

  get list(): readonly OwnTable[] {
    return this.#list;
  }

  /** Reads what is kept and makes the tables, once. Never rejects. */
  open(): Promise<void> {
    this.#opened ??= this.#open();
    return this.#opened;
  }

  /** Opens, and waits until every table asked for so far is made. Never rejects. */
  async settled(): Promise<void> {
    await this.open();
    await this.#work;
  }

  /** Makes all tables again, in a new engine. Never rejects. */
  async reinstate(): Promise<void> {
    for (const file of this.#files) await this.#make(file);
  }

  /** Makes tables of files. @returns those that were refused, with why. */
  async add(files: readonly File[]): Promise<{ fileName: string; reason: RefusedReason }[]> {
    await this.open();
    const refused: { fileName: string; reason: RefusedReason }[] = [];
    for (const file of files) {
      const kind = kindOf(file.name);
      const reason =
        kind === null ? "unknown-kind" : file.size > LARGEST_FILE ? "too-big" : file.size === 0 ? "empty" : null;
      if (kind === null || reason !== null) {
        refused.push({ fileName: file.name, reason: reason ?? "unknown-kind" });
        continue;
      }
      const bytes = new Uint8Array(await file.arrayBuffer());
      if (kind === "csv" && !isText(bytes)) {
        refused.push({ fileName: file.name, reason: "no-text" });
        continue;
      }
      // The same file again takes the place of its older self.
      const same = this.#list.find((entry) => entry.fileName === file.name);
      const table =
        same?.table ??
        tableNameOf(file.name, (name) => this.#reserved.has(name) || this.#files.some((kept) => kept.table === name));
      await this.#keep({ table, kind, fileName: file.name, bytes });
    }
    return refused;
  }

  /** Takes a table away, here and on the device. @returns the undo; null when there is no such table. */
  async remove(table: string): Promise<(() => Promise<void>) | null> {
    const file = this.#files.find((kept) => kept.table === table);
    if (file === undefined) return null;
    this.#files = this.#files.filter((kept) => kept !== file);
    this.#list = this.#list.filter((entry) => entry.table !== table);
    await this.#store.remove(table).catch(() => undefined);
    await this.#engine.removeTable(table).catch(() => undefined);
    return () => this.#keep(file);
  }

  async #open(): Promise<void> {
    let kept: KeptFile[] = [];
    try {
      kept = await this.#store.all();
    } catch {
      // A browser that keeps nothing: files of this visit still work.
    }
    for (const file of kept) {
      if (this.#reserved.has(file.table)) continue;
      this.#files = [...this.#files, file];
      this.#set({ ...entryOf(file), status: "loading" });
    }
    for (const file of kept) await this.#make(file);
  }

  async #keep(file: KeptFile): Promise<void> {
    const kept = this.#keepNow(file);
    this.#work = Promise.all([this.#work, kept]);
    await kept;
  }

  async #keepNow(file: KeptFile): Promise<void> {
    this.#files = [...this.#files.filter((kept) => kept.table !== file.table), file];
    this.#set({ ...entryOf(file), status: "loading" });
    let isKept = true;
    try {
      await this.#store.put(file);
    } catch {
      isKept = false;
    }
    await this.#make(file, isKept);
  }

  async #make(file: KeptFile, isKept = true): Promise<void> {
    const { table, kind, bytes }: OwnFile = file;
    try {
      // The engine may take the bytes with it to its worker: it gets a copy.
      await this.#engine.addTable({ table, kind, bytes: bytes.slice() });
      this.#set({ ...entryOf(file), status: "ready", isKept });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.#set({ ...entryOf(file), status: "failed", message, isKept });
    }
  }

  #set(entry: OwnTable): void {
    const others = this.#list.filter((other) => other.table !== entry.table);
    this.#list = [...others, entry].toSorted((one, other) => (one.table < other.table ? -1 : 1));
  }
}

function entryOf(file: KeptFile): OwnTable {
  return {
    table: file.table,
    fileName: file.fileName,
    bytes: file.bytes.byteLength,
    status: "ready",
    message: null,
    isKept: true,
  };
}
