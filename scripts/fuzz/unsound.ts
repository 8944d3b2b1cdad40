import { audit } from "../../src/audit/index.ts";
import type { FactRow } from "../../src/domain/records.ts";
import { BatchBuilder } from "../../src/compile/batch.ts";
import { identityOf } from "../../src/compile/source.ts";
import type { CompiledReport } from "../../src/compile/steps.ts";
import { ReportError, readReport, type Report } from "../../src/report/index.ts";

/** What a fact is about: two facts of one printing must differ in it. */
function keyOf(fact: FactRow): string {
  const named = fact.item === null || fact.item === "project" || fact.item === "project.indicator";
  return [fact.item, fact.code, fact.measure, fact.fiscal_year, named ? fact.label : ""].join("|");
}

/** What is wrong with the facts of a report, whatever its text. */
function unsoundFacts({ facts, lines }: Report): string[] {
  const problems: string[] = [];
  const ids = new Set<string>();
  const keys = new Set<string>();
  const ends = new Map<number, FactRow>();
  for (const fact of facts) {
    const { fact_id: id, source_line: line, source_from: from, source_to: to } = fact;
    if (ids.has(id)) problems.push(`${id}: the id is used twice`);
    ids.add(id);
    if (lines[line - 1]?.text.slice(from, to) !== fact.value_text) problems.push(`${id}: its span holds other text`);
    if ((fact.value === null) !== (fact.value_text === ""))
      problems.push(`${id}: a value without digits, or digits without a value`);
    if (fact.value !== null && !/^-?\d{1,12}(?:\.\d{1,6})?$/.test(fact.value))
      problems.push(`${id}: ${fact.value} is no decimal of the column`);
    const key = `${line}.${from}|${keyOf(fact)}`;
    if (fact.value !== null && keys.has(key)) problems.push(`${id}: counted twice as ${key}`);
    keys.add(key);
    const before = ends.get(line);
    // Facts come in printed order: what overlaps the last one without being it counts digits twice.
    if (before !== undefined && from < before.source_to && (from !== before.source_from || to !== before.source_to)) {
      problems.push(`${id}: overlaps ${before.fact_id}`);
    }
    if (fact.value !== null) ends.set(line, fact);
  }
  return problems;
}

function compiled(report: Report, sourceName: string): CompiledReport {
  const { outline } = report;
  return {
    ...report,
    report: {
      report_id: report.reportId,
      agency_id: identityOf(sourceName, report).agency.agency_id,
      fiscal_year: outline.fiscalYear,
      report_kind: outline.kind,
      title: outline.title,
      published_on: outline.publishedOn,
      disclosure: outline.disclosure,
      source_name: sourceName,
      source_sha256: "",
      source_lines: report.lines.length,
    },
  };
}

/** What is wrong with the findings on reports of one agency. */
function unsoundFindings(reports: readonly CompiledReport[]): string[] {
  const problems: string[] = [];
  const factIds = new Set(reports.flatMap(({ facts }) => facts.map((fact) => fact.fact_id)));
  const ids = new Set<string>();
  const outcome = audit(reports);
  for (const finding of outcome.findings) {
    const { finding_id: id } = finding;
    if (ids.has(id)) problems.push(`${id}: the id is used twice`);
    ids.add(id);
    if (finding.fact_ids.some((fact) => !factIds.has(fact))) problems.push(`${id}: a fact of nowhere`);
    if (/\{\w+\}|undefined|NaN/.test(finding.message_zh + finding.message_en))
      problems.push(`${id}: ${finding.message_zh}`);
  }
  for (const row of outcome.sheet) {
    if (row.failed + row.rounding > row.checked) problems.push(`${row.rule_id}: more failures than checks`);
  }
  // Every row must fit its column.
  const builder = new BatchBuilder({ readReport, audit: () => outcome }, []);
  builder.add([reports], true);
  builder.take();
  return problems;
}

/**
 * What a text makes the compiler do wrong: nothing for a sound report, and nothing where it is
 * refused as a report. Anything else it throws goes to the caller.
 */
export function unsound(text: string, other: string | null = null): string[] {
  const reports: CompiledReport[] = [];
  const problems: string[] = [];
  for (const one of other === null ? [text] : [text, other]) {
    try {
      const report = readReport({ sourceName: "mutated.txt", text: one }, { agencies: [] });
      problems.push(...unsoundFacts(report));
      reports.push(compiled(report, "mutated.txt"));
    } catch (error) {
      if (!(error instanceof ReportError)) throw error;
    }
  }
  const [first, second] = reports;
  // Rules between reports want another one of the same agency; one report is never held against itself.
  if (first !== undefined && second !== undefined && first.reportId !== second.reportId) {
    const agency_id = first.report.agency_id;
    problems.push(...unsoundFindings([first, { ...second, report: { ...second.report, agency_id } }]));
  } else if (first !== undefined) problems.push(...unsoundFindings([first]));
  return problems;
}
