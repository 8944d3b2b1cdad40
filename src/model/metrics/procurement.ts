import type { Metric } from "./metric.ts";
import { figure, named, perCount } from "./ways.ts";

const shared = { group: "procurement", perStaff: false } as const;
const unadjusted = { numerator: null, denominator: null } as const;

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
  {
    ...shared,
    id: "procurement.sme_share",
    zh: "授予中小企业占比",
    en: "Share to small and medium firms",
    unit: "%",
    polarity: "neutral",
    shape: "ratio",
    factor: 100,
    formula: "100 * numerator / denominator_value",
    numeratorName: named("procurement.sme"),
    denominatorName: named("procurement.total"),
    ways: perCount("procurement.sme", "procurement.total"),
    adjusts: unadjusted,
    caveatZh: "采购总额为零时不可算，“占 0%”不是比率。",
    caveatEn: "Not computable where nothing was bought: a printed 0 % is then no rate.",
  },
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
