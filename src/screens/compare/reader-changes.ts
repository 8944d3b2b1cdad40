import type { ReaderAdjustment } from "../../model/assumption.ts";
import type { MetricValuesRow } from "../../model/queries/index.ts";
import type { AppState } from "../../state/app.svelte.ts";
import type { Choice } from "./choice.ts";

/** What a reader changes in the figures: every change is written to the address, and taken back by «back». */
export class ReaderChanges {
  readonly #app: Pick<AppState, "url" | "assumptions">;
  readonly #choice: () => Choice;

  constructor(app: Pick<AppState, "url" | "assumptions">, choice: () => Choice) {
    this.#app = app;
    this.#choice = choice;
  }

  /** Takes a headcount for a report that discloses none; null takes it back. */
  assume(row: MetricValuesRow, headcount: number | null): void {
    const { url, assumptions } = this.#app;
    url.push("compare", { fill: null }, assumptions.assuming(row.report_id, this.#choice().denominator, headcount));
  }

  /** Adds an adjustment of the reader's own, or takes one back. */
  adjust(own: ReaderAdjustment, isWanted: boolean): void {
    this.#app.url.push("compare", { basis: "comparable" }, this.#app.assumptions.adjusting(own, isWanted));
  }
}
