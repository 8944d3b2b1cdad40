import { economicClassesNamed } from "../../domain/economic-classes.ts";
import { classNameKey } from "../../domain/class-names.ts";
import { functionClassesNamed, isSharedName } from "../../domain/function-classes.ts";
import { remembered } from "../../domain/remembered.ts";
import { bracketedUnit } from "./measures.ts";
import { bareLabel } from "./words.ts";

/** What a row's label says by itself, whatever table it stands in. */
export interface LabelWords {
  /** A function or economic class printed with the name: `社会保险经办机构(2080109)`, `[2080109]社会保险经办机构`. */
  readonly code: string | null;
  /** The name without number and code. */
  readonly name: string;
  /** The name as names of classes are compared. */
  readonly key: string;
  /** The classes of that name in the general lists, and whether other fields have classes of that name too. */
  readonly functionClasses: readonly string[];
  readonly economicClasses: readonly string[];
  readonly isShared: boolean;
  /** Numbered `一、`. */
  readonly isTop: boolean;
  /** Numbered `（一）` or `（1）`. */
  readonly isBelow: boolean;
  /** A name of spending: `八、社会保障和就业支出`. */
  readonly isSpending: boolean;
  /** A row that says what its figures measure and not of what: `2023年预算数`, `决算数`, `增减率`. */
  readonly isStage: boolean;
  /** The unit printed behind the name in brackets, undefined where there is none. */
  readonly unit: string | undefined;
}

const BRACKETED_CODE = /[（(]([235]\d{2}(?:\d{2}){0,2})[)）]/;
const LEADING_CODE = /^[[【〔]?([235]\d{2}(?:\d{2}){0,2})[\]】〕]?[-—]?(?=[\u4e00-\u9fa5])/;
const NUMBERED = /^[一二三四五六七八九十]+、/;
const BRACKET_NUMBERED = /^[（(][一二三四五六七八九十\d]+[)）]/;

const STAGE =
  /^(?:20\d{2}年度?|本年度?|上年度?|当年|去年)?(?:年初|调整后?|全年)?(?:预算|决算|执行)(?:数|额|金额|安排)?$|^(?:(?:比|较)上年(?:预算数?|决算数?)?)?(?:增减|变动)(?:额|数|金额|率|幅度|情况)?(?:[（(][%％][)）])?$|^(?:预算)?完成率(?:[（(][%％][)）])?$/;

/** Thousands of reports print the same labels: each is looked at once. */
export const labelWords = remembered((text): LabelWords => {
  const name = bareName(text);
  return {
    code: BRACKETED_CODE.exec(text)?.[1] ?? LEADING_CODE.exec(text)?.[1] ?? null,
    name,
    key: classNameKey(name),
    functionClasses: functionClassesNamed(name),
    economicClasses: economicClassesNamed(name),
    isShared: isSharedName(name),
    isTop: NUMBERED.test(text),
    isBelow: BRACKET_NUMBERED.test(text),
    isSpending: /支出$/.test(bareLabel(text)),
    isStage: STAGE.test(text),
    unit: bracketedUnit(text),
  };
});

/** A class's name without number and code. */
function bareName(label: string): string {
  return label
    .replace(/[（(]\d{3,7}[)）]/g, "")
    .replace(/^[[【〔]?\d{3,7}[\]】〕]?[-—]?/, "")
    .replace(/^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.．](?!\d))/, "");
}
