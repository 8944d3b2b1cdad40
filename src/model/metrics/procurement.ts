import type { ItemId } from "../../domain/items.ts";
import type { Metric } from "./metric.ts";
import { figure, named, perCount } from "./ways.ts";

const shared = { group: "procurement", perStaff: false } as const;
const unadjusted = { numerator: null, denominator: null } as const;

/** What part of all procurement something is. */
const partOfProcurement = (
  id: string,
  zh: string,
  en: string,
  item: ItemId,
  caveat: { readonly zh: string; readonly en: string },
): Metric => ({
  ...shared,
  id,
  zh,
  en,
  unit: "%",
  polarity: "neutral",
  shape: "ratio",
  factor: 100,
  formula: "100 * numerator / denominator_value",
  numeratorName: named(item),
  denominatorName: named("procurement.total"),
  ways: perCount(item, "procurement.total"),
  adjusts: unadjusted,
  caveatZh: caveat.zh,
  caveatEn: caveat.en,
});

const NOTHING_BOUGHT = {
  zh: "采购总额为零时不可算，“占 0%”不是比率。",
  en: "Not computable where nothing was bought: a printed 0 % is then no rate.",
};

const BY_KIND = {
  zh: "货物、工程、服务的划分按采购目录；一次工程采购即可改变整年的构成。",
  en: "Goods, works and services by the procurement catalogue; one works contract can change a whole year.",
};

export const PROCUREMENT: readonly Metric[] = [
  {
    ...shared,
    id: "procurement.total",
    zh: "政府采购支出",
    en: "Procurement",
    unit: "万元",
    polarity: "neutral",
    shape: "amount",
    factor: 1,
    formula: "numerator",
    numeratorName: named("procurement.total"),
    denominatorName: null,
    ways: [
      { kind: "final", numerator: figure("procurement.total", "final") },
      { kind: "budget", numerator: figure("procurement.total", "budget") },
    ],
    adjusts: unadjusted,
    caveatZh: "绝对额随单位大小而变。",
    caveatEn: "The amount grows with the agency’s size.",
  },
  partOfProcurement(
    "procurement.sme_share",
    "授予中小企业占比",
    "Share to small and medium firms",
    "procurement.sme",
    NOTHING_BOUGHT,
  ),
  partOfProcurement(
    "procurement.micro_share",
    "授予小微企业占比",
    "Share to small and micro firms",
    "procurement.micro",
    NOTHING_BOUGHT,
  ),
  partOfProcurement(
    "procurement.goods_share",
    "货物占采购",
    "Goods, share of procurement",
    "procurement.goods",
    BY_KIND,
  ),
  partOfProcurement(
    "procurement.works_share",
    "工程占采购",
    "Works, share of procurement",
    "procurement.works",
    BY_KIND,
  ),
  partOfProcurement(
    "procurement.services_share",
    "服务占采购",
    "Services, share of procurement",
    "procurement.services",
    BY_KIND,
  ),
  {
    ...shared,
    id: "procurement.share_of_total",
    zh: "政府采购占支出",
    en: "Procurement, share of expenditure",
    unit: "%",
    polarity: "neutral",
    shape: "ratio",
    factor: 100,
    formula: "100 * numerator / denominator_value",
    numeratorName: named("procurement.total"),
    denominatorName: named("expenditure.total"),
    ways: [
      {
        kind: "final",
        numerator: figure("procurement.total", "final"),
        denominator: figure("expenditure.total", "final"),
      },
      {
        kind: "budget",
        numerator: figure("procurement.total", "budget"),
        denominator: figure("expenditure.total", "budget"),
      },
    ],
    adjusts: { numerator: null, denominator: "expenditure.total" },
    caveatZh: "分母含人员经费和代发资金，占比只作结构描述。",
    caveatEn: "The whole contains pay and money handed on; a description of structure only.",
  },
];
