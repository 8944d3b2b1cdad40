import type { AppState } from "../../state/app.svelte.ts";
import { StatementRun } from "../../state/statement-run.svelte.ts";
import { statementAt } from "./statements.ts";

/** So many rows are read and shown; a statement that gives more says so. */
export const MOST_ROWS = 10_000;
/** Longest text that an address carries. */
export const LONGEST_IN_ADDRESS = 20_000;
/** Pause in typing after which the address is written, ms. */
const TYPING = 400;

export type SqlParts = Pick<AppState, "engine" | "url">;

/** The SQL screen: the text in the editor, what of it is selected, and the run of a statement. */
export class SqlState {
  readonly #app: SqlParts;
  readonly run: StatementRun;
  #text = $state("");
  #selection = $state.raw({ from: 0, to: 0 });
  #isFromLink = $state(false);
  /** What we last read from or wrote to the address. */
  #inAddress: string | null = null;
  #typing: ReturnType<typeof setTimeout> | undefined;

  /** Must be made in a component or an effect root: it follows the address. */
  constructor(app: SqlParts) {
    this.#app = app;
    this.run = new StatementRun(app.engine, MOST_ROWS);
    $effect.pre(() => {
      const { url } = app;
      if (url.screen !== "sql") return;
      const { statement } = url.values("sql");
      if (statement === this.#inAddress) return;
      clearTimeout(this.#typing);
      this.#inAddress = statement;
      this.#text = statement;
      this.#selection = { from: statement.length, to: statement.length };
      this.#isFromLink = statement !== "";
    });
    $effect(() => () => {
      clearTimeout(this.#typing);
      this.run.cancel();
    });
  }

  get text(): string {
    return this.#text;
  }

  /** The text came with a link, and the reader has neither run nor changed it. */
  get isFromLink(): boolean {
    return this.#isFromLink;
  }

  readonly isTooLong = $derived.by(() => this.#text.length > LONGEST_IN_ADDRESS);

  /** What a run would send: the selection, else the statement at the cursor; null when there is none. */
  readonly next = $derived.by(() => {
    const { from, to } = this.#selection;
    const text = this.#text;
    if (from < to && text.slice(from, to).trim() !== "") return { text: text.slice(from, to), at: from };
    const span = statementAt(text, from);
    return span === null ? null : { text: text.slice(span.from, span.to), at: span.from };
  });

  /** Where the last run's error is in the text, while the text still reads as it was run. */
  readonly error: { readonly at: number; readonly message: string } | null = $derived.by(() => {
    const result = this.run.result;
    if (result.status !== "failed" || result.position === null) return null;
    const { text, at } = result.statement;
    return this.#text.slice(at, at + text.length) === text ? { at: result.position, message: result.message } : null;
  });

  /** The reader changed the text. */
  edit(text: string): void {
    if (text === this.#text) return;
    this.#text = text;
    this.#isFromLink = false;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => {
      this.#write();
    }, TYPING);
  }

  select(from: number, to: number): void {
    this.#selection = { from, to };
  }

  async runSelected(): Promise<void> {
    const statement = this.next;
    if (statement === null) return;
    this.#isFromLink = false;
    this.#write();
    await this.run.run(statement);
  }

  /** Takes an example into the editor, as a new entry for the back button, and runs it. */
  async runExample(text: string): Promise<void> {
    clearTimeout(this.#typing);
    this.#text = text;
    this.#selection = { from: 0, to: 0 };
    this.#isFromLink = false;
    this.#inAddress = text;
    this.#app.url.push("sql", { statement: text });
    await this.runSelected();
  }

  /** Into the address, unless it is too long for one or the reader is on another screen by now. */
  #write(): void {
    clearTimeout(this.#typing);
    if (this.#app.url.screen !== "sql") return;
    const statement = this.isTooLong ? "" : this.#text;
    if (statement === this.#inAddress) return;
    this.#inAddress = statement;
    this.#app.url.replace("sql", { statement });
  }
}
