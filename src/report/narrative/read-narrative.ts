import { pageFurniture } from "../page-furniture.ts";
import { paragraphsOf } from "../paragraphs.ts";
import type { DraftFact, DraftReason, Line, Outline, Part, Reading } from "../types.ts";
import { Compact } from "./compact.ts";
import { withGrandTotals } from "./grand-totals.ts";
import { headingOf, LONGEST_HEADING } from "./heading.ts";
import { openingOf } from "./openings.ts";
import { isIndicatorHeading, projectSubject } from "./projects.ts";
import { readParagraph } from "./reader.ts";
import { NO_SECTION, sectionOf } from "./section.ts";
import type { StockDate } from "./state.ts";
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
  const furniture = pageFurniture(lines);
  for (const part of outline.parts) {
    if (part.kind === "contents" || part.kind === "glossary") continue;
    const told = lines
      .slice(part.from - 1, part.to)
      .filter((line) => !tableLines.has(line.no) && !furniture.has(line.no) && !isRow(line.text))
      .filter((line) => line.no !== outline.titleLine || !isTitleAlone(line.text));
    readPart(told, part, outline, facts, reasons);
  }
  return { facts, reasons };
}

/** The title's line, unless the report goes on in it. */
const isTitleAlone = (text: string): boolean =>
  text.length <= LONGEST_TITLE &&
  /20\d{2}\s*年.*[预决]算.*(?:说明|公开|公示|报告)\s*$/.test(text) &&
  !/[，。；]|\d\s*[万亿]?元/.test(text);
const LONGEST_TITLE = 80;

/** A line with several filled cells: part of a table, whoever may have read it. */
function isRow(text: string): boolean {
  return text.includes("\t") && text.split("\t").filter((cell) => cell.trim() !== "").length > 1;
}

/** Reads one part paragraph by paragraph; headings say what the sentences below them speak of. */
function readPart(
  lines: readonly Line[],
  part: Part,
  outline: Outline,
  facts: DraftFact[],
  reasons: DraftReason[],
): void {
  const place = part.kind === "annex" ? ANNEX : NARRATIVE;
  const agencyNames = namesOf(outline.agencyName);
  const { fiscalYear, kind } = outline;
  let section = NO_SECTION;
  let main: readonly Subject[] = [];
  let project: Subject | null = null;
  let record: number | null = null;
  let counted: StockDate | null = null;
  const paragraphs = paragraphsOf(lines);
  const bodies = paragraphs.map(({ text }) => listedBody(text));
  for (const [index, paragraph] of paragraphs.entries()) {
    if (paragraph.text.length > LONGEST_HEADING && tellsNothing(paragraph.text)) continue;
    const compact = new Compact(paragraph);
    const heading = headingOf(compact);
    if (heading !== null) {
      if (!isIndicatorHeading(heading)) project = projectSubject(openingOf(heading, agencyNames).rest);
      section = sectionOf(heading, agencyNames, section);
      main = section.subjects;
      record = null;
      counted = null;
      continue;
    }
    if (tellsNothing(paragraph.text)) continue;
    const reading = readParagraph(compact, { fiscalYear, kind, agencyNames, section, main, project, record, counted });
    ({ main, project, record, counted } = reading);
    for (const told of withGrandTotals(reading.told)) {
      const body = bodies[index - 1] || bodies[index + 1] ? (bodies[index] ?? null) : null;
      const draft = ofBody(draftOf(told, place, facts.length), body);
      facts.push(draft);
      if (!isTemporaryStaff(told)) continue;
      facts.push({ ...draft, item: "headcount.temporary", parentLabel: null, rowNo: facts.length });
    }
    for (const reason of reading.reasons) {
      const { item, code, label } = reason.subject;
      reasons.push({ statement: place.statement, item, code, label, text: reason.text, sourceLine: reason.line });
    }
  }
}

/** «1.青禾县水利局本级，编制20人，实有19人；»: a list of bodies with the staff of each. */
const LISTED_BODY =
  /^\s*(?:\d{1,2}[.．、]|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,2})[)）]|[①-⑳])\s*([\u4e00-\u9fa5（）()]{3,40}?(?:局|委|办|厅|部|中心|站|所|队|院|校|园|馆|处|会|本级|机关)(?:[（(]本级[)）]|本级|机关)?)[，,：:、].{0,40}(?:编制|在职|实有)/;

const listedBody = (text: string): string | null =>
  text.length > LONGEST_HEADING ? null : (LISTED_BODY.exec(text)?.[1] ?? null);

/** The staff of one of several bodies is a part of the report's. */
function ofBody(draft: DraftFact, body: string | null): DraftFact {
  if (body === null || draft.parentLabel !== null || draft.item?.startsWith("headcount.") !== true) return draft;
  return { ...draft, parentLabel: body };
}

/** Places before an agency's own name, which its sentences leave out: 某县某镇人民政府 calls itself 某镇人民政府. */
const PLACES = /^(?:[\u4e00-\u9fa5]{2,8}?(?:省|自治区|市|自治州|地区|盟|州|县|区|旗))(?=[\u4e00-\u9fa5]{5,}$)/;

/** The agency's name and the shorter ones by which its sentences call it, longest first. */
function namesOf(agencyName: string): string[] {
  const bare = agencyName.replace(/[（(].{1,6}[)）]$/, "");
  const names = [agencyName, bare];
  for (let rest = bare.replace(PLACES, ""); rest !== names.at(-1); rest = rest.replace(PLACES, "")) names.push(rest);
  // 某市某区审计局 calls itself 区审计局.
  const short = /[市州县区旗省](?=[^省市州县区旗]{2,20}$)/.exec(bare);
  if (short !== null && short.index > 0) names.push(bare.slice(short.index));
  return [...new Set(names)];
}

const NARRATIVE = { statement: "narrative", origin: "narrative" } as const;
const ANNEX = { statement: "annex", origin: "annex" } as const;
/** A name alone, what the next sentence is about, is shorter. */
const LONGEST_NAME = 80;

/** Prose on duties and plans: no digit, no explanation, too long for a name. */
function tellsNothing(text: string): boolean {
  return text.length > LONGEST_NAME && !/\d|原因|主要(?:是|因为|由于)/.test(text);
}

type Place = Pick<DraftFact, "statement" | "origin">;

function draftOf(told: Told, { statement, origin }: Place, rowNo: number): DraftFact {
  const { item, code, label, parentLabel } = told.subject;
  const { measure, columnLabel, fiscalYear, amount, span } = told;
  return { statement, origin, rowNo, item, code, label, parentLabel, measure, columnLabel, fiscalYear, amount, span };
}

/** «自主聘用人员配备数量 … 实际完成 98 人»: an indicator that counts staff outside the establishment. */
function isTemporaryStaff({ subject, measure, amount }: Told): boolean {
  if (subject.item !== "project.indicator" || measure !== "actual" || amount.unit !== "人") return false;
  return /(?:自主(?:聘用|招聘)|编外|临聘|劳务派遣|聘用制|合同制).{0,6}(?:人员|职工|员工|用工)/.test(subject.label);
}
