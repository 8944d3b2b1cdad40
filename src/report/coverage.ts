import { halfWidth } from "../domain/amount.ts";
import { inHalfWidth } from "../domain/half-width.ts";
import { pageFurniture } from "./page-furniture.ts";
import type { Report } from "./read-report.ts";
import type { Row } from "./tables/cells.ts";
import { bodyOf, rowGroups } from "./tables/row-groups.ts";

/** Why a printed number is no figure. */
export const LEFT_OUT = [
  "contents",
  "glossary",
  "page",
  "markup",
  "date",
  "document",
  "table_number",
  "code",
  "phone",
  "line_number",
  "ordinal",
  "threshold",
  "scoring",
  "title",
  "line_break",
] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

/** A printed number that is neither a fact nor known to be no figure. */
export interface Unexplained {
  readonly line: number;
  readonly text: string;
  /** The characters around it. */
  readonly context: string;
}

/** What became of the numbers of one report. */
export interface Coverage {
  readonly reportId: string;
  /** Numbers in the text. */
  readonly numbers: number;
  /** Numbers that are facts: a number with two facts counts once. */
  readonly covered: number;
  readonly facts: number;
  readonly leftOut: Readonly<Record<LeftOut, number>>;
  readonly unexplained: readonly Unexplained[];
}

const NUMBER = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/g;
const CONTEXT = 16;
/** Where a whole report stands on one line, what is behind its title is no part of it. */
const LONGEST_TITLE = 120;

/** A number with the characters around it. */
interface Place {
  readonly text: string;
  readonly before: string;
  readonly after: string;
}

type Test = (place: Place) => boolean;

function isPhone({ text, before, after }: Place): boolean {
  if (/^\d{3,4}$/.test(text)) return /^[-—]\d{7,8}(?!\d)/.test(after);
  return /^\d{7,8}$/.test(text) && /\d{3,4}[-—]$/.test(before);
}

function isDate({ text, before, after }: Place): boolean {
  if (/^\s*(?:年|月|日|季度)/.test(after)) return true;
  if (/^(?:19|20)\d{2}$/.test(text) && !/^\s*(?:万|亿|元|人|个|%)/.test(after)) return true;
  if (!/^\d{1,2}$/.test(text)) return false;
  return /^\s*[-—~至]{1,2}\s*\d{1,2}\s*(?:[月日]|季度)/.test(after) || /20\d{2}[-./]\s*(?:\d{1,2}[-./])?$/.test(before);
}

/** Marks that say what a number is wherever it stands; the first that holds decides. */
const MARKS: readonly (readonly [LeftOut, Test])[] = [
  [
    "markup",
    ({ before, after }) =>
      /(?:\[bookmark:[^\]]*|<[^>]*|&#|#[a-z]*|[A-Za-z_])$/i.test(before) || /^[A-Za-z_]/.test(after),
  ],
  ["phone", isPhone],
  ["code", ({ before }) => /(?:编码|代码|邮编)[:：]?\s*$/.test(before)],
  // `305001东山市公路局 |`: the code of a budget unit before its name.
  [
    "code",
    ({ text, before, after }) =>
      /^\d{3,9}$/.test(text) &&
      before.trim() === "" &&
      /^[\u4e00-\u9fa5（）()]{3,30}(?:局|委|委员会|中心|站|所|队|院|校|学|园|馆|处|室|厅|部|会|社|政府)\s*(?:\||$)/.test(
        after,
      ),
  ],
  [
    "table_number",
    ({ before, after }) =>
      /(?:公开|财决|[预决]算|附?表|附件|GK|Z)\s*(?:\d{1,2}[-—])?$/i.test(before) &&
      (/^\s*(?:表|[-—]\d|[:：、]|$|\s)/.test(after) || /表\s*(?:\d{1,2}[-—])?$/.test(before)),
  ],
  [
    "document",
    ({ before, after }) => (/[〔[【(（]\s*$/.test(before) && /^\s*[〕\]】]/.test(after)) || /^\s*号/.test(after),
  ],
  ["date", isDate],
  [
    "threshold",
    ({ before, after }) =>
      /^\s*(?:[-—~至]\s*\d{1,3}\s*)?周?[岁歲]/.test(after) ||
      /^\s*(?:万元|元|百元|个|人|%|分)?\s*(?:[(（][^)）]{0,6}[)）])?(?:及|或)?(?:以上|以下|以内)|^[(（](?:不?含)[)）]/.test(
        after,
      ) ||
      /(?:单价|单位价值|价值)\s*$/.test(before),
  ],
  [
    "scoring",
    ({ before, after }) =>
      /[×*÷/=＝≥≤><]\s*$/.test(before) ||
      /(?:计|扣|得|加|等于|大于|小于|满分)\s*$/.test(before) ||
      /^\s*[×*÷]/.test(after),
  ],
  [
    "ordinal",
    ({ text, before, after }) =>
      /^\d{1,3}$/.test(text) &&
      (/(?:第|指标|项目|之|其中[:：]?)\s*$/.test(before) ||
        // «专技6级1人»: the grade of a post.
        /^\s*级(?!别)/.test(after) ||
        /^\s*(?:[、.．)）](?!\d)|[:：])/.test(after)),
  ],
];

/**
 * The numbers of a report and what became of each: a fact, a number left out for a reason, or
 * unexplained. Linear in the text.
 */
export function coverageOf(printed: Report): Coverage {
  const report = { ...printed, lines: inHalfWidth(printed.lines) };
  const { outline, lines, facts } = report;
  const spans = new Map<number, { from: number; to: number }[]>();
  for (const { source_line: line, source_from: from, source_to: to } of facts) {
    const known = spans.get(line) ?? [];
    known.push({ from, to });
    spans.set(line, known);
  }
  const kinds = new Map(
    outline.parts.flatMap((part) =>
      Array.from({ length: part.to - part.from + 1 }, (_, at) => [part.from + at, part.kind] as const),
    ),
  );
  const cells = numbersAsCells(report);
  const furniture = pageFurniture(lines);
  const leftOut: Record<LeftOut, number> = {
    contents: 0,
    glossary: 0,
    page: 0,
    markup: 0,
    date: 0,
    document: 0,
    table_number: 0,
    code: 0,
    phone: 0,
    line_number: 0,
    ordinal: 0,
    threshold: 0,
    scoring: 0,
    title: 0,
    line_break: 0,
  };
  const unexplained: Unexplained[] = [];
  let numbers = 0;
  let covered = 0;
  for (const line of lines) {
    const text = halfWidth(line.text);
    for (const match of text.matchAll(NUMBER)) {
      numbers += 1;
      const [from, to] = [match.index, match.index + match[0].length];
      if (spans.get(line.no)?.some((span) => span.from < to && from < span.to) === true) {
        covered += 1;
        continue;
      }
      const place: Place = {
        text: match[0],
        before: text.slice(Math.max(0, from - CONTEXT * 4), from),
        after: text.slice(to, to + CONTEXT * 2),
      };
      const kind = kinds.get(line.no);
      const inTable = cells.inside.has(line.no) || cells.found.has(`${line.no}.${from}`);
      const why =
        kind === "contents" || kind === "glossary"
          ? kind
          : furniture.has(line.no) && !inTable
            ? "page"
            : (cells.found.get(`${line.no}.${from}`) ??
              (furniture.has(line.no) ? "line_number" : null) ??
              (cells.inside.has(line.no) || /^\s*栏次/.test(text) ? wholeToken(place) : null) ??
              markOf(place) ??
              (line.no === outline.titleLine && from < LONGEST_TITLE ? "title" : null) ??
              (isCut(lines, line.no, from, to) ? "line_break" : null) ??
              (numbersList(lines, line.no, from) ? "ordinal" : null));
      if (why === null) {
        const context = line.text.slice(Math.max(0, from - CONTEXT), to + CONTEXT).trim();
        unexplained.push({ line: line.no, text: match[0], context });
      } else {
        leftOut[why] += 1;
      }
    }
  }
  return { reportId: report.reportId, numbers, covered, facts: facts.length, leftOut, unexplained };
}

/** `1 某某局本级`, `2 某某中心`, `3“教育支出”16.40万元`: a number that its line begins with and that counts lines. */
const NUMBERED = /^\s*(\d{1,3})\s+[\u4e00-\u9fa5]/;

function numbersList(lines: Report["lines"], no: number, from: number): boolean {
  const numberOf = (line: number): number => Number(NUMBERED.exec(halfWidth(lines[line - 1]?.text ?? ""))?.[1] ?? NaN);
  const own = numberOf(no);
  const text = lines[no - 1]?.text ?? "";
  if (text.slice(0, from).trim() !== "") return false;
  if (/^\d{1,2}\s*[“"]/.test(text.slice(from))) return true;
  return numberOf(no - 1) === own - 1 || numberOf(no + 1) === own + 1;
}

/** What only running text has. */
const SENTENCE = /[，。；：、]/;

/** Whether a line break of running text cuts the number in two: no span of one line holds it. */
function isCut(lines: Report["lines"], no: number, from: number, to: number): boolean {
  const [before = "", own = "", after = ""] = [no - 2, no - 1, no].map((index) => lines[index]?.text ?? "");
  if (!SENTENCE.test(own)) return false;
  const goesOn = /^[\d.,]*\s*$/.test(own.slice(to)) && /^\s*[\d.,]/.test(after) && SENTENCE.test(after);
  return goesOn || (own.slice(0, from).trim() === "" && /[\d.,]\s*$/.test(before) && SENTENCE.test(before));
}

/** A number that stands apart in a row of a table and is no fact: a code, a number of a line or column. */
function wholeToken({ text, before, after }: Place): LeftOut | null {
  if (/^\s*栏次[\s\d]*$/.test(before)) return "line_number";
  if (!/(?:^|\s)$/.test(before) || !/^(?:\s|$)/.test(after)) return null;
  if (/^[235]\d{2}(?:\d{2}){0,2}$/.test(text)) return "code";
  // `208 01 09 318602 社会保险经办机构`: the body's code behind that of the class.
  if (/^\d{4,9}$/.test(text) && /^\s*\d{2,3}(?:\s+\d{2}){0,2}\s+$/.test(before)) return "code";
  // `305601 某某中心 916.98`: a budget unit's row among those of classes.
  if (/^\d{6}$/.test(text) && before.trim() === "" && /^\s+[\u4e00-\u9fa5]/.test(after)) return "code";
  return /^\d{1,3}$/.test(text) ? "line_number" : null;
}

function markOf(place: Place): LeftOut | null {
  const { text, before, after } = place;
  if (/^[235]\d{2}(?:\d{2}){0,2}$/.test(text)) {
    const bracketed = /[(（]$/.test(before) && /^[类款项]?[)）]/.test(after);
    const behind = /[(（][类款项][)）]$/.test(before) && /^[。，:：]/.test(after);
    const leads =
      /(?:^|\t)\s*$/.test(before) && /^\s?(?![万亿元人个辆户家次批台套分名件条])[\u4e00-\u9fa5]/.test(after);
    // «（一）2130301-行政运行650.00万元»
    const joined = text.length > 3 && /^[-—–－][\u4e00-\u9fa5]/.test(after);
    if (bracketed || leads || joined || behind) return "code";
  }
  return MARKS.find(([, test]) => test(place))?.[0] ?? null;
}

/** Cells that are one whole number and no fact: line and column numbers, codes. */
function numbersAsCells({ lines, outline }: Report): Cells {
  const found = new Map<string, LeftOut>();
  const inside = new Set<number>();
  const groups = rowGroups(lines, bodyOf(outline.parts));
  let above: Row | null = null;
  for (const [first, { rows, end, weak }] of groups) {
    if (!weak) for (let no = first; no <= end; no += 1) inside.add(no);
    for (const row of rows) {
      row.cells.forEach((cell, column) => {
        const at = cell.raw.search(/\d/);
        if (at === -1) return;
        const why = wholeNumber(row, above, column);
        if (why !== null) found.set(`${cell.line}.${cell.from + at}`, why);
      });
      above = row;
    }
  }
  return { found, inside };
}

interface Cells {
  readonly found: ReadonlyMap<string, LeftOut>;
  /** Lines of tables that are written one cell a line. */
  readonly inside: ReadonlySet<number>;
}

/** 款 or 项 of a code that is split into columns and printed without what is above it: ` | 05 | | 养老支出`. */
function isSplitCode({ cells }: Row, column: number, text: string): boolean {
  if (column === 0 || !/^\d{2}$/.test(text)) return false;
  const after = cells.slice(column + 1).find((cell) => cell.text !== "");
  return (
    cells.slice(0, column).every((cell) => cell.text === "" || /^\d{2,3}$/.test(cell.text)) &&
    after !== undefined &&
    /^(?:\d{2}$|[\u4e00-\u9fa5])/.test(after.text)
  );
}

/** A code, or a number that counts on from the cell before it or above it. */
function wholeNumber(row: Row, above: Row | null, column: number): LeftOut | null {
  const text = halfWidth(row.cells[column]?.text ?? "");
  if (/^(?:[235]\d{2}(?:\d{2}){0,2}|[A-Z]?\d{6,}[A-Z\d]*)$/.test(text)) return "code";
  // `215006-某某市社会保险中心`, `31-部门项目`
  if (/^\d{2,9}[-—][\u4e00-\u9fa5]/.test(text)) return "code";
  const before = row.cells[column - 1]?.text ?? "";
  if (
    /^\d{2}$/.test(text) &&
    row.cells.slice(Math.max(0, column - 3), column).some((cell) => /^[235]\d{2}$/.test(cell.text))
  )
    return "code";
  if (isSplitCode(row, column, text)) return "code";
  // `611 | 某某乡人民政府`, the code of a budget unit; `1 | 保洁服务`, a row that its table numbers.
  if (column === 0 && /^[\u4e00-\u9fa5]/.test(row.cells[1]?.text ?? "")) {
    if (/^\d{3}$/.test(text)) return "code";
    if (text === "1") return "line_number";
  }
  if (column === 0 && text === "1" && /^(?:栏次|序号|行次)$/.test(above?.cells[0]?.text ?? "")) return "line_number";
  const digits = /^(?:金额|项目栏?|栏次)?[(（]?(\d{1,3})[)）]?(?:=.*)?$/.exec(text)?.[1];
  if (digits === undefined) return null;
  const number = Number(digits);
  const near = [before, row.cells[column + 1]?.text, above?.cells[column]?.text].map((other) =>
    other !== undefined && /^[(（]?\d{1,3}[)）]?$/.test(other) ? Number(other.replace(/[（()）]/g, "")) : null,
  );
  const counts = near[0] === number - 1 || near[1] === number + 1 || near[2] === number - 1;
  // The first line number of a column stands alone; words stand before it, as «栏次 1» or «一、收入 1».
  const begins = before !== "" && !/\d/.test(before);
  const numbered = row.cells.some((cell) => cell.text === "栏次");
  return counts || begins || numbered || text !== digits ? "line_number" : null;
}
