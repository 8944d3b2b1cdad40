import { createHash } from "node:crypto";
import type { CompileEffects, CompileEvent } from "../../src/compile/effects.ts";
import type { CompileSteps } from "../../src/compile/steps.ts";
import type { FactRow } from "../../src/domain/records.ts";
import { agencyOf } from "../../src/report/agency.ts";
import { ReportError } from "../../src/report/error.ts";
import { readLines } from "../../src/report/lines.ts";
import type { Outline, ReportText } from "../../src/report/types.ts";

/** Text of an invented report: the agency, the title, one figure. */
export const reportText = (agency: string, year: number, amount: string): string =>
  `${agency}\n${year}年度部门决算\n支出合计 ${amount} 万元\n`;

function outlineOf(source: ReportText): Outline {
  const [agencyName = "", title = ""] = source.text.split("\n");
  const year = /^(\d{4})年度/.exec(title)?.[1];
  if (year === undefined) {
    throw new ReportError(source.sourceName, 1, "no title was found.", "Put the title on top.");
  }
  return {
    title: agencyName + title,
    titleLine: 1,
    agencyName,
    fiscalYear: Number(year),
    kind: "final",
    publishedOn: null,
    disclosure: "narrative",
    parts: [],
  };
}

/** Steps that read the one figure of `reportText`: the real ones have tests of their own. */
export const plainSteps: CompileSteps = {
  readReport(source, directory) {
    const outline = outlineOf(source);
    const agency = agencyOf(outline.agencyName, directory);
    const reportId = `${agency.agency_id}-${outline.fiscalYear}-final`;
    const amount = /合计 (\S+)/.exec(source.text)?.[1] ?? "";
    const fact: FactRow = {
      fact_id: `${reportId}#L3.5`,
      report_id: reportId,
      fiscal_year: outline.fiscalYear,
      statement: "narrative",
      statement_no: null,
      origin: "narrative",
      row_no: 0,
      item: "expenditure.total",
      code: null,
      label: "支出合计",
      parent_label: null,
      measure: "final",
      column_label: "",
      value: amount.replaceAll(",", ""),
      precision: "0.01",
      unit: "万元",
      value_text: amount,
      unit_text: "万元",
      source_line: 3,
      source_from: 5,
      source_to: 5 + amount.length,
    };
    const lines = readLines(source.text);
    return { reportId, agency, outline, lines, facts: [fact], reasons: [], emptyTables: [], refused: [] };
  },
  audit: () => ({ findings: [], sheet: [], rules: [] }),
};

/** A file that a compile wrote. */
export interface OutputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Effects in memory: what was written and what was said. */
export function memoryEffects(files: Readonly<Record<string, string | Uint8Array>>) {
  const written: OutputFile[] = [];
  const events: CompileEvent[] = [];
  let writes = 0;
  const effects: CompileEffects = {
    read(path) {
      const content = files[path];
      if (content === undefined) return Promise.reject(new Error(`no file ${path}`));
      return Promise.resolve(typeof content === "string" ? new TextEncoder().encode(content) : content);
    },
    output() {
      const growing = new Map<string, Uint8Array[]>();
      const whole = (name: string): Uint8Array => Buffer.concat(growing.get(name) ?? []).subarray();
      return Promise.resolve({
        append(name, bytes) {
          growing.set(name, [...(growing.get(name) ?? []), bytes]);
          return Promise.resolve();
        },
        measure(name) {
          const bytes = whole(name);
          return Promise.resolve({ bytes: bytes.length, sha256: sha256(bytes) });
        },
        commit() {
          writes++;
          written.push(...[...growing.keys()].map((name) => ({ name, bytes: new Uint8Array(whole(name)) })));
          return Promise.resolve();
        },
        discard: () => Promise.resolve(),
      });
    },
    hash: (bytes) => Promise.resolve(sha256(bytes)),
    progress: (event) => events.push(event),
  };
  return { effects, written, events, writes: () => writes };
}
