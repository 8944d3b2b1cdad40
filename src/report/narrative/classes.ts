import { economicClassesNamed } from "../../domain/economic-classes.ts";
import { classNameKey } from "../../domain/class-names.ts";
import { functionClassesInPath, functionClassesNamed, isSharedName } from "../../domain/function-classes.ts";
import type { ItemId } from "../../domain/items.ts";
import { remembered } from "../../domain/remembered.ts";
import type { Subject } from "./subject.ts";
import { unnamedSubject } from "./subject.ts";

const LEVEL = /\((类|款|项)\)(?:支出)?/;
const DASH = /[—–―─－]+|--+|-(?=[\u4e00-\u9fa5])/;
/** «…（类）-统计信息事务（款）-…», «…（类）、…» */
const JOINS_LEVELS = /^[—–―─－、，,-]+/;
const CODE_LENGTH: ReadonlyMap<string, number> = new Map([
  ["类", 3],
  ["款", 5],
  ["项", 7],
]);
/** What every 款 that keeps an agency running has under the same two digits. */
const OF_ANY_SECTION: ReadonlyMap<string, string> = new Map([
  ["行政运行", "01"],
  ["一般行政管理事务", "02"],
  ["机关服务", "03"],
  ["事业运行", "50"],
]);
/** `公安（款）其他公安支出（项）`: what is left of a class has the same two digits everywhere. */
const REST_DIGITS = "99";
/** Where the name of a class ends and the sentence on its figures begins. */
const SENTENCE = /(?:\d{4}年|年初|全年|上年|支出决算|决算数|支出预算|预算数|完成|增加|减少).*$/;

/** «行政运行（2080101）», «2080101行政运行», «2080101-行政运行»: the code stands beside the name. */
const CODED = /^(.{2,30}?)\((\d{3}|\d{5}|\d{7})\)$|^(\d{3}|\d{5}|\d{7})(?:[—–―─－-]{1,2})?([\u4e00-\u9fa5].{1,30})$/;

/** «社会保障和就业支出(208)行政事业单位养老支出(05)机关…缴费支出(05)», «…(208类)…(05款)…(01项)» */
const CODED_PATH =
  /^([\u4e00-\u9fa5、]{2,30})\((\d{3})类?\)([\u4e00-\u9fa5、()]{2,30}?)\((\d{2})款?\)(?:([\u4e00-\u9fa5、()]{2,30}?)\((\d{2})项?\))?(?:支出)?$/;

interface Path {
  readonly names: readonly string[];
  /** Digits of the last name's code, null where the level is not printed. */
  readonly length: number | null;
  /** Where the levels' digits are printed. */
  readonly code?: string;
}

/**
 * A printed path of function classes:
 *
 *     社会保障和就业支出（类）就业补助（款）社会保险补贴（项）      社会保障和就业支出—就业补助—社会保险补贴
 */
const pathOf = remembered((text): Path | null => {
  const coded = CODED_PATH.exec(text);
  if (coded !== null) {
    const [, first = "", top = "", second = "", middle = "", third, last] = coded;
    const names = [first, second, ...(third === undefined ? [] : [third])];
    return { names, length: third === undefined ? 5 : 7, code: `${top}${middle}${last ?? ""}` };
  }
  if (LEVEL.test(text)) {
    if (!/\((?:类|款|项)\)(?:支出)?$/.test(text)) return null;
    const levels = [...text.matchAll(/\((类|款|项)\)/g)].map((match) => match[1] ?? "");
    const names = text
      .split(/\((?:类|款|项)\)(?:支出)?/)
      .slice(0, levels.length)
      .map((name) => name.replace(JOINS_LEVELS, ""));
    const length = CODE_LENGTH.get(levels.at(-1) ?? "") ?? null;
    return names.some((name) => name.length < 2 || name.length > 30) ? null : { names, length };
  }
  const names = text.split(DASH);
  if (names.length < 2 || names.length > 3) return null;
  if (SENTENCE.test(names.at(-1) ?? "") || names.some((name) => !/^[\u4e00-\u9fa5、()]{2,30}$/.test(name))) return null;
  const known = functionClassesNamed(names[0] ?? "").some((code) => code.length === 3);
  return known ? { names, length: names.length === 3 ? 7 : 5 } : null;
});

/** The code of a path's last name: of all classes of that name the one below the names before it. */
function codeOf({ names, length, code }: Path): string | null {
  if (code !== undefined) return code;
  let parents: readonly string[] = [];
  let found: readonly string[] = [];
  let isUnknown = false;
  names.forEach((name, index) => {
    const isLast = index === names.length - 1;
    const wanted = isLast ? length : null;
    const codes = functionClassesInPath(name).filter(
      (code) =>
        (wanted === null || code.length === wanted) &&
        (parents.length === 0 || parents.some((parent) => code.startsWith(parent) && code !== parent)),
    );
    if (isLast) found = codes;
    else if (codes.length > 0) parents = codes;
    else isUnknown = true;
  });
  if (found.length === 0 && parents.length === 1 && length !== 5) {
    const [section = ""] = parents;
    const last = names.at(-1) ?? "";
    const isRest = names.length > 1 && classNameKey(last) === `其他${classNameKey(names.at(-2) ?? "")}`;
    const digits = OF_ANY_SECTION.get(last) ?? (isRest ? REST_DIGITS : undefined);
    if (section.length === 5 && digits !== undefined) return `${section}${digits}`;
  }
  // Below a class that is not known, a name of many classes is none that is known.
  if (isUnknown && isSharedName(names.at(-1) ?? "")) return null;
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** A path without the sentence that follows it: `…—社会保险补贴年初未申请财政拨款预算`. */
export const withoutSentence = (path: string): string => path.replace(SENTENCE, "");

/** «…（款）机关服务（项）2010303», «…机关服务（项）（2010303）»: the code behind the path. */
const CODE_BEHIND = /(?<=\((?:类|款|项)\))\(?(\d{3}|\d{5}|\d{7})\)?$/;

/** The function class that a printed path or the name of a 类 means; null for other names. */
export function functionSubject(name: string): Subject | null {
  const item: ItemId = "expenditure.function";
  const behind = CODE_BEHIND.exec(name);
  if (behind !== null) {
    const subject = functionSubject(name.slice(0, behind.index));
    return subject === null ? null : { ...subject, code: behind[1] ?? null };
  }
  const path = pathOf(name);
  if (path !== null) {
    return { item, code: codeOf(path), label: path.names.at(-1) ?? name, parentLabel: path.names.at(-2) ?? null };
  }
  const coded = CODED.exec(name);
  if (coded !== null && !SENTENCE.test(name)) {
    const code = coded[2] ?? coded[3] ?? null;
    const label = coded[1] ?? coded[4] ?? name;
    // «工资福利支出（301）», and «机关工资福利支出（501）» of the government's own classification, which no item holds.
    if (code?.startsWith("5") === true) return unnamedSubject(label);
    return { item: code?.startsWith("3") === true ? "expenditure.economic" : item, code, label, parentLabel: null };
  }
  const codes = functionClassesNamed(name);
  if (codes.length === 0 || isSharedName(name) || name === "其他") return null;
  const [code] = codes;
  const top = codes.find((candidate) => candidate.length === 3);
  const only = codes.length === 1 && code !== undefined ? code : null;
  return { item, code: top ?? only, label: name, parentLabel: null };
}

/** Whether a text prints a path of classes, as a heading over the sentence on its figures does. */
export function isClassPath(text: string): boolean {
  return pathOf(text.replace(CODE_BEHIND, "")) !== null || (CODED.test(text) && !SENTENCE.test(text));
}

/** What is spent here is listed by economic class: «机关运行经费 …，主要包含: 办公费 93.40 万元». */
const BY_ECONOMIC_CLASS: ReadonlySet<ItemId> = new Set<ItemId>([
  "expenditure.agency_operating",
  "expenditure.operating",
  "expenditure.personnel",
  "expenditure.basic",
  "expenditure.project",
  "expenditure.economic",
]);

/** The economic class of a name: a 类, else the only one so named; null for any other name. */
export function economicCodeNamed(name: string): string | null {
  if (/^其他(?:支出)?(?:类?科目)?$/.test(name)) return null;
  const codes = economicClassesNamed(name);
  return codes.find((candidate) => candidate.length === 3) ?? (codes.length === 1 ? (codes[0] ?? null) : null);
}

/** Whether the name of an economic class means it here: a 类 by itself, others inside a breakdown by economic class. */
export function isEconomic(code: string, within: ItemId | null): boolean {
  return code.length === 3 || (within !== null && BY_ECONOMIC_CLASS.has(within));
}
