import type { Engine } from "../engine/engine.ts";
import { factsById, reports, sourceLines } from "../model/queries/index.ts";
import type { FactsByIdRow, ReportsRow } from "../model/queries/index.ts";

/** A printed place as a link names it: a figure, or a line of a report. */
export interface PrintedPlace {
  readonly report: string;
  /** 1-based. */
  readonly line: number | null;
  readonly fact: string | null;
}

/** What is printed there: the report, the figure where it is one, the line. */
export interface CitedLine {
  readonly report: ReportsRow;
  readonly fact: FactsByIdRow | null;
  /** 1-based. */
  readonly line: number;
  /** The whole line, personal data masked, white space as it stands. */
  readonly text: string;
}

/**
 * The printed lines of places, in their order, each figure and each line once. A place that the
 * data do not have is left out.
 */
export async function citedLines(
  engine: Pick<Engine, "query">,
  places: readonly PrintedPlace[],
): Promise<readonly CitedLine[]> {
  const ids = [...new Set(places.flatMap(({ fact }) => (fact === null ? [] : [fact])))];
  const bare = [...new Set(places.flatMap(({ fact, report }) => (fact === null ? [report] : [])))];
  const [rows, facts, texts] = await Promise.all([
    engine.query(reports, {}),
    ids.length === 0 ? [] : engine.query(factsById, { fact_ids: ids }),
    Promise.all(bare.map((report_id) => engine.query(sourceLines, { report_id }))),
  ]);
  const reportOf = new Map(rows.map((row) => [row.report_id, row]));
  const factOf = new Map(facts.map((row) => [row.fact_id, row]));
  const textOf = new Map(texts.flat().map((row) => [`${row.report_id} ${String(row.line_no)}`, row.text]));
  const cited = places.flatMap((place): CitedLine[] => {
    const fact = place.fact === null ? null : (factOf.get(place.fact) ?? null);
    const report = reportOf.get(fact?.report_id ?? place.report);
    const line = fact?.source_line ?? place.line;
    const text = fact === null ? textOf.get(`${place.report} ${String(line)}`) : (fact.line_text ?? "");
    return report === undefined || line === null || text === undefined ? [] : [{ report, fact, line, text }];
  });
  const keys = cited.map(({ report, fact, line }) => fact?.fact_id ?? `${report.report_id} ${String(line)}`);
  return cited.filter((_, index) => keys.indexOf(keys[index] ?? "") === index);
}
