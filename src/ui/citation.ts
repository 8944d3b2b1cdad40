import * as m from "../i18n/generated/messages.js";
import { citedLines } from "../state/cited-lines.ts";
import type { CitedLine, PrintedPlace } from "../state/cited-lines.ts";
import { readLink } from "../state/link.ts";
import type { FactsByIdRow } from "../model/queries/index.ts";
import type { AppState } from "../state/app.svelte.ts";
import type { SourcePlace } from "./source-card.ts";
import { numberedStatement } from "./statement-name.ts";

/** More places than this are counted, not listed: nobody pastes them under a chart. */
const MOST = 60;
/** Characters of a printed line that is quoted whole. */
const LONGEST = 80;

/** A citation and how many printed places it names. */
export interface Citation {
  readonly text: string;
  readonly places: number;
}

/** The printed places that the links within some boxes lead to, in their order. */
export function placesIn(boxes: readonly Element[]): PrintedPlace[] {
  return boxes.flatMap((box) =>
    [...box.querySelectorAll("a[href]")].flatMap((link): PrintedPlace[] => {
      const { screen, values } = readLink(link.getAttribute("href"));
      if (screen !== "source") return [];
      // Read by the params of the source screen, whose types these are.
      const { report, line, fact } = values as { report: string | null; line: number | null; fact: string | null };
      return report === null ? [] : [{ report, line, fact }];
    }),
  );
}

/** A place as screens hold it. */
export function printedPlace(place: SourcePlace): PrintedPlace {
  return { report: place.report, line: place.line ?? null, fact: place.fact ?? null };
}

/**
 * What a reader puts under a chart or table: what it shows, and of each of its figures agency,
 * report, statement, line and the words printed there; last the source with the data's fingerprint.
 *
 * @param about lines above: title, unit and basis, marks and caveats. @param source the line below.
 */
export async function citation(
  app: Pick<AppState, "engine" | "locale">,
  about: readonly string[],
  places: readonly PrintedPlace[],
  source: string,
): Promise<Citation> {
  const cited = await citedLines(app.engine, places);
  const shown = cited.slice(0, MOST).map((each, index) => `${String(index + 1)}. ${placeText(each, app)}`);
  const rest = cited.length > MOST ? [m.figure_cite_more({ n: cited.length - MOST })] : [];
  const lines = [...about, ...shown, ...rest, source].filter((line) => line !== "");
  return { text: `${lines.join("\n")}\n`, places: cited.length };
}

function placeText({ report, fact, line, text }: CitedLine, { locale }: Pick<AppState, "locale">): string {
  const of = { agency: report.agency_name, title: report.title, line };
  if (fact !== null) {
    const quote = printedWords(fact);
    return m.figure_cite_fact({ ...of, statement: numberedStatement(fact, locale), quote });
  }
  const whole = text.replace(/\s+/g, " ").trim();
  return m.figure_cite_line({ ...of, quote: whole.length > LONGEST ? `${whole.slice(0, LONGEST)}…` : whole });
}

/**
 * A figure as it is quoted: its label, the heads of its column but the one that is its label, what is
 * printed. Of «合计» alone nobody finds the cell again.
 */
export function printedWords(
  fact: Pick<FactsByIdRow, "label" | "column_label" | "value_text"> & { readonly unit_text: string | null },
): string {
  const column = fact.column_label.split("/").filter((head) => head !== fact.label);
  const words = [fact.label, column.join("/"), `${fact.value_text}${fact.unit_text ?? ""}`];
  return words.filter((word) => word !== "").join(" ");
}
