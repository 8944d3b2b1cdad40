import type { DataStamp } from "./data-stamp.ts";
import { fallbackValues, printLink, readLink } from "./link.ts";
import type { DroppedPart, Link } from "./link.ts";
import { assumptionsOf } from "./routes/index.ts";
import type { ScreenId, ScreenValues, SharedValues } from "./routes/index.ts";

/** What the state needs of a window: handed in, so that a test can bring its own. */
export type AddressBar = Pick<Window, "location" | "history" | "addEventListener" | "removeEventListener">;

/**
 * So long an entry is shown before it is marked, ms: a mark in the history takes as long as many a change. One that
 * is left sooner is taken for a new one when its reader comes back.
 */
const MARKED_AFTER = 400;

/** Marks an entry as visited. */
interface Stamp {
  readonly visited?: boolean;
}

/**
 * The address bar as reactive state: reading a value in a template or `$derived` follows links,
 * the back button, and `push`/`replace`. Screens hold no selection of their own beside it.
 *
 * Our own instead of svelte-spa-router: there the location is a module-level object that no test
 * can replace, and a screen whose code fails to load is an unhandled rejection on an empty page.
 */
export class UrlState {
  readonly #bar: AddressBar;
  readonly #link: Link = $derived.by(() => readLink(this.#hash));
  // By value: what another address has in common with the one before is not followed.
  readonly #screen = $derived.by(() => this.#link.screen);
  readonly #printedShared = $derived.by(() => printLink("overview", {}, this.#link.shared));
  readonly #shared: SharedValues = $derived.by(() => readLink(this.#printedShared).shared);
  #hash = $state("");
  #dismissed = $state(false);
  #left = $state<string | null>(null);
  #stamp: DataStamp | null = $state.raw(null);
  #isNewEntry = true;
  /** Keeps the mark from being put on another entry than the one it is for. */
  #undoMark = (): void => undefined;

  constructor(bar: AddressBar) {
    this.#bar = bar;
    this.#hash = bar.location.hash;
    this.#stampOf(this.#hash);
    this.#isNewEntry = this.#isUnmarked();
    if (this.#isNewEntry) this.#mark();
  }

  /** Listens to links and the back button; gives the undo. */
  listen(): () => void {
    const read = (): void => {
      this.#take(this.#bar.location.hash);
    };
    this.#bar.addEventListener("hashchange", read);
    this.#bar.addEventListener("popstate", read);
    return () => {
      this.#undoMark();
      this.#bar.removeEventListener("hashchange", read);
      this.#bar.removeEventListener("popstate", read);
    };
  }

  /** null: the address leads to no screen. */
  get screen(): ScreenId | null {
    return this.#screen;
  }

  get path(): string {
    return this.#link.path;
  }

  get shared(): SharedValues {
    return this.#shared;
  }

  /** Parts of the address that were left out; empty once the reader has dismissed them. */
  get dropped(): readonly DroppedPart[] {
    return this.#dismissed ? [] : this.#link.dropped;
  }

  /** Whether the entry shown was reached forward (a link) and not by going back: then a screen starts at its top. */
  get isNewEntry(): boolean {
    return this.#isNewEntry;
  }

  /** The screen shown before this one and its address then, in the language and unit of now; null when the page opened here. */
  get cameFrom(): { readonly screen: ScreenId; readonly href: string } | null {
    if (this.#left === null) return null;
    const { screen, values } = readLink(this.#left);
    return screen === null ? null : { screen, href: this.href(screen, values as Partial<ScreenValues<typeof screen>>) };
  }

  /**
   * The data that the shared link this page was opened with was made on, until it is dismissed. The
   * reader may have gone on since: the addresses of this page do not repeat it.
   */
  get madeOn(): DataStamp | null {
    return this.#stamp;
  }

  dismissMadeOn(): void {
    this.#stamp = null;
  }

  dismissDropped(): void {
    this.#dismissed = true;
  }

  /** The values of a screen: those of the address when it is the one shown, else its fallbacks. */
  values<Id extends ScreenId>(screen: Id): ScreenValues<Id> {
    // `values` was made by the params of `screen`, whose types these are.
    return this.#link.screen === screen ? (this.#link.values as ScreenValues<Id>) : fallbackValues(screen);
  }

  /** A link to a screen with some values; language, unit and theme are kept unless given. */
  href<Id extends ScreenId>(
    screen: Id,
    values: Partial<ScreenValues<Id>> = {},
    shared: Partial<SharedValues> = {},
  ): string {
    return printLink(screen, values, { ...this.#shared, data: null, ...shared });
  }

  /** A link to the screen shown with some of its values changed. */
  hrefWith<Id extends ScreenId>(
    screen: Id,
    change: Partial<ScreenValues<Id>>,
    shared: Partial<SharedValues> = {},
  ): string {
    return this.href(screen, { ...this.values(screen), ...change }, shared);
  }

  /** An address of this page, by default the one shown, as a link to send: with what its reader needs beside it. */
  sharedHref(needed: Pick<SharedValues, "data" | "my">, address = this.#hash): string {
    const { screen, values, shared } = readLink(address);
    if (screen === null) return address;
    // What it assumes is part of what it shows, unlike language and unit.
    const own = { ...assumptionsOf(shared), ...needed };
    return this.href(screen, values as Partial<ScreenValues<typeof screen>>, own);
  }

  /** Changes some values of a screen and goes there: a new entry for the back button. */
  push<Id extends ScreenId>(screen: Id, change: Partial<ScreenValues<Id>>, shared: Partial<SharedValues> = {}): void {
    this.#go(this.hrefWith(screen, change, shared), "pushState");
  }

  /** Goes to an address of this page, such as one that was kept: a new entry for the back button. */
  open(href: string): void {
    this.#go(href, "pushState");
  }

  /** As `push`, in place of the current entry: typing, sorting, what nobody goes back to. */
  replace<Id extends ScreenId>(screen: Id, change: Partial<ScreenValues<Id>>): void {
    this.#go(this.hrefWith(screen, change), "replaceState");
  }

  /** Changes language, unit or theme, in place of the current entry, whatever screen is shown. */
  setShared(change: Partial<SharedValues>): void {
    const { screen, values } = this.#link;
    if (screen === null) this.#go(this.href("overview", {}, change), "replaceState");
    else this.#go(this.href(screen, values as Partial<ScreenValues<typeof screen>>, change), "replaceState");
  }

  /** Changes parts that every screen has, whatever screen is shown: a new entry for the back button. */
  pushShared(change: Partial<SharedValues>): void {
    const { screen, values } = this.#link;
    if (screen === null) return;
    this.#go(this.href(screen, values as Partial<ScreenValues<typeof screen>>, change), "pushState");
  }

  #go(href: string, how: "pushState" | "replaceState"): void {
    if (href === this.#hash) return;
    this.#undoMark();
    this.#bar.history[how]({ visited: true } satisfies Stamp, "", href);
    this.#isNewEntry = how === "pushState";
    this.#noteLeaving(href);
    this.#hash = href;
    this.#dismissed = false;
  }

  #take(hash: string): void {
    if (hash === this.#hash) return;
    this.#stampOf(hash);
    this.#undoMark();
    this.#isNewEntry = this.#isUnmarked();
    if (this.#isNewEntry) {
      const timer = setTimeout(this.#mark, MARKED_AFTER);
      this.#undoMark = () => {
        clearTimeout(timer);
      };
    }
    this.#noteLeaving(hash);
    this.#hash = hash;
    this.#dismissed = false;
  }

  #stampOf(hash: string): void {
    this.#stamp = readLink(hash).shared.data ?? this.#stamp;
  }

  #noteLeaving(hash: string): void {
    if (readLink(hash).screen !== this.#link.screen) this.#left = this.#hash;
  }

  /** Whether the entry shown was just made by a link: then it has no mark yet. */
  #isUnmarked(): boolean {
    const state: unknown = this.#bar.history.state;
    return !(typeof state === "object" && state !== null && (state as Stamp).visited === true);
  }

  readonly #mark = (): void => {
    // A link was followed meanwhile whose `hashchange` is still to come: the entry there is not the one meant.
    if (this.#bar.location.hash !== this.#hash) return;
    this.#bar.history.replaceState({ visited: true } satisfies Stamp, "");
  };
}
