import type { ExportText } from "../charts/export.ts";
import { toPng, toSvg, toTsv } from "../charts/export.ts";
import * as m from "../i18n/generated/messages.js";
import type { AppState } from "../state/app.svelte.ts";
import { assumptionNotes } from "./assumption-text.ts";
import { citation, placesIn, printedPlace } from "./citation.ts";
import { copyText } from "./copy-text.ts";
import { noteTexts, sourceText } from "./export-words.ts";
import { saveFile } from "./save-file.ts";
import type { SourcePlace } from "./source-card.ts";
import { tableCells } from "./table-cells.ts";
import type { Twin } from "./twin.ts";

export type ExportKind = "svg" | "png" | "tsv" | "cite";

/** A figure as its exports see it. */
export interface ExportedFigure {
  readonly title: string;
  readonly subtitle: string;
  /** Draws the chart as a picture; null where there is none. */
  readonly picture: () => Element | null;
  /** The chart on the page and the box of the table twin, which is drawn for this. */
  readonly boxes: () => readonly Element[];
  readonly twin: Twin;
  /** The box of marks and caveats; null for none. */
  readonly footnote: Element | null;
  /** Printed places beyond those that chart and table lead to. */
  readonly places: readonly (SourcePlace | null)[];
}

/**
 * Saves or copies a figure with title, unit, basis, notes, assumptions, source and fingerprint.
 *
 * @param told hears how much of a long table is read, from 0 to 1.
 * @returns what to say of it. @throws Error with a reader's words where it cannot be done.
 */
export async function exportFigure(
  kind: ExportKind,
  figure: ExportedFigure,
  app: AppState,
  told: (share: number) => void,
): Promise<string> {
  const words: ExportText = {
    title: figure.title,
    subtitle: figure.subtitle,
    notes: [...noteTexts(figure.footnote), ...assumptionNotes(app)],
    source: sourceText(app.data),
  };
  if (kind === "tsv") return copied(await tsvOf(figure, words, told), m.figure_copied());
  if (kind === "cite") {
    const places = [...placesIn(figure.boxes()), ...figure.places.flatMap((each) => each ?? []).map(printedPlace)];
    const cited = await citation(app, [words.title, words.subtitle, ...words.notes], places, words.source);
    return copied(cited.text, m.figure_cited({ n: cited.places }));
  }
  const drawn = figure.picture();
  if (!(drawn instanceof SVGSVGElement)) throw new Error(m.figure_empty());
  const svg = toSvg(drawn, words);
  const file = kind === "svg" ? new Blob([svg], { type: "image/svg+xml" }) : await toPng(svg);
  saveFile(`${figure.title}.${kind}`, file);
  return m.figure_saved({ kind: kind.toUpperCase() });
}

async function tsvOf(figure: ExportedFigure, words: ExportText, told: (share: number) => void): Promise<string> {
  const table = figure
    .boxes()
    .map((box) => box.querySelector("table"))
    .find((found) => found !== null);
  if (table === undefined) throw new Error(m.figure_empty());
  const { header, rows } = figure.twin.whole === null ? tableCells(table) : await figure.twin.whole(told);
  return toTsv(words, header, rows);
}

async function copied(text: string, said: string): Promise<string> {
  if (!(await copyText(text))) throw new Error(m.figure_copy_refused());
  return said;
}
