import { functionClassesNamed, isSharedName } from "../../domain/function-classes.ts";
import { remembered } from "../../domain/remembered.ts";
import { economicCodeNamed, functionSubject, isClassPath, isEconomic } from "./classes.ts";
import { itemsCounted } from "./counted-things.ts";
import { itemsOf, moneyNamed, plainName } from "./lexicon.ts";
import type { LexiconEntry, NameContext } from "./lexicon.ts";
import { withoutVerb } from "./openings.ts";
import type { Subject } from "./subject.ts";
import { unnamedSubject } from "./subject.ts";

/** Where a name stands: what the sentence spoke of before, and what it breaks down. */
export interface NameSurroundings extends NameContext {
  /** Label of the subject so far, "" for none. */
  readonly before: string;
  /** Label of what is broken down, null outside a breakdown. */
  readonly withinLabel: string | null;
  /** Class of what is broken down. */
  readonly withinCode: string | null;
  /** Words that say that the kinds of staff told next are in service: 在职在编实有; null where none do. */
  readonly inService: string | null;
  /** The section lists expenditure by function class. */
  readonly byFunction: boolean;
}

/** «年中追加项目“某某经费”», «项目“某某经费”项目»: a project named in quotation marks. */
const QUOTED_PROJECT = /项目“([^”]{2,60})”(?:项目)?$/;

/**
 * The subjects that a printed name means: two for «收、支总计», none (`undefined`) for a name that
 * stands for no item and no class.
 */
export function subjectsNamed(name: Name, surroundings: NameSurroundings): readonly Subject[] | undefined {
  const { project, plain, economicCode, path, byClass, money } = name.meaning;
  if (project !== null) return [{ item: "project", code: null, label: project, parentLabel: null }];
  const { unit, within, withinLabel } = surroundings;
  if (unit === "万元" || unit === "%") {
    if (economicCode !== null && isEconomic(economicCode, within)) {
      return [{ item: "expenditure.economic", code: economicCode, label: name.text, parentLabel: withinLabel }];
    }
    if (path) return listOf(byClass);
    if (byClass !== null && isNoClass(byClass, surroundings)) return [unnamedSubject(name.text)];
    return money === undefined
      ? listOf(byClass ?? classBelow(plain, surroundings))
      : itemsOf(money, surroundings).map((item) => labelled(item, name.text, surroundings));
  }
  const kind = unit === "人" && within !== "headcount.in_service" ? kindInService(plain, surroundings) : null;
  if (kind !== null) return [kind];
  return itemsCounted(plain, surroundings.before, surroundings)?.map((item) => labelled(item, name.text, surroundings));
}

/** «农林水支出656万元，具体包括：行政运行488万元，防汛58万元»: a class by its name alone, below the one that is broken down. */
function classBelow(name: string, { within, withinCode, withinLabel }: NameSurroundings): Subject | null {
  if (within !== "expenditure.function" || withinCode === null) return null;
  const codes = functionClassesNamed(name).filter((code) => code.length > withinCode.length);
  if (codes.length === 0 && !isSharedName(name)) return null;
  const below = codes.filter((code) => code.startsWith(withinCode));
  const code = below.length === 1 ? (below[0] ?? null) : null;
  return { item: "expenditure.function", code, label: name, parentLabel: withinLabel };
}

const IN_SERVICE = /^(?:年末)?(?:在职在编实有|在编实有|在职实有|实有在职|在职在编)/;
const KIND = /^(?:行政|事业|参公|(?:非)?参公管理的?事业|(?:非)?参照公务员法管理的?事业|机关)(?:单位)?(?:在职)?人员$/;

/** 在职在编实有, where words begin with it; else null. */
export const wordsInService = (text: string): string | null => IN_SERVICE.exec(text)?.[0] ?? null;

/** «在职在编实有行政人员12人，事业人员5人»: parts of those in service, of whom no sum is printed. */
function kindInService(name: string, { inService }: NameSurroundings): Subject | null {
  const own = wordsInService(name);
  const whole = own ?? inService;
  if (whole === null || !KIND.test(name.slice(own?.length ?? 0))) return null;
  return { item: "headcount.in_service", code: null, label: name, parentLabel: whole };
}

/** What a name may mean by itself, wherever it stands. */
interface NameMeaning {
  /** The name without quotation marks. */
  readonly plain: string;
  readonly project: string | null;
  readonly economicCode: string | null;
  /** The name prints a path of function classes. */
  readonly path: boolean;
  readonly byClass: Subject | null;
  readonly money: LexiconEntry | undefined;
}

/** Words that a name may end with and that change nothing: 机关运行经费安排, 三公经费预算合计. */
const TAIL = /(?:预算|支出|财政拨款){0,3}(?:预?安排|合计|共计|总额|规模)$/;

const KINDS_IN_BRACKETS = /\([^()]{0,20}(?:上缴上级|对附属单位)[^()]{0,20}\)$/;

/** A printed name: what it may mean is found when it is first asked for. */
export class Name {
  readonly text: string;
  #meaning: NameMeaning | null = null;
  #readings: readonly Name[] | null = null;

  constructor(text: string) {
    this.text = text;
  }

  get meaning(): NameMeaning {
    return (this.#meaning ??= meaningOf(this.text));
  }

  /** The name as it stands, then without its verb, without words that change nothing and without a bracket behind it. */
  get readings(): readonly Name[] {
    return (this.#readings ??= [this, ...this.#shorter().map(nameOf)]);
  }

  #shorter(): string[] {
    const { text } = this;
    const bare = withoutVerb(text);
    const tailless = bare.replace(TAIL, "");
    const shorter = bare === text ? [] : [bare];
    // «年初车辆4辆，年末车辆3辆»
    const dayless = /^(?:年|期)末.{0,6}(?:资产|车辆|人员|职工|编制)/.test(bare) ? bare.slice(2) : bare;
    if (dayless !== bare) shorter.push(dayless);
    if (tailless !== bare && tailless.length >= 4) shorter.push(tailless);
    // «其他支出(对附属单位补助支出、上缴上级支出)» is what the bracket says and no class of that name.
    if (text.endsWith(")") && !KINDS_IN_BRACKETS.test(bare)) shorter.push(bare.replace(/\([^()]{1,30}\)$/, ""));
    return shorter;
  }
}

export const nameOf = remembered((text) => new Name(text));

function meaningOf(name: string): NameMeaning {
  const plain = plainName(name);
  return {
    plain,
    project: QUOTED_PROJECT.exec(name)?.[1] ?? null,
    economicCode: economicCodeNamed(plain),
    path: isClassPath(plain),
    byClass: functionSubject(plain),
    money: plain === "" ? undefined : moneyNamed(plain),
  };
}

/** «基本支出100万元，项目支出80万元，其他支出20万元», «建筑安装工程费90万元，预备费10万元»: words of other lists than classes. */
function isNoClass({ code, label }: Subject, { before, within }: NameSurroundings): boolean {
  // «收入预算3845万元，其中，一般公共预算拨款2845万元，社会保险基金0万元»
  if (code === "209") return within?.startsWith("income.") === true && !label.endsWith("支出");
  if (code === "229") return /^(?:基本|项目|经营|上缴上级|对附属单位补助)支出$/.test(before);
  return code === "227" && /工程.*费用?$|投资$/.test(before);
}

/**
 * A part keeps the label of its whole where it could be taken for the whole: «其中区政府购买服务2人»
 * of 临聘人员, 累计折旧 of one kind of asset.
 */
function labelled(item: Subject["item"], name: string, surroundings: NameSurroundings): Subject {
  const { within, withinLabel, withinCode, byFunction, before } = surroundings;
  const label = name === "" ? before : name;
  // «住房公积金112788元，其中：基本支出112788元»: of that class and not of the agency.
  if ((item === "expenditure.basic" || item === "expenditure.project") && withinLabel !== null) {
    if (within === "expenditure.function" || (within === null && byFunction)) {
      return { item, code: withinCode, label, parentLabel: withinLabel };
    }
  }
  const isPart = item !== null && item === within && name !== withinLabel;
  const ofKind =
    (item === "asset.depreciation" && !/^(?:固定资产|$)/.test(before) && !/^固定资产/.test(name)) ||
    (item === "asset.amortisation" && !/^(?:无形资产|$)/.test(before) && !/^无形资产/.test(name));
  return { item, code: null, label, parentLabel: isPart ? withinLabel : ofKind ? before : null };
}

function listOf(subject: Subject | null): readonly Subject[] | undefined {
  return subject === null ? undefined : [subject];
}
