import { parseAmount } from "../../domain/amount.ts";
import type { Amount } from "../../domain/amount.ts";
import type { Compact } from "./compact.ts";

/** A printed number that may be a figure, with the unit behind it. */
export interface Quantity {
  /** Digits and sign in the compact text: `[from, to)`. */
  readonly from: number;
  readonly to: number;
  /** Where its unit ends. */
  readonly end: number;
  /** Unit as printed without 余, 多; "" for a bare number, a figure only beside words such as 实际完成. */
  readonly unitText: string;
  readonly amount: Amount;
  /** A line break stands between its digits. */
  readonly isBroken: boolean;
}

const NUMBER = /(?:\d{1,3}(?:,\d{3})+(?![\d,])|\d+)(?:\.\d+)?/g;

/** Longest first: 万元 before 万, 人次 before 人. */
const UNIT = new RegExp(
  `(?:余|多)?(${[
    "个百分点|百分点",
    "亿元|百万元|万元|千元|百元|元|亿(?!人|户|吨|斤|立方米|平方米|千瓦时|公里|亩|株|件|次|度)",
    "万人次|万人|亿人|人次|人天|人日|万户次|户次|万户|万家|万件|万辆|万套|万册|万份|万条|万只|万头|万株|万亩|亿吨|万吨|亿斤|万斤",
    "亿千瓦时|万千瓦时|千瓦时|万千瓦|千瓦|兆瓦|万度|度(?![过量日夏假汛])",
    "平方公里|万平方米|平方米|平米|㎡|m²|亿立方米|万立方米|立方米|m³|公顷|亩(?!产|均)|公里|千米|延米|米(?![面粉线饭])|公斤|千克|吨",
    "台\\(套\\)|台套|台次|台班|台|套次|套|辆次|辆|架次|架(?![构设])|批次|批|名次|名(?![单称录额册])|人(?!均|工|民|员)",
    "处(?![室理级长于置罚分])|组(?![织成合长建员])|所(?![有在属需得谓以长辖占])|间(?![接隔])|栋|幢|座(?![谈椅])|部(?![门分队署属级长])|册|篇|幅|宗|笔|例(?!如|行)|只|头(?!部)|株|棵|艘|盏|枚|块(?!状)|班次|课时|学时|小时|天",
    "个|次|起|家|张|条|项|户|件|份(?!额)|场(?![地所馆])|期|分(?!局|公司|别|钟|管|期|批|类|布|析|支|之|行|级|项)",
    "倍|本(?![年级单部月期系市县省区局])|室(?![内外])|委(?![员托派会])|科(?![技学目员级研普])|股(?![份东权])|站(?![点位])",
    "%|‰|万(?=左右|余|,|，|。|;|、|\\(|$)",
  ].join("|")})`,
  "y",
);

/** A count that is no count of things: 个月, 个工作日, 次会议纪要 … */
const NO_COUNT = /^(?:月|工作日|日历日|自然日|小时|季度|年|交易日|学期|世纪)/;
/** «50万元以上»: a limit, part of a name; a rate «达到95%以上» still is a figure. */
const THRESHOLD = /^(?:\([^)]{0,6}\))?(?:及|或)?(?:以上|以下|以内)/;
const BARE_END = /^(?:[,，;。、)!?]|$)/;

/**
 * All numbers of a paragraph that can be figures. Dates, years, ordinals, document numbers, list
 * numbers and thresholds carry no unit of the list and drop out here.
 *
 *     单价50万元以上通用设备9套，比2019年减少7.41万元
 *                           ^              ^^^^
 */
export function quantitiesOf(compact: Compact): Quantity[] {
  const text = compact.text;
  const found: Quantity[] = [];
  NUMBER.lastIndex = 0;
  for (let match = NUMBER.exec(text); match !== null; match = NUMBER.exec(text)) {
    const from = match.index;
    const to = from + match[0].length;
    const before = text.charAt(from - 1);
    // «表2» above «项目支出表» counts no projects.
    if (before === "第" || before === "表" || /[A-Za-z〔[.\d]/.test(before)) continue;
    const signed = before === "-" && !/[\dA-Za-z-]/.test(text.charAt(from - 2));
    const start = signed && compact.isUnbroken(from - 1, to) ? from - 1 : from;
    if (before === "-" && !signed) continue;
    // «10:49文章来源»: the time of day.
    if (before === ":" && /\d/.test(text.charAt(from - 2))) continue;
    const unit = unitAt(text, to);
    // «社会保险补贴（11项）»: the last two digits of a class.
    if (before === "(" && unit?.text === "项" && text.charAt(unit.end) === ")") continue;
    if (unit === null || (unit.text === "" && before === "(")) continue;
    // «机关服务（项）2010303。»: the code of a class behind its path.
    if (unit.text === "" && before === ")" && /\([类款项]\)$/.test(text.slice(from - 3, from))) continue;
    const amount = parseAmount(compact.printed(start, to), unit.text);
    const isBroken = !compact.isUnbroken(start, to);
    if (amount !== null) found.push({ from: start, to, end: unit.end, unitText: unit.text, amount, isBroken });
  }
  return found.map((quantity, index) => withSharedUnit(quantity, found[index + 1], text));
}

/** «分别增加3.6,2.6万元»: the unit behind the last figure is that of both. */
function withSharedUnit(quantity: Quantity, next: Quantity | undefined, text: string): Quantity {
  const { unitText, end, to } = quantity;
  if (unitText !== "" || next === undefined || next.from !== to + 1 || !/[,，、]/.test(text.charAt(end)))
    return quantity;
  if (!/元$/.test(next.unitText)) return quantity;
  const amount = parseAmount(quantity.amount.printed, next.unitText);
  return amount === null ? quantity : { ...quantity, amount: { ...amount, printedUnit: "" } };
}

/** A unit in brackets: `房屋2,360.00（平方米）`. */
const BRACKETED = /^\((平方米|万元|元|辆|人|台\(套\)|台|套)\)/;

function unitAt(text: string, at: number): { text: string; end: number } | null {
  const bracketed = text.charAt(at) === "(" ? BRACKETED.exec(text.slice(at, at + 12)) : null;
  if (bracketed?.[1] !== undefined) return { text: bracketed[1], end: at + bracketed[0].length };
  UNIT.lastIndex = at;
  const match = UNIT.exec(text);
  const rest = text.slice(at, at + 12);
  if (match?.[1] === undefined) return BARE_END.test(rest) ? { text: "", end: at } : null;
  const unit = match[1];
  const end = at + match[0].length;
  const after = text.slice(end, end + 12);
  if (/^[个次]$/.test(unit) && NO_COUNT.test(after)) return null;
  if (unit !== "%" && THRESHOLD.test(after)) return null;
  return { text: unit, end };
}
