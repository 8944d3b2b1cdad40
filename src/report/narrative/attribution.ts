import type { ItemId } from "../../domain/items.ts";
import { itemOf } from "../../domain/items.ts";
import type { NamedReading, UnitKind } from "./lead.ts";
import { unitKindOf } from "./lead.ts";
import { costOf } from "./counted-things.ts";
import type { Name, NameSurroundings } from "./names.ts";
import { nameOf, subjectsNamed, wordsInService } from "./names.ts";
import { withoutVerb } from "./openings.ts";
import type { Fund } from "./section.ts";
import type { State } from "./state.ts";
import type { Subject } from "./subject.ts";
import { unnamedSubject } from "./subject.ts";
import type { Setting } from "./told.ts";

/** A figure as far as its own words tell, before it is known what it is about. */
export interface Unattributed {
  /** Candidate names with their measures, best first; a name may be empty. */
  readonly readings: readonly NamedReading[];
  /** The words before the figure, as printed. */
  readonly words: string;
  /** Gives the words behind its unit up to the next separator or digit, which few figures are asked for. */
  readonly behind: () => string;
  readonly unit: string;
  readonly kind: UnitKind;
  readonly inExplanation: boolean;
}

export interface Attribution {
  readonly reading: NamedReading;
  readonly subjects: readonly Subject[];
  /** The sentence goes on to speak of these subjects. */
  readonly isNamed: boolean;
}

const NAMELESS = nameOf("");
const OF_INDICATOR: ReadonlySet<string> = new Set(["target", "actual", "score", "max_score"]);

/**
 * What a figure is about: the first candidate name that means an item or a class, an empty name the
 * subject so far, and else a subject without item under the printed name. null for a bare number
 * that no word makes a figure.
 */
export function attribute(figure: Unattributed, state: State, setting: Setting): Attribution | null {
  const { readings } = figure;
  if (figure.kind === "bare" && readings.every((reading) => reading.words === "")) return null;
  const indicator = state.subjects[0]?.item === "project.indicator" ? state.subjects : null;
  for (const reading of readings) {
    if (indicator !== null && OF_INDICATOR.has(reading.measure)) {
      return { reading: { ...reading, rest: "", name: NAMELESS }, subjects: indicator, isNamed: false };
    }
    if (reading.rest === "") {
      // «主要是办公费、差旅费分别增加3.6,2.6万元»: an amount without words inside an explanation is not what is explained.
      if (figure.inExplanation && figure.kind === "money" && (figure.words === "" || /分别/.test(figure.words))) {
        return { reading, subjects: [unnamedSubject(state.remark)], isNamed: false };
      }
      const carried = carriedSubjects(figure, reading, state, setting);
      if (carried !== null) return { reading, subjects: carried, isNamed: isAccount(carried) };
      continue;
    }
    // «占“三公”经费支出18.40万元的17.4%»: the whole as an amount; the sentence stays with its part.
    const isShare = figure.kind === "money" && reading.rest.startsWith("占");
    const whole = isShare ? /^占(?:了)?(.{2,40})$/.exec(reading.rest)?.[1] : undefined;
    const base = whole === undefined ? undefined : namedSubjects(nameOf(whole), figure.unit, state, setting);
    if (base !== undefined) return { reading, subjects: base, isNamed: false };
    const named = localName(reading, state) ?? namedSubjects(reading.name, figure.unit, state, setting);
    if (named !== undefined) {
      // An explanation names amounts of its own, so does what was evaluated: «涉及一般公共预算支出3456万元».
      const subjects =
        (figure.inExplanation && !reading.rest.endsWith(OWNED)) ||
        (figure.kind === "money" && isEvaluated(figure.words, named, state))
          ? named.map(({ label }) => unnamedSubject(label))
          : named;
      return { reading, subjects, isNamed: true };
    }
  }
  const best =
    readings.find(({ rest, words }) => rest !== "" && words !== "") ??
    readings.find(({ words }) => words !== "") ??
    readings[0];
  if (best === undefined) return null;
  const subject = subjectWithoutName(best, figure, state, setting);
  const isOwn = best.rest !== "" && best.rest !== AMOUNT && !isValueOf(best.rest, state);
  return { reading: best, subjects: [subject], isNamed: isOwn };
}

/** «主要原因是厉行节约，年末公务用车保有4辆»: how many cars there are explains nothing. */
const OWNED = "用车保有";

/** «涉及一般公共预算支出80万元，政府性基金预算支出5万元»: the next fund is of what was evaluated, too. */
function isEvaluated(words: string, [named]: readonly Subject[], { subjects: [before] }: State): boolean {
  if (words.includes("涉及")) return true;
  return before?.item === null && FUND_SPENT.test(before.label) && FUND_SPENT.test(named?.label ?? "");
}

const FUND_SPENT =
  /^(?:(?:一般公共预算|政府性基金预算|国有资本经营预算)(?:(?:当年)?(?:财政拨款)?(?:项目)?支出|当年(?:财政)?拨款)|财政专户管理资金|单位资金)$/;

/** The subjects that a name means at this place of the sentence. */
export function namedSubjects(
  name: Name,
  unit: string,
  state: State,
  setting: Setting,
): readonly Subject[] | undefined {
  const fund = setting.section.fund ?? state.fund;
  const found = subjectsOf(name, unit, state, setting)?.map((subject) => ofPurchase(subject, state));
  return fund === null ? found : found?.map((subject) => ofFund(subject, fund));
}

/** «安排购置车辆0辆，单位价值50万元以上通用设备0台», «新增配备…设备0台»: what is to be bought is not what is owned. */
function ofPurchase(subject: Subject, { subjects: [before], spokenOf }: State): Subject {
  if (subject.item?.startsWith("equipment.") !== true) return subject;
  const goesOn =
    spokenOf.length > 0 &&
    (before?.item === "vehicles.purchased" || (before?.item === null && BOUGHT.test(before.label)));
  return goesOn || BOUGHT.test(subject.label) ? unnamedSubject(subject.label) : subject;
}

const BOUGHT = /新增|购置|配[备置]|采购|更新|处置|报废/;

const OF_FUND: ReadonlySet<ItemId | null> = new Set<ItemId>([
  "income.total",
  "income.fiscal",
  "income.grand_total",
  "expenditure.total",
  "expenditure.fiscal",
  "expenditure.grand_total",
]);

/** What a fund's own section calls 本年收入; its balances and its halves are the fund's and not the agency's. */
function ofFund(subject: Subject, fund: Fund): Subject {
  const { item, label } = subject;
  const side = /^(income|expenditure)\./.exec(item ?? "")?.[1];
  if (side !== undefined && OF_FUND.has(item)) {
    if (item?.endsWith("grand_total") === true) return unnamedSubject(label);
    return { ...subject, item: `${side === "income" ? "income" : "expenditure"}.${fund}` };
  }
  if (item?.startsWith("balance.") === true) return unnamedSubject(label);
  const half = item === "expenditure.basic" || item === "expenditure.project";
  return half && subject.parentLabel === null
    ? { ...subject, parentLabel: fund === "government_fund" ? "政府性基金" : "国有资本经营预算" }
    : subject;
}

function subjectsOf(name: Name, unit: string, state: State, setting: Setting): readonly Subject[] | undefined {
  const surroundings = surroundingsOf(unit, state, setting);
  for (const reading of name.readings) {
    const named = subjectsNamed(reading, surroundings);
    if (named !== undefined) return named;
  }
  return undefined;
}

function surroundingsOf(unit: string, state: State, setting: Setting): NameSurroundings {
  const whole = state.wholes.at(-1)?.subjects[0];
  const before = state.subjects[0]?.label ?? "";
  return {
    unit,
    within: whole?.item ?? null,
    withinLabel: whole?.label ?? null,
    withinCode: whole?.code ?? null,
    // Only people are in service.
    inService: unit === "人" ? saidInService(state) : null,
    byFunction: setting.section.byFunction,
    section: setting.section.subjects[0]?.item ?? null,
    fiscalOnly: setting.section.fiscalOnly || before.startsWith("财政拨款收"),
    before,
  };
}

function saidInService({ remark, subjects: [before] }: State): string | null {
  return wordsInService(remark) ?? wordsInService(before?.label ?? "") ?? wordsInService(before?.parentLabel ?? "");
}

/**
 * «项目支出48万元» below the name of a project is what that project spent; «某某项目自评得分95分» names
 * a project itself; «支出» behind the income of a fund is the fund's and not the agency's.
 */
function localName(reading: NamedReading, { project, subjects }: State): readonly Subject[] | undefined {
  const [before] = subjects;
  const both = bothSides(reading.rest, subjects);
  if (both !== undefined) return both;
  const label =
    reading.words === "" || !reading.rest.includes("项目")
      ? undefined
      : /^“?([^”]{2,40}?)”?项目(?:支出)?(?:绩效)?$/.exec(reading.rest)?.[1];
  if (label !== undefined && !/采购|预留|绩效目标|的$|^(?:部门|单位)$/.test(label))
    return [{ item: "project", code: null, label, parentLabel: null }];
  if (
    (reading.rest === "收入" || reading.rest === "支出") &&
    before?.item === null &&
    /基金|保险|征缴|征收/.test(before.label)
  ) {
    return [unnamedSubject(reading.rest, before.label)];
  }
  if (before !== undefined && (SPENT.has(reading.rest) || isPriceOf(before, reading.rest))) {
    const cost = spentOn(before);
    if (cost !== null) return [cost];
  }
  return project !== null && /^(?:该|本)?项目(?:支出|绩效|支出绩效)$/.test(reading.rest) ? [project] : undefined;
}

const SPENT: ReadonlySet<string> = new Set(["支出", "开支", "花费", "共支出", "共开支", "共花费"]);

/** «购置公务用车1辆，购置费18.00万元» */
const isPriceOf = ({ item }: Subject, name: string): boolean =>
  item === "vehicles.purchased" && /^购置(?:费用?|经费|支出|金额|资金)$/.test(name);

const BOTH_SIDES = /^收(?:入)?[、和及与]?支(?:出)?(?:总体|规模)?$/;

const SIDE_TOTALS: ReadonlyMap<ItemId | null, "total" | "grand_total"> = new Map<ItemId, "total" | "grand_total">([
  ["income.total", "total"],
  ["expenditure.total", "total"],
  ["income.grand_total", "grand_total"],
  ["expenditure.grand_total", "grand_total"],
]);

/** «收入总计1745万元，支出总计1745万元。收支较上年增加53万元»: income and expenditure of the kind told before. */
export function bothSides(name: string, [before]: readonly Subject[]): readonly Subject[] | undefined {
  const kind = before === undefined ? undefined : SIDE_TOTALS.get(before.item);
  if (kind === undefined || !BOTH_SIDES.test(name)) return undefined;
  const items: readonly ItemId[] =
    kind === "total" ? ["income.total", "expenditure.total"] : ["income.grand_total", "expenditure.grand_total"];
  return items.map((item) => ({ item, code: null, label: name, parentLabel: null }));
}

/** «公务接待24批次，210人次，支出2.05万元»: the money of the guests, cars or travels counted before. */
function spentOn(counted: Subject): Subject | null {
  if (counted.item === null) return null;
  if (counted.item.startsWith("three_public.")) return counted;
  const cost = costOf(counted.item);
  if (cost === null) return null;
  const isAll = cost === "three_public.reception_domestic" && !/国内/.test(counted.label);
  return { ...counted, item: isAll ? "three_public.reception" : cost };
}

/** A figure without a name is about the subject so far, if its unit allows. */
function carriedSubjects(
  figure: Unattributed,
  reading: NamedReading,
  state: State,
  setting: Setting,
): readonly Subject[] | null {
  const { subjects } = state;
  const [first] = subjects;
  // «本年收入388.60万元，全部为财政拨款收入，占100%»: the share of what all of it is.
  const all = reading.measure === "share" ? ALL_OF.exec(state.remark)?.[1] : undefined;
  const whole = all === undefined ? undefined : namedSubjects(nameOf(all), "万元", state, setting);
  if (whole?.[0] !== undefined && whole[0].item !== null) return whole;
  if (reading.measure === "score" && first?.item !== "project" && first?.item !== "project.indicator") {
    const ofAgency = /自评|评价|综合|考核|总/.test(reading.words) || /整体/.test(setting.section.heading);
    if (!ofAgency) return null;
    return [{ item: "performance.self_score", code: null, label: reading.words, parentLabel: null }];
  }
  // «支出决算为» behind a name of its own is about that name, known or not.
  const isOwn = first !== undefined && first.item === null && state.spokenOf.length > 0;
  // «收支总预算811万元。» «收入预算811万元»: one side behind both goes on with neither.
  const before = subjects.length > 1 ? null : (first?.item ?? null);
  const account = figure.kind === "money" && !isOwn ? allOfAccount(reading, figure.words, before) : null;
  if (account !== null || first === undefined) return account;
  // «共计100.24万元» behind a list of projects is no project's own figure.
  if (first.item === "project" && /^(?:共计|合计|总计)$/.test(figure.words)) return [unnamedSubject(figure.words)];
  if (figure.kind === "money" && first.item !== null && isCounted(first.item)) {
    const item = costOf(first.item);
    return item === null ? null : [{ ...first, item }];
  }
  if (figure.kind !== "count" || first.item === "project.indicator") return subjects;
  if (first.item !== null && itemOf(first.item).unit === figure.unit) return subjects;
  return namedSubjects(NAMELESS, figure.unit, state, setting) ?? null;
}

const ALL_OF = /^(?:全部|均|全|都)(?:为|是|系|来自)(.{3,30})$/;

function isAccount([first]: readonly Subject[]): boolean {
  return first?.item === "income.total" || first?.item === "expenditure.total";
}

/** What is held or counted is no account that «支出预算为» could go on with. */
const OF_NO_ACCOUNT = /^(?:balance|asset|headcount|equipment)\./;

/** «支出预算为» where nothing was named before, or only income: all expenditure. */
function allOfAccount(reading: NamedReading, words: string, before: ItemId | null): readonly Subject[] | null {
  // «其中…政府性基金拨款支出0万元，2022年本部门预算支出较上年增加150.80万元»
  const ofAgency = /(?:部门|单位|局|中心|院|校)预算(收入|支出)(?:较|比|与)/.exec(words)?.[1];
  const word = ofAgency ?? /^(?:预算|当年|全年)?(收入|支出)/.exec(reading.words)?.[1];
  if (word === undefined) return null;
  const other = word === "收入" ? "expenditure." : "income.";
  const goesOn = before !== null && !before.startsWith(other) && !OF_NO_ACCOUNT.test(before);
  if (goesOn && ofAgency === undefined) return null;
  const item: ItemId = word === "收入" ? "income.total" : "expenditure.total";
  return [{ item, code: null, label: word, parentLabel: null }];
}

/** A subject that the vocabulary has no item for, a part of a counted whole, or what the clause before named. */
function subjectWithoutName(reading: NamedReading, figure: Unattributed, state: State, setting: Setting): Subject {
  const list = state.wholes.at(-1);
  const whole = list?.subjects[0];
  const counted = state.subjects[0];
  const label = labelOf(reading, figure, state, setting);
  if (reading.measure === "score" && /整体支出|整体绩效/.test(reading.rest)) {
    return { item: "performance.self_score", code: null, label, parentLabel: null };
  }
  if (reading.rest === "" || isVerb(reading.rest)) {
    const [named] = namedSubjects(nameOf(state.remark), figure.unit, state, setting) ?? [];
    if (named !== undefined && named.item !== null) return named;
  }
  if (reading.rest === AMOUNT && counted !== undefined) {
    const cost = counted.item === null ? null : costOf(counted.item);
    if (cost !== null) return { item: cost, code: null, label, parentLabel: counted.label };
    return unnamedSubject(label, counted.label);
  }
  if (isValueOf(reading.rest, state)) return unnamedSubject(label, counted?.label ?? null);
  const item = whole?.item ?? null;
  if (figure.kind === "count" && MOVED.test(reading.rest)) return unnamedSubject(label, whole?.label ?? null);
  // «在职人员69人，其中：行政31人，事业38人；村干部128人»: behind a list that commas divide begins something else.
  if (figure.kind === "count" && list?.closed === true) return unnamedSubject(label);
  if (
    whole !== undefined &&
    item !== null &&
    /^(?:headcount|vehicles)\./.test(item) &&
    (itemOf(item).unit === figure.unit || (figure.unit === "台(套)" && item.startsWith("vehicles.")))
  ) {
    return { item, code: null, label, parentLabel: whole.label };
  }
  return unnamedSubject(label, whole?.label ?? null);
}

/** «退休人员97人，其中2023年新增退休5人»: who came and went is no part of those who are there. */
const MOVED = /^(?:新增|新进|新招|调入|调出|调离|转入|转出|辞职|去世|死亡)/;

/** The printed words that come nearest to a name. */
function labelOf(reading: NamedReading, figure: Unattributed, state: State, setting: Setting): string {
  const following = figure.behind();
  const behind = figure.kind === "count" && !/^[为是]/.test(following) ? following : "";
  // «涉及预算金额120万元，平均得分95.6分»: points are not of what an amount was of.
  const isOwn = isVerb(reading.rest) || (reading.measure === "score" && reading.rest === "");
  const own = isOwn ? `${reading.rest}${reading.words}` : reading.rest;
  if (`${own}${behind}` !== "") return `${own}${behind}`;
  const [subject] = state.subjects;
  return state.remark || subject?.label || reading.words || setting.section.heading || following;
}

/** «项目8个，金额2527万元»: the money of what was counted. */
const AMOUNT = "金额";

/** «车辆2辆，价值36.50万元，其中：机要通信用车1辆»: the sentence stays with what was counted. */
function isValueOf(name: string, { subjects: [before] }: State): boolean {
  return name === "价值" && before?.item?.startsWith("vehicles.") === true;
}

/** «涉及预算金额»: the verb alone names nothing. */
function isVerb(name: string): boolean {
  return name !== "" && withoutVerb(`${name}。`) === "。";
}

/** Whether an item counts people, vehicles, visits: anything but money and points. */
function isCounted(item: ItemId): boolean {
  const { unit } = itemOf(item);
  return unit !== null && unitKindOf(unit) === "count";
}
