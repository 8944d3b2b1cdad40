import { said } from "../cases.ts";
import { disclosure, isFinal } from "../families/disclosure.ts";

export const missingThreePublic = disclosure({
  id: "missing-three-public",
  items: [["three_public.total", "three_public.reception"]],
  declared: /无[^。]{0,6}三公/,
  declaredWith: ["三公"],
  when: isFinal,
  name: { zh: "“三公”经费", en: "three-public expenses" },
  holds: {
    zh: "报告披露“三公”经费（为 0 亦应说明）。",
    en: "The report discloses its three-public expenses, a zero included.",
  },
  cases: [
    { name: "a stated zero is a disclosure", expect: "passed", facts: [said("three_public.total", "0")] },
    { name: "said in words", expect: "passed", facts: [], lines: ["我单位无“三公”经费。"] },
    { name: "nothing is said", expect: "failed", facts: [], message: "报告未披露“三公”经费，也未作说明。" },
    { name: "a budget need not disclose it", expect: "not_checkable", facts: [], report: { report_kind: "budget" } },
  ],
});
