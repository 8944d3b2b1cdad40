import type { AskOptions, Engine } from "./engine/engine.ts";
import { FEW_REPORTS } from "./model/few-reports.ts";
import { metricOf } from "./model/metrics/index.ts";
import { adjustments, metricStandings, metricValues, reports } from "./model/queries/index.ts";
import { detailsQuestion, nextStanding } from "./screens/compare/questions.ts";
import { fallbackValues } from "./state/link.ts";
import { idle } from "./state/when-idle.ts";

/** Notes and places of so many reports: the statement is planned by them for however many are wanted later. */
const DETAILED = 8;

const OPTIONS: AskOptions = { background: true };

/**
 * Asks what the comparison of thousands of agencies opens with, whatever screen is shown: a question takes
 * several times as long until its statement has been planned and the engine's code for it compiled. Does
 * nothing for few reports, whose values are stored. Never rejects.
 */
export async function askAhead(engine: Engine, reportCount: number): Promise<void> {
  if (reportCount <= FEW_REPORTS) return;
  const [link, source] = [fallbackValues("compare"), { metricOf, definitionOf: () => null }];
  try {
    await idle();
    const standing = nextStanding(link, source);
    const rows = standing === null ? [] : await engine.query(metricStandings, standing, OPTIONS);
    const some = rows.slice(0, DETAILED).map((row) => row.report_id);
    const details = detailsQuestion(link, source, some);
    if (details !== null) await engine.query(metricValues, details, OPTIONS);
    // Last: a reader who opens the comparison meanwhile asks for these in earnest.
    await engine.query(reports, {}, OPTIONS);
    await engine.query(adjustments, {}, OPTIONS);
  } catch {
    // Whoever asks in earnest is told what is wrong.
  }
}
