import { cell, row } from "../cases.ts";
import { cellsOf, rowFooting, rowsOf } from "../families/footing.ts";
import { identity } from "../identity.ts";
import type { CaseFact, Check, Rule } from "../types.ts";

const ofItems = rowFooting({
  id: "appropriation-fund-columns",
  statement: "appropriation_summary",
  total: ["expenditure.function", "expenditure.total"],
  // Income stands on the same printed line: only the expenditure columns belong to the sum.
  parts: (cells) =>
    cellsOf(
      cells.filter((fact) => fact.item?.startsWith("expenditure.") === true),
      ["expenditure.general_budget", "expenditure.government_fund", "expenditure.state_capital"],
    ),
  holds: {
    zh: "财政拨款收支总表：每一行的合计等于一般公共预算、政府性基金、国有资本经营三栏之和。",
    en: "Appropriation summary: the total of every row is the sum of its three fund columns.",
  },
  inputs: { zh: "同一行的合计栏和三栏", en: "The total and the three fund columns of a row" },
  cases: [
    {
      name: "the funds make 总计 and what is carried on",
      expect: "passed",
      facts: [...totalsOf(1, "expenditure.grand_total", "88.00"), ...totalsOf(2, "balance.carried_out", "88.00")],
    },
    {
      name: "a sign is turned round in 总计",
      expect: "failed",
      facts: totalsOf(1, "expenditure.grand_total", "-88.00"),
      message:
        "《财政拨款收入支出总表》第1行「支出总计」印为 93.00万元，而其组成部分之和为 −83.00万元，相差 176万元：−88.00（第1行） + 5.00（第1行）。",
    },
    {
      name: "the funds make the row",
      expect: "passed",
      facts: row("appropriation_summary", 1, "208", {
        "income.general_budget": "99.00",
        "expenditure.function": "30.00",
        "expenditure.general_budget": "28.00",
        "expenditure.government_fund": "2.00",
      }),
    },
    {
      name: "a fund is left out",
      expect: "failed",
      facts: row("appropriation_summary", 1, "208", {
        "expenditure.function": "28.00",
        "expenditure.general_budget": "28.00",
        "expenditure.government_fund": "2.50",
      }),
      message:
        "《财政拨款收入支出总表》第1行「208 支出（按功能分类）」印为 28.00万元，而其组成部分之和为 30.50万元，相差 2.50万元：28.00（第1行） + 2.50（第1行）。",
    },
    {
      name: "a hundredth is rounding",
      expect: "rounding",
      facts: row("appropriation_summary", 1, null, {
        "expenditure.total": "30.01",
        "expenditure.general_budget": "28.00",
        "expenditure.government_fund": "2.00",
      }),
    },
    {
      name: "a single column",
      expect: "not_checkable",
      facts: row("appropriation_summary", 1, "208", { "expenditure.function": "30.00" }),
    },
  ],
});

const FUND = /一般公共预算|政府性基金|国有资本/;
/** Rows of which every column is the same item: 总计, 年末结转和结余. */
const WHOLE_ROWS = ["expenditure.grand_total", "balance.carried_out"] as const;

export const appropriationFundColumns: Rule = {
  ...ofItems,
  check(ledger): readonly Check[] {
    const checks = [...ofItems.check(ledger, [])];
    for (const cells of rowsOf(ledger, "appropriation_summary")) {
      for (const item of WHOLE_ROWS) {
        const own = cells.filter((fact) => fact.item === item && fact.measure === ledger.own);
        const right = own.filter((fact) => FUND.test(fact.column_label));
        const [total, second] = own.filter((fact) => !right.includes(fact));
        if (total !== undefined && second === undefined && right.length > 1)
          checks.push(identity({ left: [total], right }));
      }
    }
    return checks;
  },
};

/** A row of 93.00 in all, of which 5.00 is the government funds'. */
function totalsOf(line: number, item: (typeof WHOLE_ROWS)[number], general: string): CaseFact[] {
  const amounts = { "支出/合计": "93.00", "支出/一般公共预算财政拨款": general, "支出/政府性基金预算财政拨款": "5.00" };
  return Object.entries(amounts).map(([column_label, amount]) =>
    cell("appropriation_summary", item, amount, { source_line: line, column_label }),
  );
}
