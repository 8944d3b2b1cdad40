import { itemOf } from "../../domain/items.ts";
import type { ItemId } from "../../domain/items.ts";
import { ECONOMIC_CLASSES, economicClassName } from "./economic-classes.ts";
import type { InputWay, Metric } from "./metric.ts";
import { spent } from "./ways.ts";

const shared = {
  group: "per_staff",
  unit: "万元/人",
  polarity: "higher_is_dearer",
  shape: "ratio",
  factor: 1,
  formula: "numerator / denominator_value",
  denominatorName: { zh: "人数", en: "headcount" },
  perStaff: true,
} as const;

interface Caveat {
  readonly zh: string;
  readonly en: string;
}

/** An item’s spending per head. */
function perHead(
  name: string,
  item: ItemId,
  zh: string,
  en: string,
  caveat: Caveat,
  ways: readonly InputWay[] = spent(item),
): Metric {
  const { zh: itemZh, en: itemEn } = itemOf(item);
  return {
    ...shared,
    id: `per_staff.${name}`,
    zh,
    en,
    numeratorName: { zh: itemZh, en: itemEn },
    ways,
    adjusts: { numerator: item, denominator: null },
    caveatZh: caveat.zh,
    caveatEn: caveat.en,
  };
}

/** One economic class of basic expenditure per head. */
function classPerHead(name: string, code: string, zh: string, en: string, caveat: Caveat): Metric {
  return {
    ...shared,
    id: `per_staff.${name}`,
    zh: `人均${zh}`,
    en: `${en} per head`,
    numeratorName: { zh: `${zh}（${code}）`, en: `${en} (${code})` },
    ways: spent("expenditure.economic", code),
    adjusts: { numerator: null, denominator: null },
    caveatZh: caveat.zh,
    caveatEn: caveat.en,
  };
}

/** A whole 类 per head. */
function groupPerHead(name: string, code: string, caveat: Caveat): Metric {
  const group = economicClassName(code);
  if (group === null) throw new TypeError(`no economic class ${code}`);
  return classPerHead(name, code, group.zh, group.en, caveat);
}

const BASIC_ONLY: Caveat = {
  zh: "只含一般公共预算基本支出中的数，不含项目支出。",
  en: "Counts basic expenditure of the general public budget only, not projects.",
};

const WITHIN: Readonly<Record<string, Caveat>> = {
  "301": {
    zh: "款级科目的列支口径各地不同：一家为零可能是列在别的款，不等于没有花费。",
    en: "Agencies book classes differently: zero in one class may stand in another and need not mean nothing was spent.",
  },
  "302": {
    zh: "款级科目的列支口径各地不同；办公楼费用可能列在项目支出。",
    en: "Agencies book classes differently; the cost of a building may stand in project expenditure.",
  },
  "303": {
    zh: "发给离退休等人员，分母却是在职人数；退休人员多的单位数值偏高。",
    en: "Paid to the retired and others while the headcount counts staff: many retired make it high.",
  },
};

export const PER_STAFF: readonly Metric[] = [
  perHead("total", "expenditure.total", "人均支出", "Expenditure per head", {
    zh: "含项目支出：代政府发放的资金会抬高数值，应看可比口径。",
    en: "Contains projects: money paid out for the government raises it; prefer the comparable basis.",
  }),
  perHead("basic", "expenditure.basic", "人均基本支出", "Basic expenditure per head", {
    zh: "含支付给退休人员的 303 类，分母不含退休人员。",
    en: "Contains class 303, paid to the retired, whom the headcount does not count.",
  }),
  perHead("personnel", "expenditure.personnel", "人均人员经费", "Personnel cost per head", {
    zh: "人员经费 = 301 + 303；303 付给退休人员，在职人数不含他们。",
    en: "Personnel = 301 + 303; 303 pays the retired, whom in-service staff does not count.",
  }),
  perHead("operating", "expenditure.operating", "人均公用经费", "Operating cost per head", {
    zh: "公用经费 = 302 + 307 + 310 + 399；部分办公楼费用可能列在项目支出。",
    en: "Operating = 302 + 307 + 310 + 399; some building costs may stand in projects.",
  }),
  groupPerHead("wages", "301", {
    zh: "工资福利（301）÷ 人数；编外人员的工资常列在劳务费或项目支出。",
    en: "Class 301 ÷ headcount; temporary staff are often paid from labour services or projects.",
  }),
  groupPerHead("goods_services", "302", BASIC_ONLY),
  groupPerHead("households", "303", {
    zh: "主要付给退休人员，分母却是在职人数。",
    en: "Mostly paid to the retired while the headcount counts staff.",
  }),
  groupPerHead("debt_interest", "307", BASIC_ONLY),
  groupPerHead("capital", "310", {
    zh: "资本性支出逐年起伏，单看一年说明不了常态；只含基本支出。",
    en: "Capital expenditure goes up and down by the year; one year is no norm. Basic expenditure only.",
  }),
  groupPerHead("other_classes", "399", BASIC_ONLY),
  perHead("project", "expenditure.project", "人均项目支出", "Project expenditure per head", {
    zh: "项目多是代政府办的事，与职工人数未必相关；应看可比口径。",
    en: "Projects are mostly tasks done for the government and need not follow staff; prefer the comparable basis.",
  }),
  perHead("procurement", "procurement.total", "人均政府采购", "Procurement per head", {
    zh: "采购随年度项目起伏，含信息系统等一次性采购。",
    en: "Follows the projects of the year, one-off purchases such as information systems included.",
  }),
  perHead("agency_operating", "expenditure.agency_operating", "人均机关运行经费", "Agency operating cost per head", {
    zh: "机关运行经费各家定义不同：有的等于公用经费，有的不等；只在定义相同的单位间比较。",
    en: "Defined differently: some equate it with operating cost, some do not; compare only where equal by definition.",
  }),
  perHead("three_public", "three_public.total", "人均“三公”经费", "Three-public expenses per head", {
    zh: "驱动因素是来客与车辆，不是职工人数：请同时看每人次与每辆的费用。",
    en: "Driven by guests and vehicles, not by staff: see also the cost per visitor and per vehicle.",
  }),
  ...ECONOMIC_CLASSES.map(({ code, zh, en }) => {
    const caveat = WITHIN[code.slice(0, 3)] ?? BASIC_ONLY;
    return classPerHead(code, code, zh, en, caveat);
  }),
];
