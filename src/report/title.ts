import type { ReportKind } from "../domain/statements.ts";
import { HEADING_LENGTH, headingText } from "./tables/names.ts";
import type { Line } from "./types.ts";

/** A title that names neither 决算 nor 预算: `某某局2023年度部门信息公开`. */
export interface UntoldTitle {
  readonly text: string;
  readonly line: number;
  readonly year: number;
  /** null where the title has no name in it. */
  readonly agencyName: string | null;
  /** The place that a title names where it names no body: «某某县2023年部门预算»; the disclosing body if no other is named. */
  readonly place: string | null;
}

/** What the cover or, failing that, the headings say. */
export interface Title extends UntoldTitle {
  readonly kind: ReportKind;
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
const TITLE = titlePattern(`${PART}(?:决算|预算)`);
/** A title that says that an account is disclosed and not which: `某某局2023年度部门信息公开`, `某某局2022年度收支情况说明`. */
const UNTOLD = titlePattern("(?=.*(?:公开|公示|收支|财务|经费))(?:预?决算|财务|财政|资金|账目|信息)*");

function titlePattern(account: string): RegExp {
  return new RegExp(
    `^(?:(20\\d{2})年度?)?(.*?)(?:关于)?(?:[（(]?(?:公开|编制|发布)?(20\\d{2})年度?[)）]?)?${SCOPE}${BODY}${account}${TAIL}》?(?:[（(](20\\d{2})年度?[)）])?》?$`,
  );
}

/** What stands before a title in a web page's head or a list of annexes. */
const BEFORE_TITLE = /^[|│]?(?:(?:标题|名称|题名|文件名称|信息名称)[:：]|附件?\d{0,2}[:：.、])/;

type Found<Which extends UntoldTitle> = Omit<Which, "line">;

function readTitle(joined: string): Found<Title> | null {
  const found = matchTitle(joined, TITLE);
  return found === null ? null : { ...found.title, kind: /决算/.test(found.account) ? "final" : "budget" };
}

const readUntold = (joined: string): Found<UntoldTitle> | null => matchTitle(joined, UNTOLD)?.title ?? null;

/** A title with the words behind its name, which say what is disclosed. */
function matchTitle(
  joined: string,
  pattern: RegExp,
): { readonly title: Found<UntoldTitle>; readonly account: string } | null {
  const match = pattern.exec(plainYears(joined));
  const year = match?.[1] ?? match?.[3] ?? match?.[4];
  if (match === null || year === undefined) return null;
  const name = (match[2] ?? "")
    .replace(/^[-—《\s]+|[《》\s]+$/g, "")
    .replace(/^关于/, "")
    .replace(/(?:部门|单位)$/, "");
  // What was joined to the title is no part of a name: `信息来源：…`, `一、…`, `公开01表`.
  const words = name.replace(NUMBERED_BODY, "");
  if (/[：:，。；、>|/\d]|部分|目录|(?:部门|单位)[决预]算|[决预]算公开/.test(words)) return null;
  return {
    title: {
      text: joined,
      year: Number(year),
      // «某某区2023年区级单位预算» names the place, and whose budget it is stands below.
      agencyName: name.length >= 3 && !PLACE_ALONE.test(name) ? name : null,
      place: PLACE_ALONE.test(name) ? name : null,
    },
    account: plainYears(joined).slice((match.index || 0) + (match[2] ?? "").length),
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
export const titleOfCover = (lines: readonly Line[]): Title | null => onCover<Title>(lines, readTitle);

/** The same of a title that says neither 决算 nor 预算. */
export const untoldTitleOf = (lines: readonly Line[]): UntoldTitle | null => onCover<UntoldTitle>(lines, readUntold);

function onCover<Which extends UntoldTitle & { readonly kind?: ReportKind }>(
  lines: readonly Line[],
  read: (joined: string) => Found<Which> | null,
): Which | null {
  const cover = new Cover(lines);
  let best: Which | null = null;
  for (let start = 0, first = cover.at(0); first !== undefined; start += 1, first = cover.at(start)) {
    if (/^目录$|第[一1]部分/.test(first.text)) break;
    let joined = "";
    for (let next = start; next < start + 4; next += 1) {
      const line = cover.at(next);
      if (line === undefined || joined.length + line.text.length > TITLE_LENGTH) break;
      const alone = next > start && COLUMN_OF_PAGE.test(joined) && !/20\d{2}/.test(joined) ? read(line.text) : null;
      joined += line.text;
      const isWhole = alone?.agencyName !== undefined && alone.agencyName !== null;
      const title = isWhole ? alone : read(joined);
      if (title === null) continue;
      const found = { ...title, line: first.line } as Which; // all of `Which` but its line, and that
      if (found.agencyName !== null && PLACE.test(found.agencyName)) return betterOf(best, found);
      if (best === null || (best.agencyName === null && found.agencyName !== null)) best = found;
    }
  }
  return best;
}

/** A name that says where: `社保局` of a web page's head is told in full further down. */
const PLACE = /[\u4e00-\u9fa5](?:[省市区县州旗盟镇乡]|街道)|全国|国家|中国|中央/;

/** The full name counts only where it is of the same year and kind and no other agency's. */
function betterOf<Which extends UntoldTitle & { readonly kind?: ReportKind }>(best: Which | null, found: Which): Which {
  if (best === null || best.agencyName === null) return found;
  return best.year === found.year && best.kind === found.kind ? found : best;
}

interface Vote {
  count: number;
  readonly line: number;
  readonly text: string;
}

class Votes {
  readonly #votes = new Map<string, Vote>();

  cast(key: string, line: number, text: string): void {
    const vote = this.#votes.get(key) ?? { count: 0, line, text };
    vote.count += 1;
    this.#votes.set(key, vote);
  }

  of(key: string): Vote | null {
    return this.#votes.get(key) ?? null;
  }

  /** The key with most votes, of equals the one printed first. */
  winner(among: (key: string) => boolean = () => true): readonly [string, Vote] | null {
    const candidates = [...this.#votes].filter(([key]) => among(key));
    return candidates.sort((a, b) => b[1].count - a[1].count || a[1].line - b[1].line)[0] ?? null;
  }
}

/** Names of tables of the budget's outline; those of final accounts all say 决算. */
const BUDGET_TABLE =
  /(?:部门|单位)(?:收支|收入|支出)总(?:体情况)?表$|一般公共预算(?:财政拨款)?(?:“?三公”?经费|基本|项目)?支出(?:情况)?表$/;
/** A final account speaks of these too. */
const BESIDE_KIND = /预算(?:绩效|执行|管理|单位|编制|批复|调整)/;
const LONGEST_HEADING = 45;

/** What headings and the names of tables say of year and kind: `2020年度部门决算情况说明`. */
export class HeadingVotes {
  /** Year and kind in one. */
  readonly together = new Votes();
  readonly years = new Votes();
  readonly kinds = new Votes();
  /** The same with names of tables that say 预算 by what they leave out. */
  readonly #told = new Votes();

  constructor(lines: readonly Line[]) {
    for (const line of lines) {
      if (line.text.length > 200) continue;
      const text = plainYears(headingText(line.text));
      if (text.length <= LONGEST_HEADING) this.#read(text, line.no);
    }
  }

  #read(text: string, line: number): void {
    const both = /(20\d{2})年度?(?:部门|单位|本级|整体)*(?:收支|支出)?(决算|预算)(?!绩效)/.exec(text);
    if (both !== null) this.together.cast(`${both[1]}${both[2]}`, line, text);
    const year = /^[（(]?(20\d{2})年度?[)）]?$/.exec(text) ?? /(20\d{2})年度?(?=.{0,12}(?:[决预]算|表))/.exec(text);
    if (year?.[1] !== undefined) this.years.cast(year[1], line, text);
    const kind = /(?:部门|单位|收支|支出|收入)(?:[（(]单位[)）])?(?:总)?(决算|预算)(?!收入)/.exec(text)?.[1];
    if (kind !== undefined) this.kinds.cast(kind, line, text);
    const told = kind ?? both?.[2] ?? (BUDGET_TABLE.test(text) ? "预算" : undefined);
    if (told !== undefined && !BESIDE_KIND.test(text)) this.#told.cast(told, line, text);
  }

  /** How often each kind is named, and where first. */
  get told(): { readonly finals: Vote | null; readonly budgets: Vote | null } {
    return { finals: this.#told.of("决算"), budgets: this.#told.of("预算") };
  }

  /** The kind that headings and tables agree on: four of five name it; null where they name both or none. */
  get agreed(): "决算" | "预算" | null {
    const [finals, budgets] = [this.told.finals?.count ?? 0, this.told.budgets?.count ?? 0];
    if (finals === budgets || 5 * Math.max(finals, budgets) < 4 * (finals + budgets)) return null;
    return finals > budgets ? "决算" : "预算";
  }
}

const kindNamed = (word: "决算" | "预算"): ReportKind => (word === "决算" ? "final" : "budget");

/** Year and kind as most headings print them; null where they print no year or no kind. */
export function titleOfHeadings({ together, years, kinds }: HeadingVotes): Title | null {
  const best = together.winner();
  const year = best?.[0].slice(0, 4) ?? years.winner()?.[0];
  const kind = kinds.winner();
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

/**
 * A title that names neither kind, of the kind that the headings agree on and of the year that they
 * print beside it: what is disclosed in 2023 may be the account of 2022. null where they do not agree.
 */
export function titleWithKind(untold: UntoldTitle, votes: HeadingVotes): Title | null {
  const { agreed } = votes;
  if (agreed === null) return null;
  const year = votes.together.winner((key) => key.endsWith(agreed))?.[0].slice(0, 4);
  return { ...untold, year: year === undefined ? untold.year : Number(year), kind: kindNamed(agreed) };
}
