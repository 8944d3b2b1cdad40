import { said } from "../cases.ts";
import { namedSum } from "../families/footing.ts";
import { before } from "../families/nearby.ts";

export const statedChange = namedSum({
  id: "stated-change",
  category: "stated_ratio",
  holds: {
    zh: "所述增减额等于本年数减上年数。",
    en: "A stated change is this year's figure less last year's.",
  },
  inputs: { zh: "增减额、本年数、上年数", en: "Change, this year's figure, last year's figure" },
  sums: (ledger) =>
    ledger.find({ measure: "change" }).map((change) => ({
      total: change,
      parts: [before(ledger, change, [ledger.own])],
      minus: [before(ledger, change, ["prior_final", "prior_budget"])],
    })),
  cases: [
    {
      name: "this year less last year",
      expect: "passed",
      facts: [
        said("income.total", "38.40"),
        said("income.total", "89.40", { measure: "prior_final" }),
        said("income.total", "-51.00", { measure: "change" }),
      ],
    },
    {
      name: "the difference is another",
      expect: "failed",
      facts: [
        said("income.total", "38.40"),
        said("income.total", "89.40", { measure: "prior_final" }),
        said("income.total", "-50.50", { measure: "change" }),
      ],
      message:
        "情况说明第3行「本年收入合计」印为 −50.50万元，而其组成部分之和为 −51.00万元，相差 0.50万元：38.40（第1行） − 89.40（第2行）。",
    },
    {
      name: "a hundredth is rounding",
      expect: "rounding",
      facts: [
        said("income.total", "38.40"),
        said("income.total", "89.40", { measure: "prior_final" }),
        said("income.total", "-51.01", { measure: "change" }),
      ],
    },
    {
      name: "last year is not told",
      expect: "not_checkable",
      facts: [said("income.total", "38.40"), said("income.total", "-51.00", { measure: "change" })],
    },
  ],
});
