import { cell } from "../cases.ts";
import { sameFigure } from "../families/cross-table.ts";
import { appropriated, generalTotal, printsYearAlone } from "../families/year-alone.ts";

export const appropriationGeneralTotal = sameFigure({
  id: "appropriation-general-total",
  holds: {
    zh: "财政拨款收支总表的一般公共预算本年支出与一般公共预算支出表的合计相同。",
    en: "General public budget expenditure is the same in the appropriation summary and in its own table.",
  },
  inputs: { zh: "两表的一般公共预算支出合计", en: "The total in both tables" },
  pairs: (ledger) => [
    {
      left: printsYearAlone(ledger)
        ? appropriated(ledger)
        : {
            statement: "appropriation_summary",
            item: "expenditure.general_budget",
            code: null,
            measure: ledger.own,
          },
      right: generalTotal(ledger),
    },
  ],
  cases: [
    {
      name: "both tables agree",
      expect: "passed",
      facts: [
        cell("appropriation_summary", "expenditure.general_budget", "80.00"),
        cell("general_budget_expenditure", "expenditure.total", "80.00"),
      ],
    },
    {
      name: "the tables differ",
      expect: "failed",
      facts: [
        cell("appropriation_summary", "expenditure.general_budget", "80.00"),
        cell("general_budget_expenditure", "expenditure.total", "81.50"),
      ],
      message:
        "《财政拨款收入支出总表》第1行「一般公共预算财政拨款支出」印为 80.00万元，《一般公共预算财政拨款支出表》第2行同一数字印为 81.50万元，相差 1.50万元。",
    },
    {
      name: "a budget's table prints what is appropriated for the year, the summary what was carried in as well",
      expect: "passed",
      report: { report_kind: "budget" },
      facts: [
        cell("appropriation_summary", "income.general_budget", "80.00", { measure: "budget" }),
        cell("appropriation_summary", "balance.carried_in", "6.00", { measure: "budget" }),
        cell("appropriation_summary", "expenditure.general_budget", "86.00", { measure: "budget" }),
        cell("general_budget_expenditure", "expenditure.total", "80.00", { measure: "budget" }),
      ],
    },
    {
      name: "a hundredth is rounding",
      expect: "rounding",
      facts: [
        cell("appropriation_summary", "expenditure.general_budget", "80.00"),
        cell("general_budget_expenditure", "expenditure.total", "80.01"),
      ],
    },
    {
      name: "one table only",
      expect: "not_checkable",
      facts: [cell("appropriation_summary", "expenditure.general_budget", "80.00")],
    },
  ],
});
