import { cell } from "../cases.ts";
import { namedSum } from "../families/footing.ts";

export const appropriationCarriedIn = namedSum({
  id: "appropriation-carried-in",
  holds: {
    zh: "财政拨款收支总表：年初结转和结余等于其下各项拨款的结转之和。",
    en: "Appropriation summary: what is carried in is the sum of what each fund carries in.",
  },
  inputs: { zh: "年初结转和结余及其下各项", en: "Carried in, and the funds beneath it" },
  sums: (ledger) => {
    const carried = ledger.find({
      statement: "appropriation_summary",
      item: "balance.carried_in",
      measure: ledger.own,
    });
    return [
      {
        total: carried.find((fact) => fact.parent_label === null),
        parts: carried.filter((fact) => fact.parent_label !== null),
      },
    ];
  },
  cases: [
    {
      name: "the funds make the sum",
      expect: "passed",
      facts: [
        cell("appropriation_summary", "balance.carried_in", "16.00"),
        cell("appropriation_summary", "balance.carried_in", "15.00", { parent_label: "年初结转和结余" }),
        cell("appropriation_summary", "balance.carried_in", "1.00", { parent_label: "年初结转和结余" }),
      ],
    },
    {
      name: "a fund is left out",
      expect: "failed",
      facts: [
        cell("appropriation_summary", "balance.carried_in", "15.00"),
        cell("appropriation_summary", "balance.carried_in", "15.00", { parent_label: "年初结转和结余" }),
        cell("appropriation_summary", "balance.carried_in", "1.50", { parent_label: "年初结转和结余" }),
      ],
      message:
        "《财政拨款收入支出总表》第1行「年初结转和结余」印为 15.00万元，而其组成部分之和为 16.50万元，相差 1.50万元：15.00（第2行） + 1.50（第3行）。",
    },
    {
      name: "a hundredth is rounding",
      expect: "rounding",
      facts: [
        cell("appropriation_summary", "balance.carried_in", "16.01"),
        cell("appropriation_summary", "balance.carried_in", "15.00", { parent_label: "年初结转和结余" }),
        cell("appropriation_summary", "balance.carried_in", "1.00", { parent_label: "年初结转和结余" }),
      ],
    },
    {
      name: "the funds are not printed",
      expect: "not_checkable",
      facts: [cell("appropriation_summary", "balance.carried_in", "16.00")],
    },
  ],
});
