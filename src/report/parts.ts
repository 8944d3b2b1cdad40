import { squeezed } from "./white-space.ts";
import { headingText, isTableName, mayHeadWith, statementOfName } from "./tables/names.ts";
import type { Line, Part, PartKind } from "./types.ts";

interface Heading {
  readonly line: number;
  readonly number: number;
  readonly title: string;
}

const CHINESE_NUMBERS = "一二三四五六七八九十";

/**
 * A part's heading; its title may follow on the next line.
 *
 *     ### **第三部分 2021年度部门决算情况说明**
 *             ^   ^^^^^^^^^^^^^^^^^^^^
 */
const PART = /^第([一二三四五六七八九十]|\d{1,2})(?:部分|章|篇)[：:、]?(.*)$/;
/** The same where an outline has no 第…部分: `二、2022年度部门决算公开表`. */
const NUMBERED_PART =
  /^([一二三四五六七八九十])、((?:.{0,40}(?:部门|单位))?(?:概况|基本情况)|(?=.*(?:[预决]算|部门|单位)).{0,40}(?:公开表|报表|[预决]算表)|.{0,40}[预决]算(?:公开)?情况说明|(?:专业)?(?:名词|术语)解释|附件|附表)$/;
/** A glossary wherever it stands: its numbers explain and count nothing. */
const GLOSSARY =
  /^(?:[（(]?[一二三四五六七八九十]{1,3}[）)、]|\d{1,2}[.、])?(?:相关)?(?:专业性?较?强?的?)?(?:名词|术语)(?:解释|说明)[:：]?$/;
/** What stands behind a glossary without a number: `2023年单位预算编制说明`, `2023年单位财务收支预算总表`. */
const AFTER_GLOSSARY = /^20\d{2}年度?[\u4e00-\u9fa5“”]{0,24}(?:[决预]算(?:编制|情况)?说明|[决预]算(?:总|明细)?表)$/;
const TOP_HEADING = /^[一二三四五六七八九十]{1,3}、/;
const ATTACHED = /^附(?:件|表|录)(?:[一二三四五六七八九十\d]{1,2})?(?:[:：].*|)$/;

const KINDS: readonly (readonly [RegExp, PartKind])[] = [
  [/名词|术语/, "glossary"],
  [/附表/, "tables"],
  [/附件|附录/, "annex"],
  [/说明|分析/, "narrative"],
  [/表/, "tables"],
  [/概况|概述|简介|基本情况|职能|职责/, "overview"],
];

function kindOf(title: string): PartKind {
  return KINDS.find(([pattern]) => pattern.test(title))?.[1] ?? "narrative";
}

/** A heading that only the contents print: with leaders, a page number or a link behind it. */
const LISTED = /(?:[.．…·]{3,}|\t)\s*[（(]?\s*\d{0,3}\s*[)）]?\s*$|\]\([^)]*\)\s*$/;

/** @param beginnings the characters of which every heading of the pattern begins with one. */
function headingsOf(lines: readonly Line[], pattern: RegExp, beginnings: string): Heading[] {
  const headings: Heading[] = [];
  lines.forEach((line, index) => {
    if (line.text.length > 240 || !mayHeadWith(beginnings, line.text) || !/[部章篇概表说解附]/.test(line.text)) return;
    const match = pattern.exec(headingText(line.text));
    if (match === null) return;
    const [, number = "", rest = ""] = match;
    if (rest.length > 50 || /[。；]/.test(rest)) return;
    const following = lines.slice(index + 1, index + 5).filter((next) => next.text.trim() !== "");
    const title = rest === "" ? headingText(following[0]?.text ?? "") : rest;
    headings.push({
      line: line.no,
      number: CHINESE_NUMBERS.includes(number) ? CHINESE_NUMBERS.indexOf(number) + 1 : Number(number),
      title: `第${number}部分 ${title}`.slice(0, 60),
    });
  });
  return headings;
}

/** The headings of the body: those of the table of contents come first and start again at one. */
function bodyHeadings(lines: readonly Line[]): Heading[] {
  const headings = headingsOf(lines, PART, "第");
  if (headings.length >= 2) return withoutContents(lines, headings);
  const numbered = withoutContents(lines, headingsOf(lines, NUMBERED_PART, CHINESE_NUMBERS)).filter(
    (heading) => !LISTED.test(lines[heading.line - 1]?.text ?? ""),
  );
  const ascending = numbered.every(
    (heading, index) => index === 0 || heading.number > (numbered[index - 1]?.number ?? 0),
  );
  return numbered.length >= 3 && ascending ? numbered : withoutContents(lines, headings);
}

function withoutContents(lines: readonly Line[], headings: readonly Heading[]): Heading[] {
  const restart = headings.findIndex(
    (heading, index) => index > 0 && heading.number < (headings[index - 1]?.number ?? 0),
  );
  if (restart <= 0) return [...headings];
  const first = headings[0]?.line ?? 1;
  const last = headings[restart - 1]?.line ?? 1;
  const listed = lines.slice(first - 1, last);
  const prose = listed.filter((line) => line.text.length > 100).length;
  return prose <= 1 ? headings.slice(restart) : [...headings];
}

/** Line number of the last line before the body: cover and table of contents. */
export function contentsEnd(lines: readonly Line[], [first]: readonly Part[]): number {
  if (first?.kind === "contents") return first.to;
  if (first !== undefined && first.title !== "") return 0;
  return lines.findIndex((line) => line.text.length > 100);
}

/** The parts of the report in order; they cover all lines without overlap. */
export function readParts(lines: readonly Line[]): Part[] {
  const parts: Part[] = [];
  const total = lines.length;
  if (total === 0) return parts;
  const headings = bodyHeadings(lines);
  const [first] = headings;
  if (first === undefined) return divided(lines, { kind: "narrative", title: "", from: 1, to: total });
  if (first.line > 1) parts.push(...beforeHeadings(lines, first.line - 1));
  headings.forEach((heading, index) => {
    const to = (headings[index + 1]?.line ?? total + 1) - 1;
    parts.push(...divided(lines, { kind: kindOf(heading.title), title: heading.title, from: heading.line, to }));
  });
  return parts;
}

/** An amount as tables print it, with decimals or thousands: a table of contents has none. */
const AMOUNT = /(?:^|[^\d.．,，])\d{1,3}(?:[,，]\d{3})*[.．]\d{2}(?![\d.．%％])|\d{1,3}(?:[,，]\d{3})+(?!\d)/;
/** A table's name stands so many lines above its first amount at most. */
const HEADER_LINES = 24;
/** So many lines with amounts are a table. */
const LEAST_AMOUNTS = 4;

/** What stands before the first part's heading: the contents, and tables that no heading announces. */
function beforeHeadings(lines: readonly Line[], to: number): Part[] {
  const contents: Part = { kind: "contents", title: "目录", from: 1, to };
  const before = lines.slice(0, to);
  const amounts = before.filter(({ text }) => AMOUNT.test(text));
  const [first] = amounts;
  if (first === undefined || amounts.length < LEAST_AMOUNTS) return [contents];
  const names = before
    .slice(Math.max(0, first.no - HEADER_LINES), first.no - 1)
    .filter(({ text }) => isTableName(text));
  const begin = names.findLast(({ text }) => !LISTED.test(text))?.no ?? first.no;
  const tables: Part = { kind: "tables", title: "", from: begin, to };
  return begin === 1 ? [tables] : [{ ...contents, to: begin - 1 }, tables];
}

const namesGlossary = (text: string): boolean => text.includes("名词") || text.includes("术语");

/** A part without the glossary inside it, and a glossary without what is attached behind it. */
function divided(lines: readonly Line[], part: Part): Part[] {
  const found: Part[] = [];
  let open = part;
  const cut = (line: Line, kind: PartKind, title: string): void => {
    if (line.no > open.from) found.push({ ...open, to: line.no - 1 });
    open = { kind, title, from: line.no, to: part.to };
  };
  for (let at = part.from; at < part.to; at += 1) {
    const line = lines[at];
    if (line === undefined || line.text.length > 120) continue;
    if (part.kind === "annex") {
      if (open.kind === "annex" ? isStatement(lines, line) : isReportAttached(line)) {
        cut(line, open.kind === "annex" ? "tables" : "annex", part.title);
      }
      continue;
    }
    if (!(open.kind === "glossary" ? /[附、表明]/.test(line.text) : namesGlossary(line.text))) continue;
    const text = headingText(line.text);
    if (open.kind !== "glossary") {
      if (GLOSSARY.test(text) && !LISTED.test(line.text)) cut(line, "glossary", text);
    } else if (ATTACHED.test(text)) {
      cut(line, attachedKind(lines, line), text);
    } else if (isCaptionedTable(lines, line)) {
      cut(line, "tables", text);
    } else if (part.kind !== "glossary" && TOP_HEADING.test(text) && /情况|说明|表$/.test(text)) {
      cut(line, part.kind, part.title);
    } else if (AFTER_GLOSSARY.test(text) && !LISTED.test(line.text)) {
      cut(line, /表$/.test(text) ? "tables" : "narrative", text);
    }
  }
  found.push(open);
  return found;
}

/** Tables that follow a glossary without a heading: the name of a statement, its number and unit below it. */
function isCaptionedTable(lines: readonly Line[], at: Line): boolean {
  if (!isTableName(at.text) || LISTED.test(at.text) || statementOfName(at.text) === null) return false;
  return lines
    .slice(at.no, at.no + 4)
    .some(({ text }) => text.length < 120 && /单\s*位\s*[:：]\s*[万百]?元/.test(text));
}

/** The report's own tables among what is attached: they are disclosed like those of the body. */
function isStatement(lines: readonly Line[], at: Line): boolean {
  return at.text.includes("算") && isCaptionedTable(lines, at) && !/绩效|自评/.test(at.text);
}

/** `附件2 2022年度项目支出绩效自评报告` behind the report's tables. */
function isReportAttached({ text }: Line): boolean {
  return /^\s*附(?:件|录)/.test(text) && /绩效|自评|评价|报告/.test(text);
}

/** What is attached is the report's tables where it begins with the name of one, else an annex. */
function attachedKind(lines: readonly Line[], at: Line): PartKind {
  const near = lines.slice(at.no - 1, at.no + 6).map((line) => squeezed(line.text));
  return near.some((text) => text.length < 60 && /(?:[预决]算(?:公开)?|收支|总体情况|公开\d{1,2})表/.test(text))
    ? "tables"
    : "annex";
}
