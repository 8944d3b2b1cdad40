import type { Line, Span } from "./types.ts";
import { isWhite, isWhiteText } from "./white-space.ts";

/** Running text put together again from lines that a page break or a hard wrap cut. */
export class Paragraph {
  readonly text: string;
  readonly #starts: readonly { readonly offset: number; readonly line: Line }[];

  constructor(lines: readonly Line[]) {
    let text = "";
    this.#starts = lines.map((line) => {
      const start = { offset: text.length, line };
      text += line.text;
      return start;
    });
    this.text = text;
  }

  /** The line number on which the paragraph begins. */
  get firstLine(): number {
    return this.#starts[0]?.line.no ?? 0;
  }

  /**
   * Where `[from, to)` of the joined text stands in the source. A figure never crosses a line in
   * practice; if it does, the span ends with the line it begins on.
   */
  span(from: number, to: number): Span {
    // A table without tabs may be one paragraph of thousands of lines: the last that begins at or before `from`.
    let at = 0;
    let last = this.#starts.length - 1;
    while (at < last) {
      const middle = (at + last + 1) >> 1;
      if ((this.#starts[middle]?.offset ?? 0) > from) last = middle - 1;
      else at = middle;
    }
    const start = from < 0 ? undefined : this.#starts[at];
    if (start === undefined) throw new RangeError(`offset ${from} lies outside the paragraph`);
    const column = from - start.offset;
    return { line: start.line.no, from: column, to: Math.min(column + (to - from), start.line.text.length) };
  }
}

/** Marks that end a sentence or a heading, and what may close behind them. */
const ENDS = "。；;！？!?";
const CLOSES = '"”』」）)';

/** `编制部门：某某局 金额单位：万元` above a table: no part of the sentence that follows the table. */
const UNIT_CAPTION = /单位[:：]\s*(?:人民币)?[百千万亿]{0,2}元\s*$/;
const LONGEST_CAPTION = 80;

/** Whether a line ends a sentence or a heading, so that the next line does not continue it. */
function isClosed(text: string): boolean {
  let last = text.length - 1;
  while (last >= 0 && isWhite(text.charCodeAt(last))) last -= 1;
  if (last < 0) return false;
  if (text.charAt(last) === "元" && text.length <= LONGEST_CAPTION) return UNIT_CAPTION.test(text);
  return (
    ENDS.includes(text.charAt(last)) ||
    (last > 0 && CLOSES.includes(text.charAt(last)) && ENDS.includes(text.charAt(last - 1)))
  );
}

/** A line that opens something new: a numbered heading or list entry, a bullet, a Markdown heading, a table row. */
const OPENS =
  /^\s*(?:#{1,6}\s|[-*]\s|\*\*|<b>|\[bookmark|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|[（(]\d{1,2}[）)]|\d{1,2}\s*[.．、](?!\d)|[①-⑳]|第[一二三四五六七八九十]部分|其中[：:]|注[:：]|说明[:：]|附件|指标\s*\d)/;
const opens = (text: string): boolean => text.includes("\t") || OPENS.test(text);

/** Marks of the extraction before a heading's own words. */
const MARKUP = /\[bookmark:[^\]]{0,80}\]|<\/?b>|\*{1,3}|#{1,6}\s|[\s\u200b]+/g;
const MARKED = /[[<*#\s\u200b]/;
const NUMBERED =
  /^(?:[-•])?(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|[（(]\d{1,2}[）)]|\d{1,2}[.．、](?!\d)|[①-⑳]|第.{1,3}部分)/;
/** A heading's last words; a list entry that the page cut short ends with other ones. */
const HEADING_END =
  /(?:情况|说明|概况|概述|概括|职责|职能|主要工作|机构|设置|组成|构成|表|方面|目标|指标|结果|措施|问题|建议|分析|结论|方式|工作|附件|其他|事项|综述|[（(]项[）)])[:：]?$/;

/** «预算单位人员构成情况»: a heading without a number is short and ends with one of few words. */
const UNNUMBERED =
  /^(?:[\u4e00-\u9fa5“”、（）()]{2,22}(?:情况|情况说明|概况)|20\d{2}年度?[\u4e00-\u9fa5“”（）()]{2,26}(?:情况|编制|预算|决算)(?:的)?说明)$/;

/** «1.年初预算项目:某某专项经费»: the name of what the lines below are about. */
const NAMED_PROJECT = /^(?:[-•])?[（(]?\d{1,2}[.．、）)].{0,8}项目(?:名称)?[:：][^，,。；;]{2,30}$/;

/**
 * Whether a line is a heading, complete in itself though no full stop closes it:
 *
 *     （一）机关运行经费支出情况
 */
export function isHeadingLine(text: string): boolean {
  if (text.length > 300) return false;
  const isMarked = MARKED.test(text);
  if (!isMarked && text.length > LONGEST_HEADING_LINE) return false;
  const words = withoutLastBracket(isMarked ? text.replace(MARKUP, "") : text);
  if (NAMED_PROJECT.test(words)) return true;
  if (words.length <= 36 && UNNUMBERED.test(words)) return true;
  return words.length <= 50 && NUMBERED.test(words) && !/[，,。；;]/.test(words) && HEADING_END.test(words);
}

/** Without its marks a heading has fifty characters at most, and a bracket of eighteen behind them. */
const LONGEST_HEADING_LINE = 68;

/** `机构设置（含所属单位）` without what a bracket adds, unless it is a class's level. */
function withoutLastBracket(words: string): string {
  if (!words.endsWith(")") && !words.endsWith("）")) return words;
  return words.replace(/(?<![项款类])[）)]$/, ")").replace(/[（(][^（）()]{2,16}\)$/, "");
}

/** A short numbered line whose next line begins a sentence of its own: «三、公务接待费», «2024年…». */
const SHORT_HEADING = 20;
const BEGINS_SENTENCE = /^\s*(?:截[至止]|\d{3,5}\s*年|本(?:年度|部门|单位|年|级)|我(?:局|单位|部门|中心|处|院|委))/;
const GOES_ON_WITH = /^\s*(?:支出|收入|决算|预算|财政|的|为|是|共|与|和|及|比|较|占|完成|安排|开支|[\d.,，。；、（(])/;
const NO_HEADING = /[，,。；;：:、]|\d(?:万|亿)?元/;

function standsAlone(before: Line | undefined, line: Line): boolean {
  if (before === undefined || before.text.length > 3 * SHORT_HEADING) return false;
  const words = before.text.replace(MARKUP, "");
  const number = NUMBERED.exec(words)?.[0] ?? "";
  if (number === "" || words.length > SHORT_HEADING || NO_HEADING.test(words.slice(number.length))) return false;
  // «（二）公务接待», «公务接待费3.00万元…»: the sentence begins with the words of its heading.
  if (line.text.trimStart().startsWith(words.slice(number.length))) return true;
  // «（二）公务用车购置及运行维护费», «单位现有公务用车4辆…»
  return BEGINS_SENTENCE.test(line.text) || (/(?:费|经费)$/.test(words) && !GOES_ON_WITH.test(line.text));
}

/** A breakdown on a new line goes on with a sentence that stopped at a comma. */
function goesOn(before: Line | undefined, line: Line): boolean {
  return before !== undefined && /[，,、]\s*$/.test(before.text) && /^\s*其中/.test(line.text);
}

/**
 * Groups lines into paragraphs. Blank lines between two halves of one sentence (a page break) do
 * not end it; a line that closes a sentence or a following line that opens an entry does.
 */
export function paragraphsOf(lines: readonly Line[]): Paragraph[] {
  const groups: Line[][] = [];
  let open: Line[] | null = null;
  for (const line of lines) {
    if (isWhiteText(line.text)) continue;
    const before = open?.at(-1);
    if (open !== null && (!opens(line.text) || goesOn(before, line)) && !standsAlone(before, line)) {
      open.push(line);
    } else {
      open = [line];
      groups.push(open);
    }
    if (isClosed(line.text) || isHeadingLine(line.text)) open = null;
  }
  return groups.map((group) => new Paragraph(group));
}
