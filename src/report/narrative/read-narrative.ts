import type { StatementId } from "../../domain/statements.ts";
import { paragraphsOf } from "../paragraphs.ts";
import type { DraftFact, DraftReason, Line, Outline, Part, Reading } from "../types.ts";
import { headingOf } from "./heading.ts";
import { isIndicatorHeading } from "./projects.ts";
import { readParagraph } from "./reader.ts";
import { NO_SECTION, sectionOf } from "./section.ts";
import type { Subject } from "./subject.ts";
import type { Told } from "./told.ts";

/**
 * Reads everything that the report tells in sentences: narrative, the overview's sentences on staff,
 * notes beneath tables, evaluation reports in the annex.
 *
 * @param tableLines numbers of lines that were read as tables; they are passed over.
 */
export function readNarrative(lines: readonly Line[], outline: Outline, tableLines: ReadonlySet<number>): Reading {
  const facts: DraftFact[] = [];
  const reasons: DraftReason[] = [];
  for (const part of outline.parts) {
    if (part.kind === "contents" || part.kind === "glossary") continue;
    const told = lines.slice(part.from - 1, part.to).filter((line) => !tableLines.has(line.no) && !isRow(line.text));
    readPart(told, part, outline, facts, reasons);
  }
  return { facts, reasons };
}

/** A line with several filled cells: part of a table, whoever may have read it. */
function isRow(text: string): boolean {
  return text.split("\t").filter((cell) => cell.trim() !== "").length > 1;
}

function readPart(
  lines: readonly Line[],
  part: Part,
  outline: Outline,
  facts: DraftFact[],
  reasons: DraftReason[],
): void {
  const statement: StatementId = part.kind === "annex" ? "annex" : "narrative";
  const origin = part.kind === "annex" ? "annex" : "narrative";
  const agencyNames = [outline.agencyName, outline.agencyName.replace(/[（(].{1,6}[)）]$/, "")];
  let section = NO_SECTION;
  let main: readonly Subject[] = [];
  let project: Subject | null = null;
  for (const paragraph of paragraphsOf(lines)) {
    const heading = headingOf(paragraph);
    if (heading !== null) {
      if (!isIndicatorHeading(heading)) project = null;
      section = sectionOf(heading, agencyNames, section);
      main = section.subjects;
      if (/\d\s*[:：]/.test(heading) === false) {
        const named = readParagraph(paragraph, {
          fiscalYear: outline.fiscalYear,
          kind: outline.kind,
          agencyNames,
          section,
          main,
          project,
        });
        project = named.project;
      }
      continue;
    }
    const reading = readParagraph(paragraph, {
      fiscalYear: outline.fiscalYear,
      kind: outline.kind,
      agencyNames,
      section,
      main,
      project,
    });
    ({ main, project } = reading);
    for (const told of reading.told) {
      facts.push(draftOf(told, facts.length));
      if (isTemporaryStaff(told))
        facts.push({ ...draftOf(told, facts.length), item: "headcount.temporary", parentLabel: null });
    }
    for (const reason of reading.reasons) {
      const { item, code, label } = reason.subject;
      reasons.push({ statement, item, code, label, text: reason.text, sourceLine: reason.line });
    }
  }

  function draftOf(told: Told, rowNo: number): DraftFact {
    const { item, code, label, parentLabel } = told.subject;
    return {
      statement,
      origin,
      rowNo,
      item,
      code,
      label,
      parentLabel,
      measure: told.measure,
      columnLabel: told.columnLabel,
      fiscalYear: told.fiscalYear,
      amount: told.amount,
      span: told.span,
    };
  }
}

/** «自主聘用人员配备数量 … 实际完成 98 人»: an indicator that counts staff outside the establishment. */
function isTemporaryStaff({ subject, measure, amount }: Told): boolean {
  if (subject.item !== "project.indicator" || measure !== "actual" || amount.unit !== "人") return false;
  return /(?:自主(?:聘用|招聘)|编外|临聘|劳务派遣|聘用制|合同制).{0,6}(?:人员|职工|员工|用工)/.test(subject.label);
}
