import { FILE_KINDS } from "../engine/reader-engine.ts";
import type { OwnFile } from "../engine/reader-engine.ts";

/** A file of the reader's as it is kept on this device. */
export interface KeptFile extends OwnFile {
  /** As the file was called. */
  readonly fileName: string;
}

/** Where files are kept between visits. */
export interface FileStore {
  all(): Promise<KeptFile[]>;
  put(file: KeptFile): Promise<void>;
  remove(table: string): Promise<void>;
}

const DATABASE = "duibiao";
const FILES = "own-files";

function isKeptFile(value: unknown): value is KeptFile {
  if (typeof value !== "object" || value === null) return false;
  const { table, kind, bytes, fileName } = value as Readonly<Record<string, unknown>>;
  return (
    typeof table === "string" &&
    typeof fileName === "string" &&
    FILE_KINDS.some((known) => known === kind) &&
    bytes instanceof Uint8Array
  );
}

function done<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error("the browser's storage refused"));
    };
  });
}

/** The browser's own database on this device. Rejects where the browser keeps nothing: private windows, a full disk. */
export class DeviceFileStore implements FileStore {
  #opened: Promise<IDBDatabase> | null = null;

  async all(): Promise<KeptFile[]> {
    const stored: unknown[] = await done((await this.#files("readonly")).getAll());
    return stored.filter(isKeptFile);
  }

  async put(file: KeptFile): Promise<void> {
    await done((await this.#files("readwrite")).put(file));
  }

  async remove(table: string): Promise<void> {
    await done((await this.#files("readwrite")).delete(table));
  }

  async #files(mode: IDBTransactionMode): Promise<IDBObjectStore> {
    this.#opened ??= this.#open();
    return (await this.#opened).transaction(FILES, mode).objectStore(FILES);
  }

  #open(): Promise<IDBDatabase> {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(FILES, { keyPath: "table" });
    };
    return done(request);
  }
}
