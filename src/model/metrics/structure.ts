import type { ItemId } from "../../domain/items.ts";
import { ECONOMIC_GROUPS } from "./economic-classes.ts";
import type { Metric } from "./metric.ts";
import { named, partOf, spent } from "./ways.ts";

const shared = {
  group: "structure",
  unit: "%",
  shape: "ratio",
  factor: 100,
  formula: "100 * numerator / denominator_value",
  perStaff: false,
} as const;

interface Caveat {
  readonly zh: string;
  readonly en: string;
}

const share = (
  id: string,
  zh: string,
  en: string,
  polarity: Metric["polarity"],
  [part, whole]: readonly [ItemId, ItemId],
  caveat: Caveat,
): Metric => ({
  ...shared,
  id,
  zh,
  en,
  polarity,
  numeratorName: named(part),
  denominatorName: named(whole),
  ways: partOf({ item: part }, { item: whole }),
  adjusts: { numerator: part, denominator: whole },
  caveatZh: caveat.zh,
  caveatEn: caveat.en,
});

const fund = (id: string, item: ItemId, zh: string, en: string): Metric => ({
  ...shared,
  id,
  zh,
  en,
  unit: "万元",
  shape: "amount",
  factor: 1,
  formula: "numerator",
  polarity: "neutral",
  numeratorName: named(item),
  denominatorName: null,
  ways: spent(item),
  adjusts: { numerator: null, denominator: null },
  caveatZh: "空表并声明无此项收支的，标为空表，不记作 0。",
  caveatEn: "An empty table with a declaration is marked as such, not as 0.",
});

export const STRUCTURE: readonly Metric[] = [
  share(
    "structure.basic_share",
    "基本支出占比",
    "Basic, share of expenditure",
    "neutral",
    ["expenditure.basic", "expenditure.total"],
    {
      zh: "代发资金列在基本支出还是项目支出，各家不同：应看可比口径。",
      en: "Money handed on stands in basic or in projects, depending on the agency: prefer the comparable basis.",
    },
  ),
  share(
    "structure.project_share",
    "项目支出占比",
    "Projects, share of expenditure",
    "neutral",
    ["expenditure.project", "expenditure.total"],
    {
      zh: "项目支出含代发资金时，占比说明不了单位自身的任务。",
      en: "Where projects contain money handed on, the share says little about the agency’s own tasks.",
    },
  ),
  share(
    "structure.personnel_share",
    "人员经费占基本支出",
    "Personnel, share of basic",
    "neutral",
    ["expenditure.personnel", "expenditure.basic"],
    {
      zh: "人员经费含付给退休人员的 303 类。",
      en: "Personnel contains class 303, paid to the retired.",
    },
  ),
  share(
    "structure.operating_share",
    "公用经费占基本支出",
    "Operating, share of basic",
    "both_ends",
    ["expenditure.operating", "expenditure.basic"],
    {
      zh: "过高、过低都值得看：过低可能是把日常费用列入了项目。",
      en: "Either end deserves a look: very low may mean that running costs stand in projects.",
    },
  ),
  {
    ...shared,
    id: "structure.fiscal_income_share",
    zh: "财政拨款占收入",
    en: "Fiscal appropriation, share of income",
    polarity: "neutral",
    numeratorName: named("income.fiscal"),
    denominatorName: named("income.total"),
    ways: partOf({ item: "income.fiscal" }, { item: "income.total" }),
    adjusts: { numerator: null, denominator: null },
    caveatZh: "接近 100% 的单位几乎只靠财政；有事业收入、经营收入的单位低一些，不说明好坏。",
    caveatEn: "Near 100 % the agency lives on appropriations alone; service income lowers it. Neither is better.",
  },
  fund("government_fund.expenditure", "expenditure.government_fund", "政府性基金支出", "Government fund expenditure"),
  fund("state_capital.expenditure", "expenditure.state_capital", "国有资本经营预算支出", "State capital expenditure"),
  ...ECONOMIC_GROUPS.map(({ code, zh, en }): Metric => ({
    ...shared,
    id: `structure.economic.${code}_share`,
    zh: `${zh}占基本支出`,
    en: `${en}, share of basic`,
    polarity: "neutral",
    numeratorName: { zh: `${zh}（${code}）`, en: `${en} (${code})` },
    denominatorName: named("expenditure.basic"),
    ways: partOf({ item: "expenditure.economic", code }, { item: "expenditure.basic" }),
    adjusts: { numerator: null, denominator: "expenditure.basic" },
    caveatZh: "经济分类全国统一，可跨单位比较；只含一般公共预算基本支出。",
    caveatEn: "Economic classes are the same everywhere and comparable; general public budget, basic expenditure only.",
  })),
];
