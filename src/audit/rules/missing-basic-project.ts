import { said } from "../cases.ts";
import { disclosure, isFinal } from "../families/disclosure.ts";

export const missingBasicProject = disclosure({
  id: "missing-basic-project",
  items: [["expenditure.basic"], ["expenditure.project"]],
  when: isFinal,
  name: { zh: "基本支出和项目支出", en: "basic and project expenditure" },
  holds: {
    zh: "决算披露基本支出和项目支出。",
    en: "A final account discloses basic and project expenditure.",
  },
  cases: [
    {
      name: "a stated zero is a disclosure",
      expect: "passed",
      facts: [said("expenditure.basic", "0"), said("expenditure.project", "0")],
    },
    { name: "nothing is said", expect: "failed", facts: [], message: "报告未披露基本支出和项目支出，也未作说明。" },
    { name: "a budget need not disclose it", expect: "not_checkable", facts: [], report: { report_kind: "budget" } },
  ],
});
