import { said } from "../cases.ts";
import { disclosure, isFinal } from "../families/disclosure.ts";

export const missingAgencyOperating = disclosure({
  id: "missing-agency-operating",
  items: [["expenditure.agency_operating"]],
  declared: /(?:无|没有|不涉及)[^。]{0,12}机关运行经费/,
  declaredWith: ["机关运行经费"],
  when: isFinal,
  name: { zh: "机关运行经费", en: "the agency operating cost" },
  holds: {
    zh: "决算披露机关运行经费，非行政单位应说明不适用。",
    en: "A final account discloses the agency operating cost or says that it has none.",
  },
  cases: [
    { name: "a stated zero is a disclosure", expect: "passed", facts: [said("expenditure.agency_operating", "0")] },
    { name: "said in words", expect: "passed", facts: [], lines: ["本单位为事业单位，无机关运行经费。"] },
    { name: "nothing is said", expect: "failed", facts: [], message: "报告未披露机关运行经费，也未作说明。" },
    { name: "a budget need not disclose it", expect: "not_checkable", facts: [], report: { report_kind: "budget" } },
  ],
});
