import { cell } from "../cases.ts";
import { namedSum } from "../families/footing.ts";
import { threePublicColumns } from "../families/three-public.ts";

export const threePublicVehicle = namedSum({
  id: "three-public-vehicle",
  holds: {
    zh: "公务用车购置及运行费小计等于购置费与运行维护费之和，预算数、决算数各自成立。",
    en: "Official vehicles are purchase plus operation, for budget and final alike.",
  },
  inputs: { zh: "小计、购置费、运行维护费", en: "Subtotal, purchase and operation" },
  sums: (ledger) =>
    threePublicColumns(ledger).map((find) => ({
      total: find("three_public.vehicle"),
      parts: [find("three_public.vehicle_purchase"), find("three_public.vehicle_operation")],
    })),
  cases: [
    {
      name: "purchase and operation make the subtotal",
      expect: "passed",
      facts: [
        cell("three_public", "three_public.vehicle", "6.00"),
        cell("three_public", "three_public.vehicle_purchase", "0.00"),
        cell("three_public", "three_public.vehicle_operation", "6.00"),
      ],
    },
    {
      name: "the subtotal forgets the purchase",
      expect: "failed",
      facts: [
        cell("three_public", "three_public.vehicle", "6.00"),
        cell("three_public", "three_public.vehicle_purchase", "18.00"),
        cell("three_public", "three_public.vehicle_operation", "6.00"),
      ],
      message:
        "《“三公”经费支出表》第1行「公务用车购置及运行维护费」印为 6.00万元，而其组成部分之和为 24.00万元，相差 18万元：18.00（第2行） + 6.00（第3行）。",
    },
    {
      name: "a hundredth is rounding",
      expect: "rounding",
      facts: [
        cell("three_public", "three_public.vehicle", "6.01"),
        cell("three_public", "three_public.vehicle_purchase", "0.00"),
        cell("three_public", "three_public.vehicle_operation", "6.00"),
      ],
    },
    {
      name: "purchase is not printed",
      expect: "not_checkable",
      facts: [
        cell("three_public", "three_public.vehicle", "6.00"),
        cell("three_public", "three_public.vehicle_operation", "6.00"),
      ],
    },
  ],
});
