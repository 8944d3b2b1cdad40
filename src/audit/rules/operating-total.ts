import { cell, row } from "../cases.ts";
import { economicTops } from "../families/economic.ts";
import { namedSum } from "../families/footing.ts";

export const operatingTotal = namedSum({
  id: "operating-total",
  holds: {
    zh: "基本支出表：公用经费合计等于 302、307、310、399 等（301、303 以外）各类之和。",
    en: "Basic expenditure table: operating is the sum of classes 302, 307, 310, 399 and the others beside 301 and 303.",
  },
  inputs: { zh: "公用经费合计和各类", en: "Total of operating and its classes" },
  sums: (ledger) => {
    const total = ledger.first({ statement: "general_budget_basic", item: "expenditure.operating", code: null });
    return total === undefined ? [] : [{ total, parts: economicTops(ledger, "operating") }];
  },
  cases: [
    {
      name: "the classes make operating",
      expect: "passed",
      facts: [
        ...row("general_budget_basic", 1, "302", { "expenditure.economic": "9.50" }),
        ...row("general_budget_basic", 2, "310", { "expenditure.economic": "0.30" }),
        cell("general_budget_basic", "expenditure.operating", "9.80", { source_line: 3 }),
      ],
    },
    {
      name: "310 is left out",
      expect: "failed",
      facts: [
        ...row("general_budget_basic", 1, "302", { "expenditure.economic": "9.50" }),
        ...row("general_budget_basic", 2, "310", { "expenditure.economic": "0.30" }),
        cell("general_budget_basic", "expenditure.operating", "9.50", { source_line: 3 }),
      ],
      message:
        "《一般公共预算财政拨款基本支出表》第3行「公用经费」印为 9.50万元，而其组成部分之和为 9.80万元，相差 0.30万元：9.50（第1行） + 0.30（第2行）。",
    },
    {
      name: "a hundredth is rounding",
      expect: "rounding",
      facts: [
        ...row("general_budget_basic", 1, "302", { "expenditure.economic": "9.50" }),
        ...row("general_budget_basic", 2, "310", { "expenditure.economic": "0.30" }),
        cell("general_budget_basic", "expenditure.operating", "9.81", { source_line: 3 }),
      ],
    },
    {
      name: "no class is printed",
      expect: "not_checkable",
      facts: [cell("general_budget_basic", "expenditure.operating", "9.50")],
    },
  ],
});
