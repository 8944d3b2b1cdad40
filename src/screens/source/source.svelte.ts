import { factsById, findings, reports, sourceFacts, sourceLines } from "../../model/queries/index.ts";
import type { FindingsRow, ReportsRow, SourceFactsRow } from "../../model/queries/index.ts";
import type { AppState } from "../../state/app.svelte.ts";
import { followQuery } from "../../state/query.svelte.ts";
import { blocksOf } from "./blocks.ts";
import { findText, fold } from "./find-text.ts";
import type { Match } from "./find-text.ts";
import { groupBy, indexBy } from "./group-by.ts";
import { outlineOf } from "./outline.ts";
import { isSpan } from "./pieces.ts";
import type { Mark, Span } from "./pieces.ts";

/** What is wrong with an address; the screen says it and shows what it can. */
export type Problem =
  | { readonly kind: "no-report"; readonly report: string }
  | { readonly kind: "line-beyond"; readonly line: number; readonly last: number }
  | { readonly kind: "span-outside"; readonly line: number; readonly from: number; readonly to: number }
  | { readonly kind: "no-fact"; readonly fact: string }
  | { readonly kind: "fact-elsewhere"; readonly fact: string; readonly line: number; readonly factLine: number };

/** Where the screen stands: a line, and the characters of it where they are known. */
export interface Place {
  /** 1-based. */
  readonly line: number;
  readonly span: Span | null;
}

/** What it needs of the app, so that a test hands in no more. */
export type SourceParts = Pick<AppState, "engine" | "url" | "locale">;

/** The source screen: which report, which place in it, its facts and findings by line, and the search. */
export class SourceState {
  readonly #app: SourceParts;
  readonly reports;
  readonly lines;
  readonly facts;
  readonly findings;
  readonly #lookup;
  /** Which match of the search is the current one; null until the reader steps. */
  #step = $state<number | null>(null);

  /** Must be made in a component or an effect root: it follows the address. */
  constructor(app: SourceParts) {
    this.#app = app;
    const { engine } = app;
    const ofReport = (): { report_id: string } | null => {
      const known = this.report;
      return known === null ? null : { report_id: known.report_id };
    };
    this.reports = followQuery(engine, reports, () => ({}));
    this.#lookup = followQuery(engine, factsById, () => {
      const { report, fact } = this.asked;
      return report === null && fact !== null ? { fact_ids: [fact] } : null;
    });
    this.lines = followQuery(engine, sourceLines, ofReport);
    this.facts = followQuery(engine, sourceFacts, ofReport);
    this.findings = followQuery(engine, findings, () => ({}));
  }

  /** What the address says. */
  readonly asked = $derived.by(() => this.#app.url.values("source"));

  /** The report shown: the one asked for, that of the fact asked for, or the first; null while unknown or when there is none. */
  readonly report: ReportsRow | null = $derived.by(() => {
    const all = this.reports.rows;
    const { report, fact } = this.asked;
    if (report !== null) return all.find((row) => row.report_id === report) ?? null;
    if (fact === null) return all[0] ?? null;
    const { status } = this.#lookup.result;
    const found = this.#lookup.rows.find((row) => row.fact_id === fact);
    if (found !== undefined) return all.find((row) => row.report_id === found.report_id) ?? null;
    return status === "ready" || status === "failed" ? (all[0] ?? null) : null;
  });

  /** The text, by 0-based line; empty while it is read. */
  readonly text: readonly string[] = $derived.by(() => {
    const id = this.report?.report_id;
    const texts: string[] = [];
    for (const row of this.lines.rows) if (row.report_id === id) texts[row.line_no - 1] = row.text;
    return Array.from(texts, (text: string | undefined) => text ?? "");
  });

  readonly blocks = $derived.by(() => blocksOf(this.text));

  /** Facts of the report shown. */
  readonly #facts: readonly SourceFactsRow[] = $derived.by(() => {
    const id = this.report?.report_id;
    return this.facts.rows.filter((fact) => fact.report_id === id);
  });
  readonly factById: ReadonlyMap<string, SourceFactsRow> = $derived.by(() =>
    indexBy(this.#facts, (fact) => fact.fact_id),
  );
  readonly factsByLine: ReadonlyMap<number, readonly SourceFactsRow[]> = $derived.by(() =>
    groupBy(this.#facts, (fact) => [fact.source_line]),
  );
  readonly reportFindings: readonly FindingsRow[] = $derived.by(() => {
    const id = this.report?.report_id;
    return this.findings.rows.filter((finding) => finding.report_id === id);
  });
  readonly findingsByLine: ReadonlyMap<number, readonly FindingsRow[]> = $derived.by(() =>
    groupBy(this.reportFindings, (finding) => finding.source_lines),
  );

  readonly outline = $derived.by(() => outlineOf(this.text, this.#facts, this.#app.locale));

  /** The fact asked for, once it is read. */
  readonly selected: SourceFactsRow | null = $derived.by(() => {
    const { fact } = this.asked;
    return fact === null ? null : (this.factById.get(fact) ?? null);
  });

  /** All facts printed at the place of the selected one, itself first. */
  readonly selectedTogether: readonly SourceFactsRow[] = $derived.by(() => {
    const fact = this.selected;
    if (fact === null) return [];
    const same = (this.factsByLine.get(fact.source_line) ?? []).filter(
      (other) => other !== fact && other.source_from < fact.source_to && other.source_to > fact.source_from,
    );
    return [fact, ...same];
  });

  /** The place asked for, as far as it exists; null for the report as a whole. */
  readonly place: Place | null = $derived.by(() => {
    const { from, to } = this.asked;
    const fact = this.selected;
    const line = this.asked.line ?? fact?.source_line ?? null;
    const text = line === null ? undefined : this.text[line - 1];
    if (line === null || text === undefined) return null;
    const given = from === null || to === null ? null : { from, to };
    if (given !== null && isSpan(given, text.length)) return { line, span: given };
    const printed = fact?.source_line === line ? { from: fact.source_from, to: fact.source_to } : null;
    return { line, span: printed !== null && isSpan(printed, text.length) ? printed : null };
  });

  readonly problems: readonly Problem[] = $derived.by(() => {
    const { report, line, from, to, fact } = this.asked;
    const found: Problem[] = [];
    if (report !== null && this.reports.result.status === "ready" && this.report === null) {
      return [{ kind: "no-report", report }];
    }
    const last = this.text.length;
    const text = line === null ? undefined : this.text[line - 1];
    if (line !== null && last > 0 && line > last) found.push({ kind: "line-beyond", line, last });
    if (line !== null && text !== undefined && from !== null && to !== null && !isSpan({ from, to }, text.length)) {
      found.push({ kind: "span-outside", line, from, to });
    }
    const selected = this.selected;
    const isRead = this.report === null ? this.#lookup.result.status === "ready" : this.facts.result.status === "ready";
    if (fact !== null && selected === null && isRead) found.push({ kind: "no-fact", fact });
    if (selected !== null && line !== null && selected.source_line !== line) {
      found.push({ kind: "fact-elsewhere", fact: selected.fact_id, line, factLine: selected.source_line });
    }
    return found;
  });

  readonly #folded = $derived.by(() => this.text.map(fold));
  readonly matches: readonly Match[] = $derived.by(() => findText(this.#folded, this.asked.find));

  /** Index of the current match; −1 while there is none. Before any step: the first at or after the place. */
  readonly current: number = $derived.by(() => {
    const count = this.matches.length;
    if (count === 0) return -1;
    if (this.#step !== null) return ((this.#step % count) + count) % count;
    const line = this.place?.line ?? 1;
    const after = this.matches.findIndex((match) => match.line >= line);
    return after < 0 ? 0 : after;
  });
  readonly currentMatch: Match | null = $derived.by(() => this.matches[this.current] ?? null);
  /** Whether the reader has stepped through matches since the last search. */
  get stepped(): boolean {
    return this.#step !== null;
  }

  readonly #matchesByLine = $derived.by(() => groupBy(this.matches, (match) => [match.line]));

  /** The marks of a line: the place asked for and the matches of the search. */
  marksOf(line: number): Mark[] {
    const span = this.place?.line === line ? this.place.span : null;
    const asked: Mark[] = span === null ? [] : [{ ...span, kind: "asked" }];
    const found = (this.#matchesByLine.get(line) ?? []).map((match): Mark => ({
      from: match.from,
      to: match.to,
      kind: match === this.currentMatch ? "current" : "match",
    }));
    return [...asked, ...found];
  }

  /** Searches anew, from the place on. */
  find(words: string): void {
    this.#step = null;
    this.#app.url.replace("source", { find: words.slice(0, 200) });
  }

  /** Goes to the next match, or back for −1, round the ends. */
  stepMatch(by: 1 | -1): void {
    if (this.matches.length === 0) return;
    this.#step = this.current + by;
  }

  /** Selects a printed figure: into the address, without a new entry for the back button. */
  select(fact: SourceFactsRow): void {
    this.#app.url.replace("source", {
      report: fact.report_id,
      line: fact.source_line,
      from: fact.source_from,
      to: fact.source_to,
      fact: fact.fact_id,
    });
  }

  clearSelection(): void {
    this.#app.url.replace("source", { from: null, to: null, fact: null });
  }

  /** Goes to a line of the report shown. */
  goToLine(line: number): void {
    const report = this.report;
    if (report !== null) this.#app.url.push("source", { ...this.#atLine(line), report: report.report_id });
  }

  /** The address of a line of the report shown. */
  hrefOfLine(line: number): string {
    return this.#app.url.hrefWith("source", {
      ...this.#atLine(line),
      report: this.report?.report_id ?? this.asked.report,
    });
  }

  /** Another report, from its beginning; the search stays. */
  openReport(report: string): void {
    this.#step = null;
    this.#app.url.push("source", { report, line: null, from: null, to: null, fact: null });
  }

  #atLine(line: number) {
    return { line, from: null, to: null, fact: null };
  }
}
