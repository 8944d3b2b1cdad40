import { itemOf } from "../../domain/items.ts";
import type { ItemId } from "../../domain/items.ts";
import type { Metric } from "./metric.ts";
import { counted } from "./ways.ts";

const stock = (id: string, item: ItemId, caveatZh: string, caveatEn: string): Metric => {
  const { zh, en, unit } = itemOf(item);
  return {
    id,
    group: "assets",
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
    adjusts: { numerator: null, denominator: null },
    perStaff: false,
    caveatZh,
    caveatEn,
  };
};

/** A stock per head; vehicles are few, so they are counted per hundred. */
const perHead = (id: string, item: ItemId, names: Pick<Metric, "zh" | "en" | "unit" | "factor">): Metric => ({
  ...stock(id, item, "", ""),
  ...names,
  polarity: "higher_is_dearer",
  shape: "ratio",
  formula: names.factor === 1 ? "numerator / denominator_value" : `${names.factor} * numerator / denominator_value`,
  denominatorName: { zh: "人数", en: "headcount" },
  perStaff: true,
  caveatZh: "时点数除以人数；借用的编外人员、下属单位用车与用房不在其中。",
  caveatEn: "A stock at a date by headcount; what subordinate units own is not in it.",
});

export const ASSETS: readonly Metric[] = [
  stock(
    "assets.total",
    "asset.total",
    "时点数；多数报告只披露车辆和大型设备，不披露资产总额。",
    "A stock at a date; most reports disclose vehicles and large equipment only.",
  ),
  stock("assets.fixed", "asset.fixed", "原值，未扣累计折旧。", "At cost, before accumulated depreciation."),
  stock(
    "assets.general_equipment",
    "equipment.general_over_500k",
    "单价 50 万元（有的年度为 100 万元）以上；单位是台（套）。",
    "Items over 500 000 yuan (1 000 000 in some years), counted in sets.",
  ),
  stock(
    "assets.special_equipment",
    "equipment.special_over_1m",
    "单价 100 万元以上；单位是台（套）。",
    "Items over 1 000 000 yuan, counted in sets.",
  ),
  perHead("assets.total_per_staff", "asset.total", {
    zh: "人均资产总额",
    en: "Assets per head",
    unit: "万元/人",
    factor: 1,
  }),
  perHead("assets.fixed_per_staff", "asset.fixed", {
    zh: "人均固定资产原值",
    en: "Fixed assets per head, gross",
    unit: "万元/人",
    factor: 1,
  }),
  perHead("assets.vehicles_per_staff", "vehicles.owned", {
    zh: "每百人公务用车",
    en: "Official vehicles per hundred staff",
    unit: "辆/百人",
    factor: 100,
  }),
];
