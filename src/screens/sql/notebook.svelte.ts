import type { PlacedStatement, StatementRun } from "../../state/statement-run.svelte.ts";
import { printNotebook, readNotebook } from "./notebook-text.ts";
import type { NotebookPart } from "./notebook-text.ts";
import { filledIn } from "./parameters.ts";
import { statementsOf } from "./statements.ts";

/** A part with its run; ids hold while the notebook is open. */
export interface OpenPart extends NotebookPart {
  readonly id: number;
  readonly run: StatementRun;
}

/** A notebook that is being edited: the parts of its text, each with a result of its own. */
export class Notebook {
  #parts: readonly OpenPart[] = $state.raw([]);
  /** The text that the parts were read from or printed to. */
  #text: string;
  #next = 0;
  readonly #newRun: () => StatementRun;
  readonly #onchange: (text: string) => void;

  constructor(text: string, newRun: () => StatementRun, onchange: (text: string) => void) {
    this.#newRun = newRun;
    this.#onchange = onchange;
    this.#text = text;
    this.#parts = this.#open(readNotebook(text));
  }

  get parts(): readonly OpenPart[] {
    return this.#parts;
  }

  get text(): string {
    return this.#text;
  }

  /** Takes over a text that came from elsewhere. */
  take(text: string): void {
    if (text === this.#text) return;
    this.#text = text;
    this.#parts = this.#open(readNotebook(text));
  }

  edit(id: number, change: Partial<NotebookPart>): void {
    this.#set(this.#parts.map((part) => (part.id === id ? { ...part, ...change } : part)));
  }

  /** Puts an empty part behind another, or at the beginning. @returns its id. */
  add(kind: NotebookPart["kind"], behind: number | null): number {
    const made = this.#openPart({ kind, text: "", chart: {} });
    const at = behind === null ? 0 : this.#parts.findIndex((part) => part.id === behind) + 1;
    this.#set(this.#parts.toSpliced(at, 0, made));
    return made.id;
  }

  /** @returns the undo. */
  remove(id: number): () => void {
    const before = this.#parts;
    this.#set(before.filter((part) => part.id !== id));
    return () => {
      this.#set(before);
    };
  }

  move(id: number, by: -1 | 1): void {
    const from = this.#parts.findIndex((part) => part.id === id);
    const part = this.#parts[from];
    if (part === undefined || !(from + by in this.#parts)) return;
    this.#set(this.#parts.toSpliced(from, 1).toSpliced(from + by, 0, part));
  }

  async runPart(id: number, params: Readonly<Record<string, string>>): Promise<void> {
    const part = this.#parts.find((candidate) => candidate.id === id);
    if (part === undefined || part.kind !== "sql") return;
    await part.run.runAll(statementsIn(part.text, params));
  }

  /** All parts in order, up to the first that fails. */
  async runAll(params: Readonly<Record<string, string>>): Promise<void> {
    for (const { id, kind, run } of this.#parts) {
      if (kind !== "sql") continue;
      await this.runPart(id, params);
      const { status } = run.result;
      if (status === "failed" || status === "cancelled") return;
    }
  }

  cancel(): void {
    for (const part of this.#parts) part.run.cancel();
  }

  #set(parts: readonly OpenPart[]): void {
    this.#parts = parts;
    this.#text = printNotebook(parts);
    this.#onchange(this.#text);
  }

  #open(parts: readonly NotebookPart[]): OpenPart[] {
    const all = parts.length === 0 ? [{ kind: "sql", text: "", chart: {} } as const] : parts;
    return all.map((part) => this.#openPart(part));
  }

  #openPart(part: NotebookPart): OpenPart {
    return { ...part, id: this.#next++, run: this.#newRun() };
  }
}

/** The statements of a text, filled in, in order. */
export function statementsIn(text: string, params: Readonly<Record<string, string>>): PlacedStatement[] {
  return statementsOf(text).map(({ from, to }) => filledIn(text.slice(from, to), from, params));
}
