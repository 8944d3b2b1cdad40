import type { ReportKind } from "../domain/statements.ts";
import { HEADING_LENGTH, headingText } from "./tables/names.ts";
import type { Line } from "./types.ts";

/** What the cover or, failing that, the headings say. */
export interface Title {
  readonly text: string;
  readonly line: number;
  readonly year: number;
  readonly kind: ReportKind;
  /** null where the title has no name in it. */
  readonly agencyName: string | null;
  /** The place that a title names where it names no body: «某某县2023年部门预算»; the disclosing body if no other is named. */
  readonly place: string | null;
}

/** How many lines before the table of contents a cover may have. */
export const COVER_LINES = 40;
/** With name, year and kind a title is no longer than this. */
const TITLE_LENGTH = 90;
const CHINESE_DIGITS = "〇一二三四五六七八九";

/** Digits of a year in one script: `二〇二〇年`, `２０２０年` become `2020年`. */
export function plainYears(text: string): string {
  return text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[○Ｏ零]/g, "〇")
    .replace(/二〇[〇一二三四五六七八九]{2}(?=年)/g, (year) =>
      [...year].map((digit) => CHINESE_DIGITS.indexOf(digit)).join(""),
    );
}

const SCOPE = "(?:的|[（(]?(?:本级|机关)[)）]?|[省市区县州旗镇乡]本?级|所属|下属)*";
const BODY = "(?:部门|单位|汇总|及|和|与|[（(](?:单位|部门|汇总|本级)[)）])*";
const THREE_PUBLIC = "[“\"'‘]?三公[”\"'’]?(?:经费|消费|费用)?";
/** Whose money or which part of the account a title adds: 一般公共预算财政拨款“三公”经费支出决算. */
const PART = `(?:整体|收支|收入|支出|年度|一般公共预算|财政拨款|财政|当年|年初|及|、|和|${THREE_PUBLIC})*`;
const TAIL = `(?:公开|公示|公告|增减|变化|变动|目录|信息|说明|编制|编报|报告|报表|情况|有关|相关|事项|及|和|与|、|等|表|总|收支|支出|草案|文本|的|批复|批准|决算|预算|公开稿|解读|材料|${THREE_PUBLIC}|绩效目标|[（(][^（）()\\d]{1,14}[)）])*`;

/**
 * A title, its lines joined:
 *
 *     2020年度某某市社会保险服务中心部门决算      某某市社会保险中心2021年度部门预算公开
 *     ^^^^    ^^^^^^^^^^^^^^^^^^    ^^^^      ^^^^^^^^^^^^^^^^ ^^^^      ^^^^
 */
const TITLE = new RegExp(
  `^(?:(20\\d{2})年度?)?(.*?)(?:关于)?(?:[（(]?(?:公开|编制|发布)?(20\\d{2})年度?[)）]?)?${SCOPE}${BODY}${PART}(决算|预算)${TAIL}》?(?:[（(](20\\d{2})年度?[)）])?》?$`,
);

/** What stands before a title in a web page's head or a list of annexes. */
const BEFORE_TITLE = /^[|│]?(?:(?:标题|名称|题名|文件名称|信息名称)[:：]|附件?\d{0,2}[:：.、])/;

function readTitle(joined: string): Omit<Title, "line"> | null {
  const match = TITLE.exec(plainYears(joined));
  const year = match?.[1] ?? match?.[3] ?? match?.[5];
  if (match === null || year === undefined) return null;
  const name = (match[2] ?? "")
    .replace(/^[-—《\s]+|[《》\s]+$/g, "")
    .replace(/^关于/, "")
    .replace(/(?:部门|单位)$/, "");
  // What was joined to the title is no part of a name: `信息来源：…`, `一、…`, `公开01表`.
  const words = name.replace(NUMBERED_BODY, "");
  if (/[：:，。；、>|/\d]|部分|目录|(?:部门|单位)[决预]算|[决预]算公开/.test(words)) return null;
  const own = plainYears(joined).slice((match.index || 0) + (match[2] ?? "").length);
  return {
    text: joined,
    year: Number(year),
    kind: /决算/.test(own) ? "final" : "budget",
    // «某某区2023年区级单位预算» names the place, and whose budget it is stands below.
    agencyName: name.length >= 3 && !PLACE_ALONE.test(name) ? name : null,
    place: PLACE_ALONE.test(name) ? name : null,
  };
}

/** The number of a body among others: 第89中学, 106医院, 310国道管理站. */
const NUMBERED_BODY =
  /第\d{1,3}(?=[\u4e00-\u9fa5])|(?<=[\u4e00-\u9fa5])\d{1,4}(?=(?:高级)?中学|小学|学校|幼儿园|医院|[国省县]道|部队|地质|团|队|台)/g;

const PLACE_ALONE = /^[\u4e00-\u9fa5]{1,6}(?:省|市|州|盟|县|区|旗)$/;

/** A picture of a web page in Markdown. */
const PICTURE = /!\[[^\]]{0,80}\]\([^)]{0,200}\)/g;

/** A heading of a web page's own above a title: the column it stands in. */
const COLUMN_OF_PAGE = /[决预]算|三公|经费|公开|信息|栏目|网站|首页|网$/;

/** What a file's name or a page without line breaks puts behind a title: `.pdf`, the date, the contents. */
const BEHIND_TITLE =
  /(?:[.．](?:pdf|docx?|xlsx?|txt|wps|ofd)$|[（(]?(?:二〇[〇一二三四五六七八九]{2}|20\d{2})年[一二三四五六七八九十\d]{1,3}月(?:[一二三四五六七八九十\d]{1,3}日)?(?=目录|$)|(?<=.)[（(]?目录.*$)/gi;

function coverText(line: Line): string {
  return headingText(line.text.slice(0, HEADING_LENGTH))
    .replace(PICTURE, "")
    .replace(BEFORE_TITLE, "")
    .replace(/^[|│]+|[|│]+$/g, "")
    .replace(/^\d{1,3}[.．、](?=[\u4e00-\u9fa5])/, "")
    .replace(BEHIND_TITLE, "");
}

interface CoverLine {
  readonly line: number;
  readonly text: string;
}

/** The printed lines of a cover, each looked at when it is asked for: most titles stand in the first ones. */
class Cover {
  readonly #lines: readonly Line[];
  readonly #printed: CoverLine[] = [];
  #next = 0;

  constructor(lines: readonly Line[]) {
    this.#lines = lines;
  }

  at(index: number): CoverLine | undefined {
    while (this.#printed.length <= index && this.#next < COVER_LINES) {
      const line = this.#lines[this.#next];
      if (line === undefined) break;
      this.#next += 1;
      const text = coverText(line);
      if (text !== "") this.#printed.push({ line: line.no, text });
    }
    return this.#printed[index];
  }
}

/** The first run of one to four cover lines that reads as a title. */
export function titleOfCover(lines: readonly Line[]): Title | null {
  const cover = new Cover(lines);
  let best: Title | null = null;
  for (let start = 0, first = cover.at(0); first !== undefined; start += 1, first = cover.at(start)) {
    if (/^目录$|第[一1]部分/.test(first.text)) break;
    let joined = "";
    for (let next = start; next < start + 4; next += 1) {
      const line = cover.at(next);
      if (line === undefined || joined.length + line.text.length > TITLE_LENGTH) break;
      const alone =
        next > start && COLUMN_OF_PAGE.test(joined) && !/20\d{2}/.test(joined) ? readTitle(line.text) : null;
      joined += line.text;
      const isWhole = alone?.agencyName !== undefined && alone.agencyName !== null;
      const title = isWhole ? alone : readTitle(joined);
      if (title === null) continue;
      const found = { ...title, line: first.line };
      if (found.agencyName !== null && PLACE.test(found.agencyName)) return betterOf(best, found);
      if (best === null || (best.agencyName === null && found.agencyName !== null)) best = found;
    }
  }
  return best;
}

/** A name that says where: `社保局` of a web page's head is told in full further down. */
const PLACE = /[\u4e00-\u9fa5](?:[省市区县州旗盟镇乡]|街道)|全国|国家|中国|中央/;

/** The full name counts only where it is of the same year and kind and no other agency's. */
function betterOf(best: Title | null, found: Title): Title {
  if (best === null || best.agencyName === null) return found;
  return best.year === found.year && best.kind === found.kind ? found : best;
}

interface Vote {
  count: number;
  readonly line: number;
  readonly text: string;
}

/** The key with most votes, of equals the one printed first. */
function winnerOf(votes: ReadonlyMap<string, Vote>): readonly [string, Vote] | null {
  return [...votes].sort((a, b) => b[1].count - a[1].count || a[1].line - b[1].line)[0] ?? null;
}

/** Year and kind as most headings print them: `2020年度部门决算情况说明`. */
export function titleOfHeadings(lines: readonly Line[]): Title | null {
  const together = new Map<string, Vote>();
  const years = new Map<string, Vote>();
  const kinds = new Map<string, Vote>();
  const cast = (votes: Map<string, Vote>, key: string, line: number, text: string): void => {
    const vote = votes.get(key) ?? { count: 0, line, text };
    vote.count += 1;
    votes.set(key, vote);
  };
  for (const line of lines) {
    if (line.text.length > 200) continue;
    const text = plainYears(headingText(line.text));
    if (text.length > 45) continue;
    const both = /(20\d{2})年度?(?:部门|单位|本级|整体)*(?:收支|支出)?(决算|预算)(?!绩效)/.exec(text);
    if (both !== null) cast(together, `${both[1]}${both[2]}`, line.no, text);
    const year = /^[（(]?(20\d{2})年度?[)）]?$/.exec(text) ?? /(20\d{2})年度?(?=.{0,12}(?:[决预]算|表))/.exec(text);
    if (year?.[1] !== undefined) cast(years, year[1], line.no, text);
    const kind = /(?:部门|单位|收支|支出|收入)(?:[（(]单位[)）])?(?:总)?(决算|预算)(?!收入)/.exec(text)?.[1];
    if (kind !== undefined) cast(kinds, kind, line.no, text);
  }
  const best = winnerOf(together);
  const year = best?.[0].slice(0, 4) ?? winnerOf(years)?.[0];
  const kind = winnerOf(kinds);
  const printed = best?.[1] ?? kind?.[1];
  if (year === undefined || printed === undefined) return null;
  // «2020年度部门决算» says both; where years and kinds stand apart, each is what most headings say.
  const isFinal = best !== null ? best[0].endsWith("决算") : kind?.[0] === "决算";
  return {
    text: printed.text.replace(/^第.{1,3}部分/, ""),
    line: printed.line,
    year: Number(year),
    kind: isFinal ? "final" : "budget",
    agencyName: null,
    place: null,
  };
}
