import { said } from "../cases.ts";
import { disclosure, isFinal } from "../families/disclosure.ts";

export const missingProcurement = disclosure({
  id: "missing-procurement",
  items: [["procurement.total"]],
  declared: /(?:无|没有)[^。]{0,12}政府采购/,
  declaredWith: ["政府采购"],
  when: isFinal,
  name: { zh: "政府采购支出", en: "procurement" },
  holds: {
    zh: "决算披露政府采购支出总额（为 0 亦应说明）。",
    en: "A final account discloses its procurement, a zero included.",
  },
  cases: [
    { name: "a stated zero is a disclosure", expect: "passed", facts: [said("procurement.total", "0")] },
    { name: "said in words", expect: "passed", facts: [], lines: ["我单位无政府采购支出。"] },
    { name: "nothing is said", expect: "failed", facts: [], message: "报告未披露政府采购支出，也未作说明。" },
    { name: "a budget need not disclose it", expect: "not_checkable", facts: [], report: { report_kind: "budget" } },
  ],
});
