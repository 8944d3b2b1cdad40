import type { ItemId } from "../../domain/items.ts";
import { itemOf } from "../../domain/items.ts";
import { remembered } from "../../domain/remembered.ts";
import { bareLabel } from "./words.ts";

/** Printed names of assets, most special first. */
const ASSETS: readonly (readonly [RegExp, ItemId])[] = [
  [/50万元?(?:[（(]含[)）])?以上/, "equipment.general_over_500k"],
  [/100万元?(?:[（(]含[)）])?以上/, "equipment.special_over_1m"],
  [/^(?:公务用车|车辆)(?:数量|数|保有量)?(?:[（(][台辆、，,/]{1,5}[)）])?$/, "vehicles.owned"],
  [/^(?:国有)?资产(?:总额|总计|合计|总值)$|^(?:资产)?(?:合计|总计)$/, "asset.total"],
  [/^流动资产(?:合计|总额)?$/, "asset.current"],
  [/^固定资产(?:原值|合计|总额)?$/, "asset.fixed"],
  [/^在建工程$/, "asset.construction"],
  [/^无形资产(?:原值|合计)?$/, "asset.intangible"],
  [/^(?:土地、)?房屋(?:及|和|、)?构筑物$/, "asset.land_buildings"],
  [/^通用设备$/, "asset.general_equipment"],
  [/^专用设备$/, "asset.special_equipment"],
  [/^图书(?:、|和|及)?档案$/, "asset.books"],
  [/^家具、用具/, "asset.furniture"],
];

const named = remembered(
  (text): ItemId | null => ASSETS.find(([pattern]) => pattern.test(bareLabel(text)))?.[1] ?? null,
);

const TOTAL = /^(?:合计|总计|共计)$/;
const SUM = /^(?:小计|合计)$/;
const COUNT = /数量|[（(](?:辆|台|台[（(，,、/]套[)）]?|套)[)）]$/;
const GROSS = /价值|原值|金额/;
const NET = /净值|净额|^单价|折旧|摊销/;

/**
 * The item of a cell in a table of assets, which prints them side by side or one below the other:
 *
 *     资产总额（万元） | 固定资产（万元） | 车辆（辆）          车辆<TAB>4<TAB>86.20
 *     3,215.42        | 1,902.36        | 4                   ^^^^ of 数量, 原值
 *
 * @param label the row's name, "" where it has none.
 * @param path the headers over the cell, outermost first.
 */
export function assetItem(label: string, path: readonly string[]): ItemId | null {
  const leaf = path.at(-1) ?? "";
  // `合计` of the bodies of a table whose columns name the assets.
  const isTotal = TOTAL.test(label) && path.some((header) => named(header) !== null);
  const ofRow = label === "" || isTotal ? null : named(label);
  if (ofRow !== null) {
    const isCounted = itemOf(ofRow).unit !== "万元";
    if (NET.test(leaf)) return null;
    return (isCounted ? COUNT : GROSS).test(leaf) ? ofRow : null;
  }
  // A row with a name of its own is one kind of asset, or one body's.
  if (label !== "" && label !== leaf && !isTotal) return null;
  const above = path.at(-2) ?? "";
  const ofColumn = named(SUM.test(leaf) && path.length > 1 ? above : leaf);
  // `车辆` below `固定资产` is what cars are worth.
  const isCounted = ofColumn !== null && itemOf(ofColumn).unit !== "万元";
  if (isCounted && !COUNT.test(leaf) && named(above)?.startsWith("asset.") === true) return null;
  return ofColumn !== null && (itemOf(ofColumn).unit !== "万元" || !NET.test(leaf)) ? ofColumn : null;
}
