import { remembered } from "../../domain/remembered.ts";

/** Numbers and connecting words before a name; none of them belongs to it. */
const ENUMERATION =
  /^(?:\d{1,2}[“"][.．、]|\d{1,2}(?=[“"][\u4e00-\u9fa5])|\(?\d{1,2}[、)]|\d{1,2}\.(?!\d|$)|\d{1,2}\.(?=\d{4}年|\d{5,7}[\u4e00-\u9fa5])|[(（][一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}[、.．]|[①-⑳]|第[一二三四五六七八九十][,，、]|[一二三四五六七八九十]{1,2}是|[-/=·•:：,，、;；])+/;
const CONNECTING =
  /^(?:相应地?(?=安排|支出)|并且|并(?!轨)|且|和|及(?!时)|以及|同时|另外|另有|另|此外|按(?:相?同|可比)口径(?:计算|比较)?[,，]?|还有|所以|因此|经(?=调整)|由于|现在|目前|最终|到目前为止)/;
const BREAKDOWN = /^(?:其中|含|包含|包括|主要包括|主要包含|主要含|分别为|分别是|具体为|具体是)[:：,，]?/;
const OWNER =
  /^(?:(?:(?:所属|下属)?各?(?:预算)?单位|部门)(?=政府采购|财务|机关运行|财政拨款)|(?:一般公共预算)?(?:财政)?拨款安排的(?=.)|现(?:单位|部门)(?=[实现共])|(?:我|本|该)(?:局|单位|部门|中心|处|办|院|所|机关|系统)(?:\(本级\)|本级|机关(?!运行))?|(?:我|全)(?:市|区|县|省|局|系统))/;
const PERIOD =
  /^(?:全年(?!预算|总预算|执行|度)|当年(?!收入|支出)|本年度(?!收入|支出|预算)|今年度?(?=[\u4e00-\u9fa5“])(?![以来初底末上下])|本年(?=总(?:收入|支出)|人员经费|(?:日常)?公用经费|机关运行|“?三公|公务|因公|政府采购|会议费|培训费)|年中(?!追加|调整)|年内|期内)/;
const VERB =
  /^(?:有|列支|开支|(?:拟|计划|预算)?安排|发生|用于|实际发生|共涉及|涉及|共计|共(?=有|计|安排|接待|涉及|支出|收到)|总计|合计(?=为))(?=.)/;

/**
 * «截至2020年12月31日», «2020年度», «2019年», with what may stand before a year: the agency's name.
 *
 *     某某局本级2021年财政拨款收入      2021预算安排9万元
 *               ^^^^^                     ^^^^
 */
const YEAR =
  /^(?:截[至止]到?)?(\d{4})(?:年(?:度|末|底|初|期末)?(?:\d{1,2}月(?:\d{1,2}日|底|末|份)?)?(?:底|末|止|度)?[,，]?|(?=预算))/;
/** A year that lost a digit or has one too many is the report's own, and no class: «202年度收入总计», «20203年度…». */
const DAMAGED_YEAR = /^(?:[02]\d{2}|20\d{3})年度?(?![以来间内前后限多])/;
const AGENCY =
  /^[\u4e00-\u9fa5()]{2,40}?(?:局|中心|处|办公室|委员会|厅|院|所|站|公司|本级|单位|部门)(?:\(本级\)|本级|机关|\(机关\))?(?=\d{4}年|截[至止])/;
const NAMES_YEAR = /\d{4}年|截[至止]|^20\d{2}预算/;
const AS_OF = /^截[至止]|^\d{4}年(?:末|底|期末)/;
/** What there is so much of on a day: people, cars, assets. */
const STOCK =
  "(?!.{0,4}[购置])(?=.{0,4}(?:实有|现有|共有|在[职编岗]|人员(?!经费)|[离退]休|编制|公务用?车保有|车辆)|.{0,6}资产)";
const HAS_STOCK = new RegExp(`^${STOCK}`);
/** «上年末固定资产», «年初在职人员»: the day on which the year before ended; «本年末» and «年末» behind it: the year's own. */
const RELATIVE_DAY = new RegExp(
  `^(?:截[至止]到?)?(?:(上年(?:年|度)?[末底]|去年年?[末底]|(?:本|当)?年初)|(本年年?[末底]|今年年?[末底])|(?=年[末底]))[,，]?${STOCK}|^截[至止]到?((?:上|去)年年?[末底])(?:[,，]|$)`,
);

/** Whatever one of these can take off the front; most clauses begin with nothing of the kind. */
const ANY = new RegExp(
  [ENUMERATION, BREAKDOWN, CONNECTING, OWNER, PERIOD, /^\(?本级/].map(({ source }) => source).join("|"),
);

export interface Opening {
  /** What is left: name and words of the measure. */
  readonly rest: string;
  /** The figure is a part of what the sentence spoke of before. */
  readonly breakdown: boolean;
  /** The year that the words begin with, null when they name none. */
  readonly year: number | null;
  /** The year is that of a date of record («截至2020年12月31日»), not of the account. */
  readonly asOf: boolean;
  /** The day of a stock by words: -1 for the end of the year before, 0 for that of the report's own, null for none. */
  readonly day: -1 | 0 | null;
}

/** Whether a clause names the agency itself. */
function namesAgency(clause: string, agencyNames: readonly string[]): boolean {
  for (const name of agencyNames) if (name !== "" && clause.includes(name)) return true;
  return false;
}

/** Takes numbers, connecting words, owner and year off the front of a clause. */
export function openingOf(clause: string, agencyNames: readonly string[]): Opening {
  if (!namesAgency(clause, agencyNames)) return plainOpening(clause);
  return openingBeside(
    clause,
    agencyNames.filter((name) => name !== "" && clause.includes(name)),
  );
}

const plainOpening = remembered((clause) => openingBeside(clause, []));

function openingBeside(clause: string, agencyNames: readonly string[]): Opening {
  let rest = clause;
  let breakdown = false;
  let year: number | null = null;
  let asOf = false;
  let day: -1 | 0 | null = null;
  // Every pass shortens the text; eight kinds of opening never stand in one clause.
  for (let pass = 0; pass < 8; pass += 1) {
    const before = rest;
    if (agencyNames.length === 0 && !ANY.test(rest) && !NAMES_YEAR.test(rest) && !/^\d{3}年|年[初末底]/.test(rest))
      break;
    rest = rest.replace(ENUMERATION, "");
    if (BREAKDOWN.test(rest)) {
      breakdown = true;
      rest = rest.replace(BREAKDOWN, "");
    }
    rest = rest.replace(CONNECTING, "").replace(OWNER, "").replace(PERIOD, "");
    for (const name of agencyNames) rest = withoutAgency(rest, name);
    rest = rest.replace(/^(?:\(本级\)|本级)的?(?=.)/, "");
    if (NAMES_YEAR.test(rest)) rest = rest.replace(AGENCY, "");
    rest = rest.replace(DAMAGED_YEAR, "");
    const match = YEAR.exec(rest);
    if (match !== null) {
      const behind = rest.slice(match[0].length);
      // «2022年初预算数», «2022年初结转和结余»: 年初 belongs to the name; what there was then is of the year before.
      const begins = /^\d{4}年初$/.test(match[0]);
      const ofStock = begins && HAS_STOCK.test(behind);
      year ??= Number(match[1]) - (ofStock ? 1 : 0);
      asOf ||= ofStock || AS_OF.test(match[0]);
      if (ofStock) day = -1;
      rest = begins && !ofStock ? `年初${behind}` : behind;
    }
    const relative = RELATIVE_DAY.exec(rest);
    if (relative !== null) {
      day ??= (relative[1] ?? relative[3]) === undefined ? 0 : -1;
      rest = rest.slice(relative[0].length);
    }
    if (rest === before) break;
  }
  return { rest, breakdown, year, asOf, day };
}

/** What follows the agency's own name, with whatever a heading put before it. */
function withoutAgency(text: string, name: string): string {
  const at = text.indexOf(name);
  if (at < 0 || at > 30 || /^(?:的(?!机关运行)|$)/.test(text.slice(at + name.length))) return text;
  // «某某局部门2022年度…», «某某中心单位本年…»
  return text
    .slice(at + name.length)
    .replace(/^的|^\((?:部门|单位|汇总)\)|^(?:部门|单位)(?=20\d{2}年|本年|资产|政府采购|机关运行)/, "");
}

/** A name without the verb before it: 列支公务接待费, 开支会议费. */
export function withoutVerb(name: string): string {
  return name.replace(VERB, "");
}
