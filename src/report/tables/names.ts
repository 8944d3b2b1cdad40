import type { StatementId } from "../../domain/statements.ts";
import { isBlankUnit, squeezed } from "../white-space.ts";

/** Bookmarks, Markdown marks, HTML tags and dot leaders around a heading. */
const DECORATION = /\[bookmark:[^\]]*\]|<\/?[a-z][^>]*>|\*{1,3}|^\s*#{1,6}\s*|^\s*[-•·]\s+|[.．…·]{3,}\s*\d*\s*$/gi;

/** A text without any of these has no decoration. */
const DECORATED = /[[<*#\-•·.．…]/;

/** With all its marks a heading is no longer than this. */
export const HEADING_LENGTH = 400;

/** A heading's words alone, white space removed. */
export function headingText(text: string): string {
  return squeezed(DECORATED.test(text) ? text.replace(DECORATION, "") : text);
}

const BEGINS_DECORATION = "[<*#-•·.．…";

/** Whether a heading's words may begin with one of some characters: a cheap look before `headingText`. */
export function mayHeadWith(characters: string, text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    if (isBlankUnit(text.charCodeAt(at))) continue;
    const first = text.charAt(at);
    return characters.includes(first) || BEGINS_DECORATION.includes(first);
  }
  return false;
}

const ENUMERATION =
  /^(?:[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）、.．]|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]|附?表[一二三四五六七八九十\d]{1,3}[：:、.]?)+/;

/** The heading without its number: `五、` `（一）` `2.` `表3：`. */
export function withoutNumber(text: string): string {
  return text.replace(ENUMERATION, "");
}

/** Tables that are none of the outline's statements, by what they list. */
export type ListKind =
  "projects" | "procurement" | "purchased_services" | "new_assets" | "assets" | "agency_operating" | "other";

const LISTS: readonly (readonly [RegExp, ListKind])[] = [
  [/绩效|目标申报|自评/, "other"],
  [/政府采购/, "procurement"],
  [/机关运行经费(?!.*三公)/, "agency_operating"],
  [/购买服务/, "purchased_services"],
  [/新增资产|资产(?:配置|购置)/, "new_assets"],
  [/国有资产|资产(?:占[用有]|情况)/, "assets"],
  [/债务|资产|新增/, "other"],
  [/支出预算分类|政府预算.*经济分类/, "other"],
  [/转移支付/, "other"],
  [/(?<!基本支出[和、及与]?)项目支出|专项(?:资金|经费)/, "projects"],
];

/** What a table lists whose name names no statement; null for a statement or a name that says nothing. */
export function listOfName(text: string): ListKind | null {
  const name = headingText(text);
  if (/三公|绩效|自评/.test(name)) return null;
  return LISTS.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

/** Printed table names, most special first; the name is squeezed and without year and number. */
const NAMES: readonly (readonly [RegExp, StatementId])[] = [
  [/绩效|目标申报|自评/, "performance"],
  [/三公|机构运行信息/, "three_public"],
  [/国有资本经营/, "state_capital"],
  [/政府性基金|基金预算/, "government_fund"],
  [/(?:公共预算|财政拨款|经费拨款)\S*基本支出|基本支出\S*(?:经济|表)/, "general_budget_basic"],
  [/公共预算\S*支出/, "general_budget_expenditure"],
  [/财政拨款\S*(?:收支|收入支出)/, "appropriation_summary"],
  [/财政拨款\S*支出/, "general_budget_expenditure"],
  [/收支|收入(?:预算)?支出|财务收入?支出?总/, "income_expenditure_summary"],
  [/收入/, "income"],
  [/支出/, "expenditure"],
];

/**
 * The words of a table's name at the end of a heading: `…表`, `…表（一）`, `…表（续）`; the body and the unit may follow
 * on the same line: `…表 单位：万元`, `…表 编制单位：某某局 金额单位：元`.
 */
const NAME_END =
  /表(?:[（(][^（）()]{0,30}[)）])?(?:(?:(?:编制|填报)?(?:单位|部门)(?:名称)?[:：][^:：]{1,30})?(?:金额|计量)?单位[:：](?:人民币)?[百千万亿]{0,2}元)?$/;
const PUBLIC_NUMBER = /公开\s*([0-9]{1,2})\s*表|(?:财|预|决)(?:预|决|公开)?\s*0?([0-9]{1,2})\s*表/;

/** `预算08表`, `GK02表`, `表3`: the number of a table whose name stands beside it. */
const NUMBER_ALONE =
  /^[（(]?(?:附?表|附|部门|单位|公开|财|预算?|决算?|[A-Z]{1,3})*[-—]?\d{1,2}(?:[-—]\d{1,2})?(?:表)?[)）]?$/;

/**
 * Whether a line is a table's name.
 *
 *     五、一般公共预算财政拨款支出决算表
 *        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export function isTableName(text: string): boolean {
  if (text.length > HEADING_LENGTH || !text.includes("表")) return false;
  const heading = headingText(text);
  if (heading.length < 3 || heading.length > 60 || PUBLIC_NUMBER.test(heading)) return false;
  return NAME_END.test(heading) && !NUMBER_ALONE.test(heading) && !/^(?:注|说明|备注)[:：]|[。；]/.test(heading);
}

/** The statement that a table's printed name means, null for a table of another kind. */
export function statementOfName(text: string): StatementId | null {
  if (listOfName(text) !== null) return null;
  const name = withoutNumber(headingText(text)).replace(/\d{4}年度?|部门|单位|本级|决算/g, "");
  return NAMES.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

/** Numbers of the Ministry's final-account outline; only used where the name says nothing. */
const BY_NUMBER: readonly (StatementId | null)[] = [
  null,
  "income_expenditure_summary",
  "income",
  "expenditure",
  "appropriation_summary",
  "general_budget_expenditure",
  "general_budget_basic",
  "three_public",
  "government_fund",
  "state_capital",
  "performance",
];

/** The number in `公开 05 表`, null where none is printed. */
export function publicNumber(text: string): number | null {
  if (!text.includes("表")) return null;
  const match = PUBLIC_NUMBER.exec(text);
  const digits = match?.[1] ?? match?.[2];
  return digits === undefined ? null : Number(digits);
}

export function statementOfNumber(number: number): StatementId | null {
  return BY_NUMBER[number] ?? null;
}
