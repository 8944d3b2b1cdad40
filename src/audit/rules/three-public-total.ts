import { cell } from "../cases.ts";
import { namedSum } from "../families/footing.ts";
import { threePublicColumns } from "../families/three-public.ts";

export const threePublicTotal = namedSum({
  id: "three-public-total",
  holds: {
    zh: "“三公”经费合计等于因公出国（境）、公务用车购置及运行、公务接待三项之和，预算数、决算数、增减额各自成立。",
    en: "Three-public total is overseas plus vehicles plus reception, for budget, final and change alike.",
  },
  inputs: { zh: "“三公”经费表的合计和各分项", en: "The total of the three-public table and its parts" },
  sums: (ledger) =>
    threePublicColumns(ledger).map((find) => {
      const vehicle = find("three_public.vehicle");
      const vehicles =
        vehicle === undefined
          ? [find("three_public.vehicle_purchase"), find("three_public.vehicle_operation")]
          : [vehicle];
      return {
        total: find("three_public.total"),
        parts: [find("three_public.overseas"), ...vehicles, find("three_public.reception")],
      };
    }),
  cases: [
    {
      name: "the three make the total, in budget and final",
      expect: "passed",
      facts: [
        cell("three_public", "three_public.total", "8.00", { measure: "adjusted_budget" }),
        cell("three_public", "three_public.vehicle", "6.00", { measure: "adjusted_budget" }),
        cell("three_public", "three_public.reception", "2.00", { measure: "adjusted_budget" }),
        cell("three_public", "three_public.total", "5.50"),
        cell("three_public", "three_public.vehicle_operation", "5.00"),
        cell("three_public", "three_public.reception", "0.50"),
      ],
    },
    {
      name: "a part is wrong",
      expect: "failed",
      facts: [
        cell("three_public", "three_public.total", "8.00"),
        cell("three_public", "three_public.vehicle", "6.00"),
        cell("three_public", "three_public.reception", "2.50"),
      ],
      message:
        "《“三公”经费支出表》第1行「“三公”经费合计」印为 8.00万元，而其组成部分之和为 8.50万元，相差 0.50万元：6.00（第2行） + 2.50（第3行）。",
    },
    {
      name: "a hundredth is rounding",
      expect: "rounding",
      facts: [
        cell("three_public", "three_public.total", "8.01"),
        cell("three_public", "three_public.vehicle", "6.00"),
        cell("three_public", "three_public.reception", "2.00"),
      ],
    },
    {
      name: "the total alone",
      expect: "not_checkable",
      facts: [cell("three_public", "three_public.total", "8.00")],
    },
  ],
});
