import { DeviceStore } from "./device-store.ts";
import type { DeviceStorage } from "./device-store.ts";

/** An address that a reader kept under a name. */
export interface SavedView {
  readonly name: string;
  /** `#/compare?…`. */
  readonly href: string;
}

const MOST_KEPT = 200;
const LONGEST_NAME = 60;
const LONGEST_HREF = 40_000;

/** Addresses kept on this device, the latest first. The last one taken away can be brought back. */
export class SavedViews {
  readonly #store: DeviceStore;
  #all: readonly SavedView[] = $state.raw([]);
  #removed: { readonly view: SavedView; readonly at: number } | null = $state.raw(null);

  constructor(storage: DeviceStorage | null) {
    this.#store = new DeviceStore(storage, "views");
    this.#all = checked(this.#store.read());
  }

  /** Those of one screen, by the start of their addresses. */
  of(screen: string): readonly SavedView[] {
    const path = `#/${screen}`;
    return this.#all.filter(({ href }) => href === path || href.startsWith(`${path}?`));
  }

  /** The view that `restore` would bring back. */
  get removed(): SavedView | null {
    return this.#removed?.view ?? null;
  }

  /** Keeps an address; one of the same name is replaced. Whether the device took it. */
  save(name: string, href: string): boolean {
    const view = { name: shortName(name), href };
    if (view.name === "") return false;
    this.#removed = null;
    return this.#write([view, ...this.#all.filter((each) => each.name !== view.name)].slice(0, MOST_KEPT));
  }

  /** Gives a view another name; a name that is taken, or none, changes nothing and is told by `false`. */
  rename(view: SavedView, name: string): boolean {
    const next = shortName(name);
    if (next === "" || this.#all.some((each) => each !== view && each.name === next)) return false;
    return this.#write(this.#all.map((each) => (each === view ? { ...each, name: next } : each)));
  }

  remove(view: SavedView): void {
    this.#removed = { view, at: this.#all.indexOf(view) };
    this.#write(this.#all.filter((each) => each !== view));
  }

  /** Brings back what was taken away last, where it was. */
  restore(): void {
    if (this.#removed === null) return;
    const { view, at } = this.#removed;
    this.#removed = null;
    this.#write(this.#all.toSpliced(Math.max(at, 0), 0, view));
  }

  #write(views: readonly SavedView[]): boolean {
    this.#all = views;
    return this.#store.write(views);
  }
}

function shortName(name: string): string {
  return name
    .replace(/\p{Cc}/gu, " ")
    .trim()
    .slice(0, LONGEST_NAME);
}

/** What lies on the device may be anything: only names with addresses of this page come in. */
function checked(value: unknown): SavedView[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, MOST_KEPT).flatMap((each: unknown) => {
    if (typeof each !== "object" || each === null || !("name" in each) || !("href" in each)) return [];
    const { name, href } = each;
    const isFine =
      typeof name === "string" &&
      typeof href === "string" &&
      shortName(name) === name &&
      name !== "" &&
      href.startsWith("#/") &&
      href.length <= LONGEST_HREF;
    return isFine ? [{ name, href }] : [];
  });
}
