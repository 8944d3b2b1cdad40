import { cell, said } from "../cases.ts";
import { projectName } from "../families/nearby.ts";
import { sameProject } from "../families/performance.ts";
import { placeIn, priorOf } from "../families/prior-report.ts";
import { printed } from "../describe.ts";
import { valueOf } from "../tolerance.ts";
import type { Check, Rule } from "../types.ts";

export const priorProjectBudget: Rule = {
  id: "prior-project-budget",
  category: "between_reports",
  severity: "warning",
  holds: {
    zh: "项目申报表的上年预算与上年报告中该项目的预算数相同。",
    en: "Last year's budget of a project is what last year's report gives as its budget.",
  },
  inputs: {
    zh: "项目上年预算、上年报告中的同一项目",
    en: "A project's budget of last year, and the project in last year's report",
  },
  message: {
    zh: "{place}项目「{what}」上年预算 {stated}，而{priorPlace}该项目预算为 {priorStated}，相差 {differenceInUnit}。",
    en: "{place}: project “{what}” had {stated} last year; {priorPlace} has {priorStated}, a difference of {differenceInUnit}.",
  },
  check(ledger, others): readonly Check[] {
    const checks: Check[] = [];
    const last = priorOf(ledger, others, "final") ?? priorOf(ledger, others, "budget");
    if (last === undefined) return checks;
    const earlier = last.find({ item: "project", measure: ["adjusted_budget", "initial_budget", "budget"] });
    for (const stated of ledger.find({ item: "project", measure: "prior_budget" })) {
      const name = projectName(stated.label);
      const twin = earlier.find((fact) => fact.parent_label === null && sameProject(name, projectName(fact.label)));
      if (twin === undefined) continue;
      checks.push({
        verdict: valueOf(stated).eq(valueOf(twin)) ? "passed" : "failed",
        facts: [stated, twin],
        stated: valueOf(stated),
        expected: valueOf(twin),
        unit: stated.unit,
        fill: { what: name, priorPlace: placeIn(last, twin), priorStated: printed(twin) },
      });
    }
    return checks;
  },
  cases: [
    {
      name: "the same budget in both reports",
      expect: "passed",
      report: { report_kind: "budget" },
      facts: [cell("performance", "project", "495", { label: "聘用人员经费", measure: "prior_budget" })],
      other: {
        report: { fiscal_year: 2029, report_kind: "final" },
        facts: [said("project", "495", { label: "聘用人员经费", measure: "adjusted_budget" })],
      },
    },
    {
      name: "another budget",
      expect: "failed",
      report: { report_kind: "budget" },
      facts: [cell("performance", "project", "495", { label: "聘用人员经费", measure: "prior_budget" })],
      other: {
        report: { fiscal_year: 2029, report_kind: "final" },
        facts: [said("project", "459", { label: "聘用人员经费", measure: "adjusted_budget" })],
      },
      message:
        "《项目支出绩效表》第1行项目「聘用人员经费」上年预算 495万元，而2029 年度决算第1行该项目预算为 459万元，相差 36万元。",
    },
    {
      name: "no report of the year before",
      expect: "not_checkable",
      facts: [cell("performance", "project", "495", { label: "聘用人员经费", measure: "prior_budget" })],
    },
  ],
};
