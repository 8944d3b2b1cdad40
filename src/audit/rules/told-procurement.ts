import { said } from "../cases.ts";
import { toldSum } from "../families/told-sums.ts";

export const toldProcurement = toldSum({
  id: "told-procurement",
  totals: ["procurement.total"],
  parts: ["procurement.goods", "procurement.works", "procurement.services"],
  needed: [
    ["procurement.goods", "procurement.works"],
    ["procurement.services", "procurement.works"],
  ],
  holds: {
    zh: "政府采购支出总额等于货物、工程、服务之和。",
    en: "Procurement is goods plus works plus services.",
  },
  inputs: {
    zh: "采购总额及货物、工程、服务中至少两项",
    en: "Procurement total and at least two of goods, works and services",
  },
  cases: [
    {
      name: "the parts make the total",
      expect: "passed",
      facts: [
        said("procurement.total", "70.00"),
        said("procurement.goods", "50.00"),
        said("procurement.services", "20.00"),
      ],
    },
    {
      name: "the parts do not make the total",
      expect: "failed",
      facts: [
        said("procurement.total", "70.00"),
        said("procurement.goods", "50.00"),
        said("procurement.services", "21.50"),
      ],
      message:
        "情况说明第1行「政府采购支出总额」印为 70.00万元，而其组成部分之和为 71.50万元，相差 1.50万元：50.00（第2行） + 21.50（第3行）。",
    },
    {
      name: "two hundredths over two parts are rounding",
      expect: "rounding",
      facts: [
        said("procurement.total", "70.02"),
        said("procurement.goods", "50.00"),
        said("procurement.services", "20.00"),
      ],
    },
    {
      name: "a part is not told",
      expect: "not_checkable",
      facts: [said("procurement.total", "70.00"), said("procurement.goods", "50.00")],
    },
  ],
});
