import type { MeasureId } from "../../domain/measures.ts";

/**
 * The words between a name and its figure, as the end of the text before the figure. Each pattern
 * is anchored and reads a bounded number of characters, so that a sentence is read in linear time.
 */

/** Words that join name and figure without saying what the figure is. */
export const JOINING =
  /(?:人民币|共计支出|共计|累计|分别|为|是|约|达到|达|共|的|各|(?<![人车户平])均|仅|(?<!保)有|大于等于|大于|小于|超过|不低于|低于|高于|，|,|:)$/;

/** A rise (1), a fall (-1); 减少（增加） is residue of a template: its first word counts. */
const DIRECTION =
  /(增加|增长|增幅|增长率|上升|提高|上涨|涨幅|增收|增支|减少|下降|降低|降幅|减幅|下浮|下调|压减|压缩|节约|缩减|回落|追减)(?:了|额|率|幅度|比例|数|金额)?(?:[/或]?\(?(?:增加|减少|增长|下降|上升|降低)\)?)?(?:为|约|达|达到)?$/;
/** Words that tell a direction only beside what is compared with: 比年初预算少. */
const BARE_DIRECTION = /([增减升降多少高低])(?:了|出)?$/;
const RISE = /^(?:增|上升|升|提高|上涨|涨|多|高)/;
/** Falls that a sentence also tells of without comparing: «节约资金10万元» is no change of the subject. */
const ONLY_COMPARED = /^(?:压减|压缩|节约|缩减|追减|增收|增支|提高|下调|下浮)/;

const BASE_WORDS =
  "[0-9.年上一去前本当初末全预算决财政部门单位同期支出收入数调整后的度执行额拨款“”三公经费般共总]{1,32}";
/** «同比», «同比上年», «同比2020年度». */
const SAME_PERIOD = "同比(?:[上去]一?年(?:度|同期)?|20\\d{2}年(?:度|同期)?)?";
/** «与2019年相比», «比年初预算数», «较上年», «同比» before the words of direction. */
const COMPARISON = new RegExp(`(?:${SAME_PERIOD}|环比|(?:比|较|与|同|和)${BASE_WORDS}(?:相比较?|比较|对比|比)?)$`);
const WHOLE_COMPARISON = new RegExp(
  `^(?:${SAME_PERIOD}|环比|(?:比|较|与|同|和|相比)${BASE_WORDS}(?:相比较?|比较|对比|比)?)$`,
);

/** «与上年相比收、支总计各增加»: the comparison stands before the name. */
const LEADING_COMPARISON = new RegExp(`^(?:比|较|与|同|和)${BASE_WORDS}?(?:相比较?|比较|对比|比)`);

export interface Comparison {
  /** The words as printed, e.g. 比年初预算数. */
  readonly words: string;
  /** Against a budget of the same year, against the year before, or against a year before that. */
  readonly base: "budget" | "prior" | "earlier";
  /** The year that the words name, null for none. */
  readonly year: number | null;
}

function comparison(words: string, fiscalYear: number): Comparison {
  const named = /(\d{4})年/.exec(words)?.[1];
  const year = named === undefined ? null : Number(named);
  const ofLastYear = /上一?年|去年|前年/.test(words) || (year !== null && year !== fiscalYear);
  if (year !== null && year < fiscalYear - 1) return { words, base: "earlier", year };
  return { words, base: /预算/.test(words) && !ofLastYear ? "budget" : "prior", year };
}

/** A clause that only names what is compared with: `与2019年相比`, `比上年`; null for another one. */
export function comparisonOf(clause: string, fiscalYear: number): Comparison | null {
  return WHOLE_COMPARISON.test(clause) ? comparison(clause, fiscalYear) : null;
}

const NAMED_BASE =
  /^(.{3,40}?)((?:比|较)(?:[上去]一?年(?:度)?|20\d{2}年(?:度)?)(?:的|(?:支出|收入)?(?:决算|预算)(?:数|额)?的?|支出(?:数|额)?的?))$/;

/**
 * A name and the year before it whose figure follows; null for other words:
 *
 *     机关运行经费较2021年的 92.40万元增加3.10万元
 *     ^^^^^^^^^^^^
 */
export function comparedAtEnd(text: string, fiscalYear: number): { name: string; base: Comparison } | null {
  const match = /[比较]/.test(text) ? NAMED_BASE.exec(text) : null;
  if (match?.[1] === undefined || match[2] === undefined) return null;
  return { name: match[1], base: comparison(match[2], fiscalYear) };
}

/** «比年初预算无增减变化», «与上年持平»: compared, and no figure follows. */
const UNCHANGED = /(?:基本|保持|总体)?(?:无(?:增减)?变化|没有(?:增减)?变化|无增减(?:变动)?|持平|相同|一致|不变|相等)$/;

/**
 * A clause that names what it compares and tells no figure of it yet:
 *
 *     公务接待费支出决算比预算无增减变化，        收入支出总体与上年相比，
 *     ^^^^^^^^^^^^^^^^^^                          ^^^^^^^^^^^^
 *
 * @returns the name and the comparison, null for another clause.
 */
export function comparedName(
  clause: string,
  fiscalYear: number,
): { readonly name: string; readonly comparison: Comparison } | null {
  const bare = clause.replace(UNCHANGED, "");
  const match = COMPARISON.exec(bare);
  if (match === null || match.index === 0) return null;
  // Without «持平» only «与上年相比» closes a comparison; «机关比上年» may be anything.
  if (bare === clause && !/(?:相比较?|比较|对比)$/.test(match[0])) return null;
  return { name: bare.slice(0, match.index), comparison: comparison(match[0], fiscalYear) };
}

/** `公务接待费支出决算减少为` 0.00万元 tells the amount itself: the words before the direction; null for another lead. */
export function levelAtEnd(text: string): string | null {
  const match = /(?:增加|增长|上升|提高|减少|下降|降低|压减|调整)(?:到|至|为)$/.exec(text);
  if (match === null) return null;
  const before = text.slice(0, match.index);
  return before === "" || COMPARISON.test(before) ? null : before;
}

export interface Change {
  readonly sign: 1 | -1;
  readonly words: string;
  readonly comparison: Comparison | null;
  /** Only a change where something is compared. */
  readonly needsComparison: boolean;
  /** What stands before. */
  readonly rest: string;
}

/** «决算数大于预算数55.93万元»: what is compared with stands behind the direction. */
const BESIDE_BASE =
  /(大于|高于|多于|超出|超过|超|小于|低于|少于)((?:年初|全年|调整后的?|上年|去年)?(?:部门|支出|收入)?(?:预算|决算)(?:数|额)?(?:的)?)$/;

/** `公务接待费比2019年减少` → fall, against the year before, of 公务接待费. */
export function changeAtEnd(text: string, fiscalYear: number): Change | null {
  const beside = BESIDE_BASE.exec(text);
  if (beside?.[1] !== undefined && beside[2] !== undefined) {
    return {
      sign: /^[大高多超]/.test(beside[1]) ? 1 : -1,
      words: beside[0],
      comparison: { ...comparison(beside[2], fiscalYear), words: "" },
      needsComparison: false,
      rest: text.slice(0, beside.index),
    };
  }
  const full = DIRECTION.exec(text);
  const match = full ?? BARE_DIRECTION.exec(text);
  const word = match?.[1];
  if (match === null || word === undefined) return null;
  if (/[新净追]$/.test(text.slice(0, match.index)) && word.startsWith("增")) return null;
  const at = match[0].indexOf(word) + match.index;
  const before = text.slice(0, at).replace(/(?:各|均|分别|共|也|又|[,，]|总体|有所)+$/, "");
  const compared = COMPARISON.exec(before);
  const leading = compared === null ? LEADING_COMPARISON.exec(before) : null;
  const words = compared?.[0] ?? leading?.[0] ?? null;
  if (full === null && compared === null && !/各$/.test(text.slice(0, at))) return null;
  return {
    sign: RISE.test(word) ? 1 : -1,
    words: text.slice(at),
    comparison: words === null ? null : comparison(words, fiscalYear),
    needsComparison: ONLY_COMPARED.test(word),
    rest:
      compared !== null
        ? before.slice(0, compared.index).replace(/[,，]$/, "")
        : before.slice(leading?.[0].length ?? 0),
  };
}

/** Words of a measure at the end of a clause, with what stands before them. */
export interface Measured {
  readonly measure: MeasureId;
  readonly words: string;
  readonly rest: string;
}

interface Ending {
  readonly measure: MeasureId;
  readonly pattern: RegExp;
}

/** Rates and shares: the figure is a percentage. */
const RATE_ENDINGS: readonly Ending[] = [
  {
    measure: "completion_rate",
    pattern:
      /(?:占|达到?|是|为|完成)(?:了)?(?:年初|全年|调整后?|本年|年度|批复)(?:的)?(?:部门|财政拨款|支出|收入)?预算(?:数|额)?的$/,
  },
  {
    measure: "completion_rate",
    pattern: /(?:预算|支出|收入|资金|总体)?(?:执行|完成|支付)(?:率|进度|比例)(?:为|达到?|是|约|均为)?$/,
  },
  { measure: "completion_rate", pattern: /(?:实际|已|共|总计)?完成(?:了)?[^完，,率]{0,16}$/ },
  { measure: "budget_change_rate", pattern: /(?:预决算|决算与预算|预算与决算)差异率(?:为|是)?$/ },
  { measure: "share", pattern: /占(?!用|有)[^占率]{0,40}$/ },
  { measure: "share", pattern: /比[例重](?:为|达到?|是)$/ },
];

/** Points: the figure is a score. */
const SCORE_ENDINGS: readonly Ending[] = [
  { measure: "max_score", pattern: /(?:分值|满分|权重)(?:为|是|:)?$/ },
  {
    measure: "score",
    pattern:
      /(?:自评|自评价|评价|考核|综合)*(?:结果)?(?:综合|最终|平均)?(?:总?得分|评分|分数|总分|打分|得)(?:为|是|:|共)?$/,
  },
];

/** Target and result of an indicator. */
const INDICATOR_ENDINGS: readonly Ending[] = [
  { measure: "target", pattern: /(?:年度|预期|年初|绩效)?(?:指标值|目标值|年度指标)(?:为|是|:)?$/ },
  { measure: "actual", pattern: /(?:全年)?(?:实际完成|完成|实际|实现)值?(?:为|是|:)?$/ },
];

/** The columns of an account, most special first; 支出决算 may belong to the name or to the measure. */
const ACCOUNT_ENDINGS: readonly Ending[] = [
  { measure: "prior_final", pattern: /(?:上年度?|去年)(?:支出|收入)?决算(?:数|额)?$/ },
  { measure: "prior_budget", pattern: /(?:上年度?|去年)(?:年初)?(?:部门)?预算(?:数|额)?$/ },
  {
    measure: "initial_budget",
    pattern: /年初(?:部门|批复|财政拨款|下达|安排)?(?:支出|收入)?预算(?:安排|批复)?(?:数|额|金额|资金)?$/,
  },
  {
    measure: "adjusted_budget",
    pattern:
      /(?:全年|调整后?的?|调整后全年|年末|最终|年中调整)(?:部门|支出|收入)?总?预算(?:安排)?(?:数|额|金额)?$|调整预算后$/,
  },
  {
    measure: "executed",
    pattern: /(?:全年|实际|预算|资金)?执行(?:数|额|金额)$|实际(?:支出|执行|使用)(?:数|额|金额)?$/,
  },
  { measure: "final", pattern: /决算(?:支出)?(?:总额|总数|总计|合计|数|额|金额)?$/ },
  { measure: "budget", pattern: /(?:财政拨款)?预算(?:安排|支出|控制)?(?:总额|总数|总计|合计|数|额|金额|资金)?$/ },
];

function ending(text: string, endings: readonly Ending[]): Measured | null {
  for (const { measure, pattern } of endings) {
    const match = pattern.exec(text.length > 120 ? text.slice(-120) : text);
    if (match !== null) {
      const at = text.length - match[0].length;
      return { measure, words: text.slice(at), rest: text.slice(0, at) };
    }
  }
  return null;
}

export const rateAtEnd = (text: string): Measured | null => ending(text, RATE_ENDINGS);
export const scoreAtEnd = (text: string): Measured | null => ending(text, SCORE_ENDINGS);
export const indicatorAtEnd = (text: string): Measured | null => ending(text, INDICATOR_ENDINGS);
export const accountAtEnd = (text: string): Measured | null => ending(text, ACCOUNT_ENDINGS);

/** `年初预算收入`, `经调整预算后全年总预算收入`: the measure stands before the name. */
const ACCOUNT_START =
  /^((?:单位|部门)?年初(?:部门)?预算|经?调整(?:后的?)?预算后?,?(?:全年)?(?:总预算)?|全年(?:总)?预算|(?:本年|单位|部门)?预算|(?:单位|部门)?决算)(?=(?:总|本年)?(?:收入|支出|收、支|收支))/;

export function accountAtStart(text: string): Measured | null {
  const match = ACCOUNT_START.exec(text);
  if (match?.[1] === undefined) return null;
  const words = match[1];
  const measure = words.includes("年初")
    ? "initial_budget"
    : /调整|全年/.test(words)
      ? "adjusted_budget"
      : words.endsWith("决算")
        ? "final"
        : "budget";
  return { measure, words, rest: text.slice(words.length) };
}
