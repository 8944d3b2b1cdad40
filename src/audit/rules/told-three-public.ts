import { said } from "../cases.ts";
import { toldSum } from "../families/told-sums.ts";

export const toldThreePublic = toldSum({
  id: "told-three-public",
  totals: ["three_public.total"],
  parts: [
    "three_public.overseas",
    "three_public.vehicle",
    "three_public.vehicle_purchase",
    "three_public.vehicle_operation",
    "three_public.reception",
  ],
  needed: [["three_public.vehicle", "three_public.vehicle_operation"], ["three_public.reception"]],
  instead: { "three_public.vehicle": ["three_public.vehicle_purchase", "three_public.vehicle_operation"] },
  holds: {
    zh: "文字所述“三公”经费等于因公出国（境）、公务用车、公务接待之和。",
    en: "Three-public expenses told in a sentence are overseas plus vehicles plus reception.",
  },
  inputs: { zh: "“三公”经费及其后的各分项", en: "Three-public total, and the parts told after it" },
  cases: [
    {
      name: "the parts make the total",
      expect: "passed",
      facts: [
        said("three_public.total", "70.00"),
        said("three_public.vehicle", "50.00"),
        said("three_public.reception", "20.00"),
      ],
    },
    {
      name: "the parts do not make the total",
      expect: "failed",
      facts: [
        said("three_public.total", "70.00"),
        said("three_public.vehicle", "50.00"),
        said("three_public.reception", "21.50"),
      ],
      message:
        "情况说明第1行「“三公”经费合计」印为 70.00万元，而其组成部分之和为 71.50万元，相差 1.50万元：50.00（第2行） + 21.50（第3行）。",
    },
    {
      name: "two hundredths over two parts are rounding",
      expect: "rounding",
      facts: [
        said("three_public.total", "70.02"),
        said("three_public.vehicle", "50.00"),
        said("three_public.reception", "20.00"),
      ],
    },
    {
      name: "a part is not told",
      expect: "not_checkable",
      facts: [said("three_public.total", "70.00"), said("three_public.vehicle", "50.00")],
    },
  ],
});
