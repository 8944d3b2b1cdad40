import type { DeviceStore } from "../../state/device-store.ts";
import type { StatementRun } from "../../state/statement-run.svelte.ts";
import type { UrlState } from "../../state/url.svelte.ts";
import { ByTab } from "./by-tab.ts";
import { Notebook, statementsIn } from "./notebook.svelte.ts";
import { errorInText } from "./error-in-text.ts";
import type { ErrorInText } from "./error-in-text.ts";
import { filledIn, parameterNames } from "./parameters.ts";
import { statementAt } from "./statements.ts";
import { checkTabs, newId } from "./tabs.ts";
import type { Tab } from "./tabs.ts";

/** Longest text that an address carries. */
export const LONGEST_IN_ADDRESS = 20_000;
/** Pause in typing after which address and device are written, ms. */
const TYPING = 400;

export interface WorkspaceParts {
  readonly url: UrlState;
  readonly store: DeviceStore;
  /** Whether a text was written or run on this device before: then a link to it is the reader's own. */
  readonly isKnown: (text: string) => boolean;
  /** A run for a tab or a part of a notebook. */
  readonly newRun: () => StatementRun;
}

type TabContent = Pick<Tab, "kind" | "text" | "params" | "chart">;

const EMPTY: TabContent = { kind: "query", text: "", params: {}, chart: {} };

const sameContent = (one: TabContent, other: TabContent): boolean =>
  one.kind === other.kind &&
  one.text === other.text &&
  JSON.stringify(one.params) === JSON.stringify(other.params) &&
  JSON.stringify(one.chart) === JSON.stringify(other.chart);

/**
 * The tabs of the SQL screen, what is in them and what they ran. Tabs are kept on the device; the
 * one in front is in the address as well, so that a link, the back button and a reload give it.
 */
export class SqlWorkspace {
  readonly #parts: WorkspaceParts;
  #tabs: readonly Tab[] = $state.raw([]);
  #active = $state("");
  #selection = $state.raw({ from: 0, to: 0 });
  /** Tabs that came with a link and were neither run nor changed. */
  #fromLink: readonly string[] = $state.raw([]);
  /** Tabs that show an example or an old query as it was: the next one may take their place. */
  #borrowed: readonly string[] = [];
  #closed: readonly Tab[] = $state.raw([]);
  readonly #runs: ByTab<StatementRun>;
  readonly #notebooks: ByTab<Notebook>;
  /** What we last read from or wrote to the address. */
  #inAddress: TabContent | null = null;
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: WorkspaceParts) {
    this.#parts = parts;
    this.#runs = new ByTab(() => parts.newRun());
    this.#notebooks = new ByTab((id) => {
      const text = this.#tabs.find((tab) => tab.id === id)?.text ?? "";
      return new Notebook(text, parts.newRun, (next) => {
        this.#change(id, { text: next });
      });
    });
    const kept = checkTabs(parts.store.read());
    this.#tabs = kept.tabs.length === 0 ? [tabOf(EMPTY)] : kept.tabs;
    this.#active = this.#tabs.find((tab) => tab.id === kept.active)?.id ?? this.#tabs[0]?.id ?? "";
  }

  get tabs(): readonly Tab[] {
    return this.#tabs;
  }

  /** The tab in front; there is always one. */
  readonly tab: Tab = $derived.by(
    () => this.#tabs.find((tab) => tab.id === this.#active) ?? this.#tabs[0] ?? tabOf(EMPTY),
  );

  get text(): string {
    return this.tab.text;
  }

  get isFromLink(): boolean {
    return this.#fromLink.includes(this.#active);
  }

  get canReopen(): boolean {
    return this.#closed.length > 0;
  }

  readonly isTooLong: boolean = $derived.by(() => this.tab.text.length > LONGEST_IN_ADDRESS);

  /** Names of the parameters that the tab in front asks for. */
  readonly parameters: readonly string[] = $derived.by(() => parameterNames(this.tab.text));

  /** The run of the tab in front. */
  get run(): StatementRun {
    return this.#runs.of(this.tab.id);
  }

  /** The notebook of the tab in front; null for a tab of statements. */
  get notebook(): Notebook | null {
    const { id, kind } = this.tab;
    return kind === "notebook" ? this.#notebooks.of(id) : null;
  }

  /** What a run would send: the selection, else the statement at the cursor; null when there is none. */
  readonly next = $derived.by(() => {
    const { from, to } = this.#selection;
    const { text } = this.tab;
    if (from < to && text.slice(from, to).trim() !== "") return { text: text.slice(from, to), at: from };
    const span = statementAt(text, from);
    return span === null ? null : { text: text.slice(span.from, span.to), at: span.from };
  });

  /** Where the shown result's error is in the text, while the text still reads as it was run. */
  readonly error: ErrorInText | null = $derived.by(() => errorInText(this.run.result, this.tab.text));

  /** Takes over what the address says, once it says something new: an own tab comes to the front, anything else is a link's. */
  followAddress(): void {
    const { url } = this.#parts;
    if (url.screen !== "sql") return;
    const { statement, params, chart, kind } = url.values("sql");
    const content: TabContent = { kind, text: statement, params, chart };
    if (this.#inAddress !== null && sameContent(content, this.#inAddress)) return;
    clearTimeout(this.#typing);
    if (statement === "") {
      this.#inAddress = content;
      // Without a statement the address asks for nothing: the tab in front stays and is written there.
      this.#write();
      return;
    }
    this.#inAddress = content;
    const own =
      this.#tabs.find((tab) => sameContent(tab, content)) ??
      this.#tabs.find((tab) => tab.text === statement && tab.kind === kind);
    if (own !== undefined) {
      this.#active = own.id;
      this.#change(own.id, content);
      return;
    }
    const isKnown = this.#parts.isKnown(statement);
    const tab = this.#place(tabOf(content));
    this.#selection = { from: statement.length, to: statement.length };
    if (isKnown) this.#borrowed = [...this.#borrowed, tab.id];
    else this.#fromLink = [...this.#fromLink, tab.id];
    this.#keep();
  }

  /** The reader changed the text of the tab in front. */
  edit(text: string): void {
    if (text !== this.tab.text) this.#change(this.tab.id, { text });
  }

  select(from: number, to: number): void {
    const now = this.#selection;
    if (from !== now.from || to !== now.to) this.#selection = { from, to };
  }

  fillIn(name: string, value: string): void {
    this.#change(this.tab.id, { params: { ...this.tab.params, [name]: value } });
  }

  draw(chart: Readonly<Record<string, string>>): void {
    this.#change(this.tab.id, { chart }, false);
  }

  rename(name: string): void {
    this.#change(this.tab.id, { name }, false);
  }

  activate(id: string): void {
    if (id === this.#active || !this.#tabs.some((tab) => tab.id === id)) return;
    this.#active = id;
    this.#selection = { from: 0, to: 0 };
    this.#write(true);
  }

  /** Opens a tab in front: the one that holds this text already, else a new one. */
  open(content: Partial<TabContent> & { readonly name?: string }): void {
    const tab = { ...tabOf({ ...EMPTY, ...content }), name: content.name ?? "" };
    const same = tab.text === "" ? undefined : this.#tabs.find((other) => sameContent(other, tab));
    if (same !== undefined) this.#active = same.id;
    else {
      this.#place(tab);
      if (tab.text !== "" && tab.name === "") this.#borrowed = [...this.#borrowed, tab.id];
    }
    this.#selection = { from: 0, to: 0 };
    this.#write(true);
  }

  /** Puts a tab in front, in the place of an empty or borrowed one if that is in front now. */
  #place(tab: Tab): Tab {
    const now = this.tab;
    const isFree = tab.text !== "" && now.name === "" && (now.text.trim() === "" || this.#borrowed.includes(now.id));
    if (isFree) this.#forget(now.id);
    this.#tabs = isFree ? this.#tabs.map((other) => (other.id === now.id ? tab : other)) : [...this.#tabs, tab];
    this.#active = tab.id;
    return tab;
  }

  #forget(id: string): void {
    this.#runs.known(id)?.cancel();
    this.#notebooks.known(id)?.cancel();
    this.#runs.forget(id);
    this.#notebooks.forget(id);
    this.#borrowed = this.#borrowed.filter((other) => other !== id);
  }

  /** Closes a tab; the last one is emptied instead. `reopen` brings it back. */
  close(id: string): void {
    const at = this.#tabs.findIndex((tab) => tab.id === id);
    const tab = this.#tabs[at];
    if (tab === undefined) return;
    this.#forget(id);
    if (tab.text.trim() !== "") this.#closed = [tab, ...this.#closed].slice(0, 20);
    const left = this.#tabs.filter((other) => other.id !== id);
    this.#tabs = left.length === 0 ? [tabOf(EMPTY)] : left;
    if (this.#active === id)
      this.#active = (this.#tabs[Math.min(at, this.#tabs.length - 1)] ?? this.#tabs[0])?.id ?? "";
    this.#selection = { from: 0, to: 0 };
    this.#write();
  }

  reopen(): void {
    const [tab, ...rest] = this.#closed;
    if (tab === undefined) return;
    this.#closed = rest;
    this.#tabs = [...this.#tabs, tab];
    this.#active = tab.id;
    this.#write();
  }

  async runSelected(): Promise<void> {
    const statement = this.next;
    if (statement === null) return;
    this.#trust();
    await this.run.run(filledIn(statement.text, statement.at, this.tab.params));
  }

  async runAll(): Promise<void> {
    this.#trust();
    const statements = statementsIn(this.tab.text, this.tab.params);
    if (statements.length > 0) await this.run.runAll(statements);
  }

  /** Opens a text in a tab of its own and runs it. */
  async openAndRun(content: Partial<TabContent> & { readonly name?: string }): Promise<void> {
    this.open(content);
    if (this.tab.kind === "query") await this.runSelected();
  }

  /** The reader runs what a link brought: it is the reader's own from now on. */
  #trust(): void {
    this.#fromLink = this.#fromLink.filter((id) => id !== this.#active);
    this.#write();
  }

  trust(): void {
    this.#trust();
  }

  #change(id: string, change: Partial<Tab>, isEdit = true): void {
    this.#tabs = this.#tabs.map((tab) => (tab.id === id ? { ...tab, ...change } : tab));
    if (change.text !== undefined) this.#notebooks.known(id)?.take(change.text);
    if (change.text !== undefined || change.name !== undefined)
      this.#borrowed = this.#borrowed.filter((other) => other !== id);
    if (isEdit) this.#fromLink = this.#fromLink.filter((other) => other !== id);
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => {
      this.#write();
    }, TYPING);
  }

  /** Into the address, unless the text is too long for one or the reader is on another screen by now; and onto the device. */
  #write(asNewEntry = false): void {
    clearTimeout(this.#typing);
    this.#keep();
    const { url } = this.#parts;
    if (url.screen !== "sql") return;
    const { kind, text, params, chart } = this.tab;
    const content: TabContent = this.isTooLong ? EMPTY : { kind, text, params, chart };
    if (this.#inAddress !== null && sameContent(content, this.#inAddress)) return;
    this.#inAddress = content;
    const values = { statement: content.text, params: content.params, chart: content.chart, kind: content.kind };
    if (asNewEntry) url.push("sql", values);
    else url.replace("sql", values);
  }

  #keep(): void {
    // What a link brought is the reader's only once it was run or changed.
    const own = this.#tabs.filter((tab) => !this.#fromLink.includes(tab.id));
    this.#parts.store.write({ tabs: own, active: this.#active });
  }

  /** Writes what is pending: the reader leaves the screen. */
  settle(): void {
    clearTimeout(this.#typing);
    this.#keep();
  }
}

function tabOf(content: TabContent): Tab {
  return { ...content, id: newId(), name: "" };
}
