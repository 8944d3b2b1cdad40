import { said } from "../cases.ts";
import { valueOf } from "../tolerance.ts";
import type { Check, Rule } from "../types.ts";

const NO_PROJECT = /(?:无|没有)(?!政府性|国有)[^。；，]{0,6}(?:专项(?:预算)?项目|项目支出|预算项目)/;

export const noProjectTold: Rule = {
  id: "no-project-told",
  category: "plausibility",
  severity: "warning",
  holds: {
    zh: "称没有项目（专项）的报告，项目支出为 0。",
    en: "A report that says it has no project has no project expenditure.",
  },
  inputs: { zh: "「无…项目」的说法和项目支出", en: "The words «no project» and project expenditure" },
  message: {
    zh: "第{line}行称「{quote}」，而{place}项目支出为 {stated}，绩效自评恐有遗漏。",
    en: "Line {line} says “{quote}”, while project expenditure is {stated} ({place}): self-evaluation may be incomplete.",
  },
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    const spent = ledger.first({ item: "expenditure.project", code: null, measure: ledger.own });
    if (spent === undefined) return checks;
    for (const line of ledger.linesWith("项目")) {
      const match = NO_PROJECT.exec(line.text);
      if (match === null) continue;
      checks.push({
        verdict: valueOf(spent).isZero() ? "passed" : "failed",
        facts: [spent],
        lines: [line.no],
        stated: valueOf(spent),
        expected: null,
        unit: spent.unit,
        fill: { quote: match[0] },
      });
    }
    return checks;
  },
  cases: [
    {
      name: "no project and nothing spent on one",
      expect: "passed",
      facts: [said("expenditure.project", "0")],
      lines: ["本部门无专项预算项目。"],
    },
    {
      name: "no project told and money spent on projects",
      expect: "failed",
      facts: [said("expenditure.project", "13.62", { source_line: 2 })],
      lines: ["本部门无专项预算项目，因此未开展项目绩效评价。"],
      message: "第1行称「无专项预算项目」，而情况说明第2行项目支出为 13.62万元，绩效自评恐有遗漏。",
    },
    {
      name: "no project of the government fund says nothing of the others",
      expect: "not_checkable",
      facts: [said("expenditure.project", "13.62")],
      lines: ["我单位没有政府性基金预算项目。"],
    },
    { name: "nothing of the kind is said", expect: "not_checkable", facts: [said("expenditure.project", "13.62")] },
  ],
};
