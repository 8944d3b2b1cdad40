import { said } from "../cases.ts";
import { disclosure } from "../families/disclosure.ts";

export const missingHeadcount = disclosure({
  id: "missing-headcount",
  items: [["headcount.in_service", "headcount.total"]],
  when: (ledger) => ledger.facts.length > 0,
  name: { zh: "人员数（在职人员）", en: "its headcount (staff in service)" },
  holds: {
    zh: "报告披露在职人员数，否则人均指标无从计算。",
    en: "The report discloses its staff in service, without which nothing can be told per head.",
  },
  cases: [
    { name: "staff in service is told", expect: "passed", facts: [said("headcount.in_service", "18")] },
    {
      name: "no staff is told",
      expect: "failed",
      facts: [said("expenditure.total", "18.00")],
      message: "报告未披露人员数（在职人员），也未作说明。",
    },
    { name: "nothing was read at all", expect: "not_checkable", facts: [] },
  ],
});
