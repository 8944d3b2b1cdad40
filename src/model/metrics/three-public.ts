import { itemOf } from "../../domain/items.ts";
import type { ItemId } from "../../domain/items.ts";
import type { InputWay, Metric } from "./metric.ts";
import { BASES, counted, figure, named, partOf, perCount } from "./ways.ts";

const shared = { group: "three_public", perStaff: false, adjusts: { numerator: null, denominator: null } } as const;

/** Prefix of the metrics of each component: `three_public.final`, `three_public.reception.final`. */
const COMPONENTS = [
  { prefix: "three_public", item: "three_public.total", zh: "“三公”经费", en: "Three-public expenses" },
  { prefix: "three_public.overseas", item: "three_public.overseas", zh: "因公出国（境）费", en: "Overseas travel" },
  { prefix: "three_public.vehicle", item: "three_public.vehicle", zh: "公务用车购置及运行费", en: "Official vehicles" },
  {
    prefix: "three_public.vehicle_purchase",
    item: "three_public.vehicle_purchase",
    zh: "公务用车购置费",
    en: "Vehicle purchase",
  },
  {
    prefix: "three_public.vehicle_operation",
    item: "three_public.vehicle_operation",
    zh: "公务用车运行维护费",
    en: "Vehicle operation",
  },
  { prefix: "three_public.reception", item: "three_public.reception", zh: "公务接待费", en: "Official reception" },
] as const satisfies readonly { prefix: string; item: ItemId; zh: string; en: string }[];

/** The budget a final is held against: the adjusted one of table 07 first, and always by its name. */
const budgets = (item: ItemId): InputWay[] => [
  { numerator: figure(item, "adjusted_budget"), base: BASES.adjusted_budget },
  { numerator: figure(item, "budget"), base: BASES.budget },
  { numerator: figure(item, "initial_budget"), base: BASES.initial_budget },
];

const completions = (item: ItemId): InputWay[] =>
  budgets(item).map(({ numerator, base }) => ({
    kind: "final" as const,
    numerator: figure(item, "final"),
    denominator: numerator,
    ...(base === undefined ? {} : { base }),
  }));

function componentMetrics({ prefix, item, zh, en }: (typeof COMPONENTS)[number]): Metric[] {
  const name = named(item);
  return [
    {
      ...shared,
      id: `${prefix}.final`,
      zh: `${zh}决算`,
      en: `${en}, final`,
      unit: "万元",
      polarity: "higher_is_dearer",
      shape: "amount",
      factor: 1,
      formula: "numerator",
      numeratorName: { zh: `${name.zh}决算数`, en: `final of ${name.en}` },
      denominatorName: null,
      ways: [{ kind: "final", numerator: figure(item, "final") }],
      caveatZh: "只含财政拨款安排的支出；绝对额随单位大小而变。",
      caveatEn: "Counts money from appropriation only; the amount grows with the agency’s size.",
    },
    {
      ...shared,
      id: `${prefix}.budget`,
      zh: `${zh}预算`,
      en: `${en}, budget`,
      unit: "万元",
      polarity: "neutral",
      shape: "amount",
      factor: 1,
      formula: "numerator",
      numeratorName: { zh: `${name.zh}预算数`, en: `budget of ${name.en}` },
      denominatorName: null,
      ways: budgets(item),
      caveatZh: "公开 07 表的预算数是调整后的全年预算，与年初预算不是一个数。",
      caveatEn: "Table 07 prints the adjusted full-year budget, which is not the initial one.",
    },
    {
      ...shared,
      id: `${prefix}.completion`,
      zh: `${zh}完成率`,
      en: `${en}, completion`,
      unit: "%",
      polarity: "both_ends",
      shape: "ratio",
      factor: 100,
      formula: "100 * numerator / denominator_value",
      numeratorName: { zh: `${name.zh}决算数`, en: `final of ${name.en}` },
      denominatorName: { zh: `${name.zh}预算数`, en: `budget of ${name.en}` },
      ways: completions(item),
      caveatZh: "分母优先用调整预算：以调整预算为分母常得 100%，与以年初预算为分母的数不可比。",
      caveatEn:
        "The adjusted budget comes first as the base and often gives 100 %; not comparable with the initial one.",
    },
    {
      ...shared,
      id: `${prefix}.change`,
      zh: `${zh}比上年增减`,
      en: `${en}, change on last year`,
      unit: "%",
      polarity: "both_ends",
      shape: "change",
      factor: 100,
      formula: "100 * (numerator / denominator_value - 1)",
      numeratorName: { zh: `${name.zh}决算数`, en: `final of ${name.en}` },
      denominatorName: { zh: `${name.zh}上年决算数`, en: `last year’s final of ${name.en}` },
      ways: [{ kind: "final", numerator: figure(item, "final"), denominator: figure(item, "prior_final") }],
      caveatZh: "上年为零、或其间单位合并的，不可算。",
      caveatEn: "Not computable from a zero or across a merger.",
    },
  ];
}

const share = (id: string, zh: string, en: string, whole: ItemId, caveatZh: string, caveatEn: string): Metric => ({
  ...shared,
  id,
  zh,
  en,
  unit: "%",
  polarity: "higher_is_dearer",
  shape: "ratio",
  factor: 100,
  formula: "100 * numerator / denominator_value",
  numeratorName: named("three_public.total"),
  denominatorName: named(whole),
  ways: partOf({ item: "three_public.total" }, { item: whole }),
  adjusts: { numerator: null, denominator: whole },
  caveatZh,
  caveatEn,
});

const unitCost = (
  metric: Pick<Metric, "id" | "zh" | "en" | "unit" | "factor" | "formula" | "polarity" | "caveatZh" | "caveatEn">,
  item: ItemId,
  count: ItemId,
): Metric => ({
  ...shared,
  ...metric,
  shape: "ratio",
  numeratorName: named(item),
  denominatorName: named(count),
  ways: perCount(item, count),
});

const count = (id: string, item: ItemId, caveatZh: string, caveatEn: string): Metric => {
  const { zh, en, unit } = itemOf(item);
  return {
    ...shared,
    id,
    zh,
    en,
    unit: unit ?? "",
    polarity: "neutral",
    shape: "amount",
    factor: 1,
    formula: "numerator",
    numeratorName: { zh, en },
    denominatorName: null,
    ways: counted(item),
    caveatZh,
    caveatEn,
  };
};

export const THREE_PUBLIC: readonly Metric[] = [
  ...COMPONENTS.flatMap(componentMetrics),
  share(
    "three_public.share_of_operating",
    "“三公”占公用经费",
    "Three public, share of operating cost",
    "expenditure.operating",
    "公用经费含办公、差旅等日常费用，列支口径各地略有不同。",
    "Operating cost covers offices, travel and the like, booked a little differently everywhere.",
  ),
  share(
    "three_public.share_of_total",
    "“三公”占支出",
    "Three public, share of expenditure",
    "expenditure.total",
    "分母含项目支出；代发资金会压低占比，应看可比口径。",
    "The whole contains projects; money handed on lowers the share: prefer the comparable basis.",
  ),
  count(
    "reception.visits",
    "reception.visits",
    "有的报告写“批次”，有的写“来访团组 个”，这里同等看待。",
    "Some reports count visits, some visiting groups; both count here.",
  ),
  count(
    "reception.visitors",
    "reception.visitors",
    "不含陪同人员；是否含本单位人员各家未说明。",
    "Without companions; reports do not say whether own staff are counted.",
  ),
  unitCost(
    {
      id: "reception.visitors_per_visit",
      zh: "每批接待人次",
      en: "Visitors per visit",
      unit: "人次/批次",
      factor: 1,
      formula: "numerator / denominator_value",
      polarity: "neutral",
      caveatZh: "批次很少时，多一批就使数值大变。",
      caveatEn: "With few visits, one more changes it a great deal.",
    },
    "reception.visitors",
    "reception.visits",
  ),
  unitCost(
    {
      id: "reception.cost_per_visitor",
      zh: "每人次接待费",
      en: "Reception cost per visitor",
      unit: "元/人次",
      factor: 10000,
      formula: "10000 * numerator / denominator_value",
      polarity: "higher_is_dearer",
      caveatZh: "金额以 0.01 万元印出：小额接待的区间很宽，0.07 万元接待 5 人次即 130–150 元。",
      caveatEn:
        "Amounts are printed to 100 yuan, so small ones have a wide interval: 700 yuan for 5 visitors is 130–150 each.",
    },
    "three_public.reception",
    "reception.visitors",
  ),
  count(
    "vehicles.owned",
    "vehicles.owned",
    "指开支财政拨款的公务用车保有量；资产部分的“共有车辆”可能更多。",
    "Vehicles paid from appropriation; the assets section may count more.",
  ),
  unitCost(
    {
      id: "vehicles.cost_per_vehicle",
      zh: "每辆车运行维护费",
      en: "Operating cost per vehicle",
      unit: "万元/辆",
      factor: 1,
      formula: "numerator / denominator_value",
      polarity: "higher_is_dearer",
      caveatZh: "保有量是年末数；年中增减的车辆使数值偏离。",
      caveatEn: "Vehicles are counted at year end; those that came or went in the year distort it.",
    },
    "three_public.vehicle_operation",
    "vehicles.owned",
  ),
];
