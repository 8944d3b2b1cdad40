import { said } from "../cases.ts";
import { HELD } from "../check.ts";
import { addends, figure, placeOf, printed } from "../describe.ts";
import { projectsOf } from "../families/performance.ts";
import { sumOf, valueOf } from "../tolerance.ts";
import type { Check, Rule } from "../types.ts";

export const projectsBeyondExpenditure: Rule = {
  id: "projects-beyond-expenditure",
  category: "plausibility",
  severity: "warning",
  holds: {
    zh: "自评项目执行数之和不超过项目支出决算数。",
    en: "The projects evaluated do not execute more than all project expenditure.",
  },
  inputs: { zh: "各项目执行数、项目支出决算数", en: "Executed amounts of projects, final project expenditure" },
  message: {
    zh: "自评项目执行数合计 {sum} 万元（{parts}），超过{projectPlace}项目支出 {projectStated}：自评项目列入了基本支出，或口径不同，应作说明。",
    en: "The projects evaluated executed {sum} ¥10k in all ({parts}), more than project expenditure of {projectStated} ({projectPlace}): they are booked as basic expenditure or the scope differs.",
  },
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    // What one fund's table prints is that fund's alone.
    const spent = ledger
      .find({ item: "expenditure.project", code: null, measure: "final" })
      .find(({ statement }) => statement !== "government_fund" && statement !== "state_capital");
    const told = projectsOf(ledger, "text");
    const projects = told.length > 0 ? told : projectsOf(ledger, "table");
    const executed = projects.flatMap((project) => project.own.find((fact) => fact.measure === "executed") ?? []);
    if (spent === undefined || executed.length === 0) return checks;
    const sum = sumOf(executed);
    if (sum.lte(valueOf(spent))) {
      checks.push(HELD);
      return checks;
    }
    checks.push({
      verdict: "failed",
      facts: [spent, ...executed],
      stated: sum,
      expected: valueOf(spent),
      unit: "万元",
      fill: {
        sum: figure(sum),
        parts: addends(executed),
        projectPlace: placeOf(spent),
        projectStated: printed(spent),
      },
    });
    return checks;
  },
  cases: [
    {
      name: "projects within project expenditure",
      expect: "passed",
      facts: [said("expenditure.project", "80.00"), said("project", "56.00", { label: "甲", measure: "executed" })],
    },
    {
      name: "projects beyond project expenditure",
      expect: "failed",
      facts: [
        said("expenditure.project", "80.00"),
        said("project", "56.00", { label: "甲", measure: "executed" }),
        said("project", "2100.00", { label: "乙", measure: "executed" }),
      ],
      message:
        "自评项目执行数合计 2156 万元（56.00（第2行） + 2100.00（第3行）），超过情况说明第1行项目支出 80.00万元：自评项目列入了基本支出，或口径不同，应作说明。",
    },
    { name: "no project is told", expect: "not_checkable", facts: [said("expenditure.project", "80.00")] },
  ],
};
