/** What is kept on the device needs of `localStorage`: a test hands in its own. */
export type DeviceStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const PREFIX = "duibiao:";

/**
 * One named value on the device as JSON. What is read was written by anyone: the caller checks it.
 * A browser that refuses storage (private mode, a full disk) keeps nothing, and says so.
 */
export class DeviceStore {
  readonly #storage: DeviceStorage | null;
  readonly #key: string;

  /** @param storage null keeps nothing. */
  constructor(storage: DeviceStorage | null, name: string) {
    this.#storage = storage;
    this.#key = `${PREFIX}${name}`;
  }

  /** null where nothing was kept or it cannot be read. */
  read(): unknown {
    try {
      const text = this.#storage?.getItem(this.#key) ?? null;
      return text === null ? null : (JSON.parse(text) as unknown);
    } catch {
      return null;
    }
  }

  /** Whether it was kept. */
  write(value: unknown): boolean {
    try {
      this.#storage?.setItem(this.#key, JSON.stringify(value));
      return this.#storage !== null;
    } catch {
      return false;
    }
  }
}

/** The browser's own storage, null where it may not be used: asking alone can throw. */
export function deviceStorage(): DeviceStorage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}
