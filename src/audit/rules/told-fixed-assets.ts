import { said } from "../cases.ts";
import { toldSum } from "../families/told-sums.ts";

export const toldFixedAssets = toldSum({
  id: "told-fixed-assets",
  totals: ["asset.fixed"],
  parts: [
    "asset.land_buildings",
    "asset.general_equipment",
    "asset.special_equipment",
    "asset.books",
    "asset.furniture",
  ],
  needed: [["asset.general_equipment"], ["asset.furniture", "asset.books", "asset.special_equipment"]],
  holds: {
    zh: "固定资产原值等于房屋、通用设备、专用设备、图书档案、家具等各类之和。",
    en: "Fixed assets are the sum of their classes.",
  },
  inputs: { zh: "固定资产原值及各类", en: "Fixed assets and at least two of their classes" },
  cases: [
    {
      name: "the parts make the total",
      expect: "passed",
      facts: [said("asset.fixed", "70.00"), said("asset.general_equipment", "50.00"), said("asset.furniture", "20.00")],
    },
    {
      name: "the parts do not make the total",
      expect: "failed",
      facts: [said("asset.fixed", "70.00"), said("asset.general_equipment", "50.00"), said("asset.furniture", "21.50")],
      message:
        "情况说明第1行「固定资产原值」印为 70.00万元，而其组成部分之和为 71.50万元，相差 1.50万元：50.00（第2行） + 21.50（第3行）。",
    },
    {
      name: "two hundredths over two parts are rounding",
      expect: "rounding",
      facts: [said("asset.fixed", "70.02"), said("asset.general_equipment", "50.00"), said("asset.furniture", "20.00")],
    },
    {
      name: "a part is not told",
      expect: "not_checkable",
      facts: [said("asset.fixed", "70.00"), said("asset.general_equipment", "50.00")],
    },
  ],
});
