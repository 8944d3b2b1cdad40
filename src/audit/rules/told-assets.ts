import { said } from "../cases.ts";
import { namedSum } from "../families/footing.ts";
import { following } from "../families/nearby.ts";

export const toldAssets = namedSum({
  id: "told-assets",
  severity: "warning",
  holds: {
    zh: "资产总额等于流动资产加固定资产净值加无形资产净值（未述及的资产类别除外）。",
    en: "Assets are current assets plus fixed and intangible assets net of depreciation, where no other kind is told.",
  },
  inputs: { zh: "资产总额、流动资产、固定资产原值、累计折旧", en: "Assets, current, fixed, accumulated depreciation" },
  sums: (ledger) =>
    ledger.find({ item: "asset.total", measure: ledger.own }).map((total) => {
      const found = following(ledger, total, [
        "asset.current",
        "asset.fixed",
        "asset.intangible",
        "asset.depreciation",
        "asset.amortisation",
      ]);
      const complete = found.has("asset.current") && found.has("asset.fixed") && found.has("asset.depreciation");
      return {
        total: complete ? total : undefined,
        parts: [found.get("asset.current"), found.get("asset.fixed"), found.get("asset.intangible")],
        minus: [found.get("asset.depreciation"), found.get("asset.amortisation")],
      };
    }),
  cases: [
    {
      name: "current plus net fixed assets",
      expect: "passed",
      facts: [
        said("asset.total", "90.00"),
        said("asset.current", "50.00"),
        said("asset.fixed", "60.00"),
        said("asset.depreciation", "20.00"),
      ],
    },
    {
      name: "depreciation is not taken off",
      expect: "failed",
      facts: [
        said("asset.total", "110.00"),
        said("asset.current", "50.00"),
        said("asset.fixed", "60.00"),
        said("asset.depreciation", "20.50"),
      ],
      message:
        "情况说明第1行「资产总额」印为 110.00万元，而其组成部分之和为 89.50万元，相差 20.50万元：50.00（第2行） + 60.00（第3行） − 20.50（第4行）。",
    },
    {
      name: "hundredths are rounding",
      expect: "rounding",
      facts: [
        said("asset.total", "90.02"),
        said("asset.current", "50.00"),
        said("asset.fixed", "60.00"),
        said("asset.depreciation", "20.00"),
      ],
    },
    {
      name: "depreciation is not told",
      expect: "not_checkable",
      facts: [said("asset.total", "90.00"), said("asset.current", "50.00"), said("asset.fixed", "60.00")],
    },
  ],
});
