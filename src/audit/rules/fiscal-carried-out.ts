import { said } from "../cases.ts";
import { bounded } from "../families/bounds.ts";

export const fiscalCarriedOut = bounded({
  id: "fiscal-carried-out",
  category: "cross_table",
  severity: "error",
  holds: {
    zh: "财政拨款年末结转和结余不大于全部年末结转和结余。",
    en: "What appropriations carry out does not exceed all that is carried out.",
  },
  inputs: {
    zh: "财政拨款收支总表和收支总表的年末结转和结余",
    en: "Carried out in the appropriation summary and in the summary",
  },
  bounds: (ledger) => [
    {
      small: ledger.first({ statement: "appropriation_summary", item: "balance.carried_out", measure: ledger.own }),
      large: ledger.first({
        statement: "income_expenditure_summary",
        item: "balance.carried_out",
        measure: ledger.own,
      }),
    },
  ],
  cases: [
    {
      name: "within the bound",
      expect: "passed",
      facts: [
        said("balance.carried_out", "45.44", { statement: "appropriation_summary" }),
        said("balance.carried_out", "45.51", { statement: "income_expenditure_summary" }),
      ],
    },
    {
      name: "beyond the bound",
      expect: "failed",
      facts: [
        said("balance.carried_out", "45.94", { statement: "appropriation_summary" }),
        said("balance.carried_out", "45.51", { statement: "income_expenditure_summary" }),
      ],
      message:
        "财政拨款收入支出总表第1行「年末结转和结余」45.94万元，大于收入支出总表第2行「年末结转和结余」45.51万元，多出 0.43万元。",
    },
    {
      name: "one figure is missing",
      expect: "not_checkable",
      facts: [said("balance.carried_out", "45.44", { statement: "appropriation_summary" })],
    },
  ],
});
