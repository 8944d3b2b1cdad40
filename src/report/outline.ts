import { agencyNameOf } from "./agency-name.ts";
import { ReportError } from "./error.ts";
import { lostLineBreaks, type LostLineBreaks } from "./lost-line-breaks.ts";
import { contentsEnd, readParts } from "./parts.ts";
import type { Row } from "./tables/cells.ts";
import { isAmount, isFigure, rowOf } from "./tables/cells.ts";
import { rowGroups } from "./tables/row-groups.ts";
import {
  COVER_LINES,
  HeadingVotes,
  plainYears,
  titleOfCover,
  titleOfHeadings,
  titleWithKind,
  untoldTitleOf,
  type Title,
  type UntoldTitle,
} from "./title.ts";
import type { Line, Outline, Part, ReportText } from "./types.ts";
import { squeezed } from "./white-space.ts";

/** `2021 年 9 月 5 日` on the cover, as `2021-09-05`. */
function publicationDate(lines: readonly Line[]): string | null {
  for (const line of lines) {
    if (!line.text.includes("年") || !line.text.includes("日")) continue;
    const match = /^(20\d{2})年(\d{1,2})月(\d{1,2})日$/.exec(plainYears(squeezed(line.text)));
    if (match === null) continue;
    const [, year = "", month = "", day = ""] = match;
    if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) continue;
    return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  }
  return null;
}

/** So many rows with so many figures each are a table. */
const LEAST_ROWS = 3;
const LEAST_FIGURES = 2;

/** Whether rows of figures stand outside contents and annex; what is merely listed is not disclosed. */
function printsTables(lines: readonly Line[], parts: readonly Part[]): boolean {
  const silent = parts.filter(({ kind }) => kind === "contents" || kind === "annex" || kind === "glossary");
  const body = (no: number): boolean => {
    for (const part of silent) if (no >= part.from && no <= part.to) return false;
    return true;
  };
  const tabbed = tabbedRows(lines, body);
  // Most texts divide cells by tabs or blanks; only the others need the dearer look.
  return (
    holdsFigures(tabbed) ||
    holdsSpacedFigures(lines, body) ||
    holdsFigures([...rowGroups(lines, body).values()].flatMap(({ rows }) => rows))
  );
}

/** What only running text has. */
const SENTENCE = /[，。；：、！？]/;

/** Whether lines stand among the others that hold two amounts between blanks and nothing of a sentence. */
function holdsSpacedFigures(lines: readonly Line[], body: (no: number) => boolean): boolean {
  let found = 0;
  for (const { text, no } of lines) {
    if (!text.includes(".") || SENTENCE.test(text) || !body(no)) continue;
    if (text.split(/\s+/).filter(isAmount).length >= LEAST_FIGURES) found += 1;
    if (found >= LEAST_ROWS) return true;
  }
  return false;
}

function* tabbedRows(lines: readonly Line[], body: (no: number) => boolean): Iterable<Row> {
  for (const line of lines) if (line.text.includes("\t") && body(line.no)) yield rowOf(line);
}

function holdsFigures(rows: Iterable<Row>): boolean {
  let found = 0;
  for (const row of rows) {
    let figures = 0;
    for (const { text } of row.cells) if (isFigure(text)) figures += 1;
    if (figures >= LEAST_FIGURES) found += 1;
    if (found >= LEAST_ROWS) return true;
  }
  return false;
}

/** Whose report a text is, of which year and kind. */
export type Head = Pick<Outline, "title" | "titleLine" | "agencyName" | "fiscalYear" | "kind">;

function headOf({ text, line, year, kind, agencyName }: Title, named: string): Head {
  const title = agencyName === null ? `${named}${text}` : text;
  return { title, titleLine: line, agencyName: named, fiscalYear: year, kind };
}

/** What a title on the cover tells, which is all of it in most reports; else null, and more lines must be read. */
export function readCover(lines: readonly Line[]): Head | null {
  const title = titleOfCover(lines);
  return title === null || title.agencyName === null ? null : headOf(title, title.agencyName);
}

/** The title that the headings tell, or of which they tell the kind. */
function titleBeside(text: ReportText, lines: readonly Line[]): Title | null {
  const votes = new HeadingVotes(lines);
  const untold = untoldTitleOf(lines);
  // «2023年信息公开» without a name may be a column of the web page.
  if (untold === null || (untold.agencyName ?? untold.place) === null) return titleOfHeadings(votes);
  const title = titleWithKind(untold, votes);
  if (title === null) throw ofUnknownKind(text, untold, votes);
  return title;
}

function ofUnknownKind(
  text: ReportText,
  untold: UntoldTitle,
  { told: { finals, budgets } }: HeadingVotes,
): ReportError {
  const counted = [["决算", finals] as const, ["预算", budgets] as const].map(([word, vote]) =>
    vote === null ? `${word} nowhere` : `${word} ${vote.count} × (first in line ${vote.line})`,
  );
  return new ReportError(
    text.sourceName,
    untold.line,
    `the title «${untold.text}» names neither 决算 nor 预算, and names of tables and headings do not settle it: they name ${counted.join(" and ")}, where four of five should name one.`,
    `Name the kind in the title, such as «${untold.agencyName ?? untold.place ?? "某某局"} ${untold.year}年度部门决算».`,
  );
}

function withoutLineBreaks(text: ReportText, { line, characters, holdsTables }: LostLineBreaks): ReportError {
  return new ReportError(
    text.sourceName,
    line,
    `the text has lost its line breaks: its ${characters} characters stand on one line, where ${holdsTables ? "no row of a table ends" : "no heading can be told from its sentence"}.`,
    "Take the text out of the document again so that each heading and each row (or cell) of a table is a line of its own.",
  );
}

/**
 * @throws ReportError when neither a title nor the headings name a year and 决算 or 预算, when they do not agree, or when
 * no agency's name can be found.
 */
export function readHead(text: ReportText, lines: readonly Line[]): Head {
  const told = readCover(lines);
  if (told !== null) return told;
  const title = titleOfCover(lines) ?? titleBeside(text, lines);
  if (title === null) {
    const lost = lostLineBreaks(lines);
    if (lost !== null) throw withoutLineBreaks(text, lost);
    throw new ReportError(
      text.sourceName,
      lines.length === 0 ? null : 1,
      lines.every((line) => line.text.trim() === "")
        ? "the file is empty; expected the text of a 部门决算 or 部门预算."
        : "no recognisable title: expected a line such as «某某局 2020年度部门决算» near the top, or headings with year and 决算 or 预算.",
      "Check that this is the report itself, and add a first line with the agency's name, the year and 部门决算 or 部门预算.",
    );
  }
  const agencyName = title.agencyName ?? agencyNameOf(lines) ?? title.place;
  if (agencyName === null) {
    throw new ReportError(
      text.sourceName,
      title.line,
      `found «${title.text}» but no name of an agency, in the title, in a line «部门：…» or in a heading.`,
      "Add a first line with the agency's full name, such as «某某市社会保险中心 2020年度部门决算».",
    );
  }
  return headOf(title, agencyName);
}

/**
 * What the report says about itself.
 *
 * @throws ReportError as `readHead`, and when a text with tables has lost its line breaks.
 */
export function readOutline(text: ReportText, lines: readonly Line[]): Outline {
  const head = readHead(text, lines);
  const lost = lostLineBreaks(lines);
  // Sentences are read on one line as well; the figures of a table would be taken for theirs.
  if (lost?.holdsTables === true) throw withoutLineBreaks(text, lost);
  const parts = readParts(lines);
  return {
    ...head,
    publishedOn: publicationDate(lines.slice(0, Math.min(contentsEnd(lines, parts), COVER_LINES))),
    disclosure: printsTables(lines, parts) ? "tables" : "narrative",
    parts,
  };
}
