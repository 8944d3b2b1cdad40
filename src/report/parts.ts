import { headingText } from "./tables/names.ts";
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
const PART = /^第([一二三四五六七八九十]|\d{1,2})部分[：:]?(.*)$/;

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

function headingsOf(lines: readonly Line[]): Heading[] {
  const headings: Heading[] = [];
  lines.forEach((line, index) => {
    if (!line.text.includes("部分") || line.text.length > 240) return;
    const match = PART.exec(headingText(line.text));
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
  const headings = headingsOf(lines);
  const restart = headings.findIndex(
    (heading, index) => index > 0 && heading.number < (headings[index - 1]?.number ?? 0),
  );
  if (restart <= 0) return headings;
  const first = headings[0]?.line ?? 1;
  const last = headings[restart - 1]?.line ?? 1;
  const listed = lines.slice(first - 1, last);
  const prose = listed.filter((line) => line.text.length > 100).length;
  return prose <= 1 ? headings.slice(restart) : headings;
}

/** Line number of the last line before the body: cover and table of contents. */
export function contentsEnd(lines: readonly Line[]): number {
  const first = bodyHeadings(lines)[0];
  if (first !== undefined) return first.line - 1;
  return lines.findIndex((line) => line.text.length > 100);
}

/** The parts of the report in order; they cover all lines without overlap. */
export function readParts(lines: readonly Line[]): Part[] {
  const parts: Part[] = [];
  const total = lines.length;
  if (total === 0) return parts;
  const headings = bodyHeadings(lines);
  const [first] = headings;
  if (first === undefined) return [{ kind: "narrative", title: "", from: 1, to: total }];
  if (first.line > 1) parts.push({ kind: "contents", title: "目录", from: 1, to: first.line - 1 });
  headings.forEach((heading, index) => {
    const to = (headings[index + 1]?.line ?? total + 1) - 1;
    parts.push({ kind: kindOf(heading.title), title: heading.title, from: heading.line, to });
  });
  return parts;
}
