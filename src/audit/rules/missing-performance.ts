import { said } from "../cases.ts";
import { disclosure, isFinal } from "../families/disclosure.ts";

export const missingPerformance = disclosure({
  id: "missing-performance",
  items: [["project", "performance.self_score", "project.indicator"]],
  // The number of projects evaluated and their mean score are results; no project's own score is needed.
  declared: /自评的?(?:20\d{2}年度?)?项目\s*\d+\s*个|平均得分/,
  declaredWith: ["自评", "平均得分"],
  when: isFinal,
  name: { zh: "预算绩效自评结果", en: "the result of self-evaluation" },
  holds: {
    zh: "决算披露绩效自评结果。",
    en: "A final account discloses the result of its self-evaluation.",
  },
  cases: [
    { name: "a stated zero is a disclosure", expect: "passed", facts: [said("project", "0")] },
    {
      name: "the projects evaluated are counted",
      expect: "passed",
      facts: [],
      lines: ["绩效自评的2024年度项目12个，涉及预算金额635.10万元，平", "均得分97.20分。"],
    },
    { name: "nothing is said", expect: "failed", facts: [], message: "报告未披露预算绩效自评结果，也未作说明。" },
    { name: "a budget need not disclose it", expect: "not_checkable", facts: [], report: { report_kind: "budget" } },
  ],
});
