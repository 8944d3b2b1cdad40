import type { MetricValuesRow } from "../../model/queries/index.ts";
import type { AppState } from "../../state/app.svelte.ts";
import type { ReaderAdjustment } from "../../state/reader-adjustments.ts";
import { assumptionKey } from "./choice.ts";
import type { Choice } from "./choice.ts";

/** What a reader changes in the figures: every change is written to the address, and taken back by «back». */
export class ReaderChanges {
  readonly #app: Pick<AppState, "url">;
  readonly #choice: () => Choice;

  constructor(app: Pick<AppState, "url">, choice: () => Choice) {
    this.#app = app;
    this.#choice = choice;
  }

  /** Takes a headcount for a report that discloses none; null takes it back. */
  assume(row: MetricValuesRow, headcount: number | null): void {
    const key = assumptionKey(row.report_id, this.#choice().denominator);
    const { [key]: _, ...others } = this.#app.url.values("compare").assume;
    const assume = headcount === null ? others : { ...others, [key]: String(headcount) };
    this.#app.url.push("compare", { assume, fill: null });
  }

  /** Leaves a pass-through item in, or takes it out again. */
  keepIn(adjustmentId: string, keptIn: boolean): void {
    const others = this.#app.url.values("compare").without.filter((id) => id !== adjustmentId);
    this.#app.url.push("compare", { without: keptIn ? [...others, adjustmentId] : others });
  }

  /** Adds an adjustment of the reader's own, or takes one back. */
  adjust(own: ReaderAdjustment, isWanted: boolean): void {
    const { adjust } = this.#app.url.values("compare");
    const others = adjust.filter((each) => JSON.stringify(each) !== JSON.stringify(own));
    this.#app.url.push("compare", { adjust: isWanted ? [...others, own] : others, basis: "comparable" });
  }
}
