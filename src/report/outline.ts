import type { ReportKind } from "../domain/statements.ts";
import { agencyNameOf } from "./agency-name.ts";
import { ReportError } from "./error.ts";
import { contentsEnd, readParts } from "./parts.ts";
import type { Row } from "./tables/cells.ts";
import { isFigure, rowOf } from "./tables/cells.ts";
import { HEADING_LENGTH, headingText } from "./tables/names.ts";
import { rowGroups } from "./tables/row-groups.ts";
import type { Line, Outline, Part, ReportText } from "./types.ts";
import { squeezed } from "./white-space.ts";

/** How many lines before the table of contents a cover may have. */
const COVER_LINES = 40;
const CHINESE_DIGITS = "〇一二三四五六七八九";

/** What the cover or, failing that, the headings say. */
interface Title {
  readonly text: string;
  readonly line: number;
  readonly year: number;
  readonly kind: ReportKind;
  /** null where the title has no name in it. */
  readonly agencyName: string | null;
}

/** Digits of a year in one script: `二〇二〇年`, `２０２０年` become `2020年`. */
function plainYears(text: string): string {
  return text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[○Ｏ零]/g, "〇")
    .replace(/二〇[〇一二三四五六七八九]{2}(?=年)/g, (year) =>
      [...year].map((digit) => CHINESE_DIGITS.indexOf(digit)).join(""),
    );
}

/**
 * A title, its lines joined:
 *
 *     2020年度某某市社会保险服务中心部门决算      某某市社会保险中心2021年度部门预算公开
 *     ^^^^    ^^^^^^^^^^^^^^^^^^    ^^^^      ^^^^^^^^^^^^^^^^ ^^^^      ^^^^
 */
const TITLE =
  /^(?:(20\d{2})年度?)?(.*?)(?:关于)?(?:(?:公开|编制)?(20\d{2})年度?)?(?:的|本级|省级|市级|区级|县级)*(?:部门|单位|汇总|及|[（(](?:单位|部门)[)）])*(?:整体)?(?:收支)?(决算|预算)(?:公开|目录|信息|说明|编制|报告|情况|及|和|表|草案|文本|的|“?三公”?经费|批复)*》?(?:[（(](20\d{2})年度?[)）])?》?$/;

function readTitle(joined: string): Omit<Title, "line"> | null {
  const match = TITLE.exec(plainYears(joined));
  const year = match?.[1] ?? match?.[3] ?? match?.[5];
  if (match === null || year === undefined) return null;
  const name = (match[2] ?? "")
    .replace(/^[-—《\s]+|[《》\s]+$/g, "")
    .replace(/^关于/, "")
    .replace(/(?:部门|单位)$/, "");
  // What was joined to the title is no part of a name: `信息来源：…`, `一、…`.
  if (/[：:，。；、\d]/.test(name)) return null;
  return {
    text: joined,
    year: Number(year),
    kind: match[4] === "决算" ? "final" : "budget",
    agencyName: name.length >= 3 ? name : null,
  };
}

/** The first run of one to four cover lines that reads as a title. */
function titleOfCover(lines: readonly Line[]): Title | null {
  const cover = lines
    .slice(0, COVER_LINES)
    .map((line) => ({ line: line.no, text: headingText(line.text.slice(0, HEADING_LENGTH)) }))
    .filter((line) => line.text !== "");
  let best: Title | null = null;
  for (let start = 0; start < cover.length; start += 1) {
    if (/^目录$|第[一1]部分/.test(cover[start]?.text ?? "")) break;
    let joined = "";
    for (const line of cover.slice(start, start + 4)) {
      if (joined.length + line.text.length > 80) break;
      joined += line.text;
      const title = readTitle(joined);
      if (title === null) continue;
      const found = { ...title, line: cover[start]?.line ?? 1 };
      if (found.agencyName !== null) return found;
      best ??= found;
    }
  }
  return best;
}

/** Year and kind as most headings print them: `2020年度部门决算情况说明`. */
function titleOfHeadings(lines: readonly Line[]): Title | null {
  const votes = new Map<string, { count: number; line: number; text: string }>();
  for (const line of lines) {
    if (line.text.length > 200) continue;
    const text = plainYears(headingText(line.text));
    if (text.length > 45) continue;
    const match = /(20\d{2})年度?(?:部门|单位|本级|整体)*(?:收支|支出)?(决算|预算)/.exec(text);
    if (match === null) continue;
    const key = `${match[1]}${match[2]}`;
    const vote = votes.get(key) ?? { count: 0, line: line.no, text };
    vote.count += 1;
    votes.set(key, vote);
  }
  const [winner] = [...votes].sort((a, b) => b[1].count - a[1].count || a[1].line - b[1].line);
  if (winner === undefined) return null;
  const [key, vote] = winner;
  return {
    text: vote.text.replace(/^第.{1,3}部分/, ""),
    line: vote.line,
    year: Number(key.slice(0, 4)),
    kind: key.endsWith("决算") ? "final" : "budget",
    agencyName: null,
  };
}

/** `2021 年 9 月 5 日` on the cover, as `2021-09-05`. */
function publicationDate(lines: readonly Line[]): string | null {
  for (const line of lines) {
    const match = /^(20\d{2})年(\d{1,2})月(\d{1,2})日$/.exec(plainYears(squeezed(line.text)));
    if (match === null) continue;
    const [, year = "", month = "", day = ""] = match;
    if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) continue;
    return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  }
  return null;
}

/** Whether rows of figures stand outside contents and annex; what is merely listed is not disclosed. */
function printsTables(lines: readonly Line[], parts: readonly Part[]): boolean {
  const silent = new Set<number>();
  for (const part of parts) {
    if (part.kind !== "contents" && part.kind !== "annex" && part.kind !== "glossary") continue;
    for (let no = part.from; no <= part.to; no += 1) silent.add(no);
  }
  const body = (no: number): boolean => !silent.has(no);
  const tabbed = tabbedRows(lines, body);
  // Most texts divide cells by tabs; only the others need the dearer look.
  return holdsFigures(tabbed) || holdsFigures([...rowGroups(lines, body).values()].flatMap(({ rows }) => rows));
}

function* tabbedRows(lines: readonly Line[], body: (no: number) => boolean): Iterable<Row> {
  for (const line of lines) if (line.text.includes("\t") && body(line.no)) yield rowOf(line);
}

function holdsFigures(rows: Iterable<Row>): boolean {
  let found = 0;
  for (const row of rows) {
    if (row.cells.filter((cell) => isFigure(cell.text)).length >= 2) found += 1;
    if (found >= 3) return true;
  }
  return false;
}

/**
 * What the report says about itself.
 *
 * @throws ReportError when neither a title nor the headings name a year and 决算 or 预算, or when
 * no agency's name can be found.
 */
export function readOutline(text: ReportText, lines: readonly Line[]): Outline {
  const title = titleOfCover(lines) ?? titleOfHeadings(lines);
  if (title === null) {
    throw new ReportError(
      text.sourceName,
      lines.length === 0 ? null : 1,
      lines.every((line) => line.text.trim() === "")
        ? "the file is empty; expected the text of a 部门决算 or 部门预算."
        : "no recognisable title: expected a line such as «某某局 2020年度部门决算» near the top, or headings with year and 决算 or 预算.",
      "Check that this is the report itself, and add a first line with the agency's name, the year and 部门决算 or 部门预算.",
    );
  }
  const agencyName = title.agencyName ?? agencyNameOf(lines);
  if (agencyName === null) {
    throw new ReportError(
      text.sourceName,
      title.line,
      `found «${title.text}» but no name of an agency, in the title, in a line «部门：…» or in a heading.`,
      "Add a first line with the agency's full name, such as «某某市社会保险中心 2020年度部门决算».",
    );
  }
  const parts = readParts(lines);
  return {
    title: title.agencyName === null ? `${agencyName}${title.text}` : title.text,
    titleLine: title.line,
    agencyName,
    fiscalYear: title.year,
    kind: title.kind,
    publishedOn: publicationDate(lines.slice(0, Math.min(contentsEnd(lines, parts), COVER_LINES))),
    disclosure: printsTables(lines, parts) ? "tables" : "narrative",
    parts,
  };
}
