import { said } from "../cases.ts";
import { disclosure, isFinal } from "../families/disclosure.ts";

export const missingPersonnelOperating = disclosure({
  id: "missing-personnel-operating",
  items: [["expenditure.personnel"], ["expenditure.operating"]],
  when: isFinal,
  name: { zh: "人员经费和公用经费", en: "personnel and operating cost" },
  holds: {
    zh: "决算披露人员经费和公用经费。",
    en: "A final account discloses personnel and operating cost.",
  },
  cases: [
    {
      name: "a stated zero is a disclosure",
      expect: "passed",
      facts: [said("expenditure.personnel", "0"), said("expenditure.operating", "0")],
    },
    { name: "nothing is said", expect: "failed", facts: [], message: "报告未披露人员经费和公用经费，也未作说明。" },
    { name: "a budget need not disclose it", expect: "not_checkable", facts: [], report: { report_kind: "budget" } },
  ],
});
