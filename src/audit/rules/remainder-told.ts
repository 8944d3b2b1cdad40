import { said } from "../cases.ts";
import { namedSum } from "../families/footing.ts";
import { groupBy } from "../group-by.ts";

export const remainderTold = namedSum({
  id: "remainder-told",
  holds: {
    zh: "预算执行情况表：执行额加结转结余额等于预算额（全部、基本、项目各自成立）。",
    en: "Execution sheet: what is executed plus what is left over is the budget, for all, basic and project expenditure.",
  },
  inputs: { zh: "同一行的预算额、执行额、结转结余额", en: "Budget, executed and left over of one row" },
  sums: (ledger) => {
    const rows = groupBy(
      ledger.told.filter((fact) => fact.origin === "annex" && fact.unit === "万元"),
      (fact) => `${fact.label}|${fact.parent_label ?? ""}`,
    );
    return [...rows.values()].map((row) => {
      const budget = row.find((fact) => fact.measure === "budget");
      const executed = row.find((fact) => fact.measure === "executed");
      const left = row.find((fact) => fact.item === "balance.carried_out");
      const complete = executed !== undefined && left !== undefined;
      return { total: complete ? budget : undefined, parts: [executed, left] };
    });
  },
  cases: [
    {
      name: "spent and left over make the budget",
      expect: "passed",
      facts: sheet("38.40", "37.40", "1.00"),
    },
    {
      name: "all is spent and something is left",
      expect: "failed",
      facts: sheet("29.80", "29.80", "0.35"),
      message:
        "附件第1行「基本支出」印为 29.80万元，而其组成部分之和为 30.15万元，相差 0.35万元：29.80（第2行） + 0.35（第3行）。",
    },
    { name: "a hundredth is rounding", expect: "rounding", facts: sheet("38.40", "37.40", "0.99") },
    {
      name: "nothing told of what is left",
      expect: "not_checkable",
      facts: sheet("38.40", "37.40", "1.00").slice(0, 2),
    },
  ],
});

function sheet(budget: string, executed: string, left: string) {
  const row = { statement: "annex", origin: "annex", label: "基本支出" } as const;
  return [
    said("expenditure.basic", budget, { ...row, measure: "budget" }),
    said("expenditure.basic", executed, { ...row, measure: "executed" }),
    said("balance.carried_out", left, row),
  ];
}
