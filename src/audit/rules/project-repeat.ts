import { cell, said } from "../cases.ts";
import { EQUAL_MESSAGE } from "../families/cross-table.ts";
import { isFormTotal, projectsOf, sameProject } from "../families/performance.ts";
import { equality } from "../identity.ts";
import type { Check, Rule } from "../types.ts";

/** 全年预算数 of a table is a bare 预算数 in some texts. */
const MEASURES: readonly (readonly string[])[] = [
  ["adjusted_budget", "budget"],
  ["executed"],
  ["score"],
  ["completion_rate"],
];

export const projectRepeat: Rule = {
  id: "project-repeat",
  category: "performance",
  severity: "error",
  holds: {
    zh: "同一项目的预算数、执行数、执行率、自评得分在表和文字中相同。",
    en: "Budget, executed amount, execution rate and score of a project are the same in table and text.",
  },
  inputs: { zh: "表和文字都述及的同一项目", en: "A project that both table and text tell" },
  message: EQUAL_MESSAGE,
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    const told = projectsOf(ledger, "text");
    for (const { own } of told) {
      const form = own.find(isFormTotal);
      const score = form === undefined ? undefined : own.find((fact) => fact.measure === "score" && !isFormTotal(fact));
      if (form !== undefined && score !== undefined) checks.push(equality(score, form));
    }
    for (const project of projectsOf(ledger, "table")) {
      const twin = told.find((other) => sameProject(project.name, other.name));
      if (twin === undefined) continue;
      for (const wanted of MEASURES) {
        const stated = project.own.find((fact) => wanted.includes(fact.measure));
        const other = twin.own.find((fact) => wanted.includes(fact.measure));
        if (stated !== undefined && other !== undefined) checks.push(equality(other, stated));
      }
    }
    return checks;
  },
  cases: [
    {
      name: "table and text agree",
      expect: "passed",
      facts: [
        cell("performance", "project", "507.94", { label: "运行费专项", measure: "executed" }),
        said("project", "507.94", { label: "运行费", measure: "executed" }),
      ],
    },
    {
      name: "the text has another amount",
      expect: "failed",
      facts: [
        cell("performance", "project", "507.94", { label: "运行费专项", measure: "executed" }),
        said("project", "570.94", { label: "运行费", measure: "executed" }),
      ],
      message: "情况说明第2行「运行费」印为 570.94万元，《项目支出绩效表》第1行同一数字印为 507.94万元，相差 63万元。",
    },
    {
      name: "a rate printed with fewer digits",
      expect: "passed",
      facts: [
        cell("performance", "project", "95.84%", { label: "运行费专项", measure: "completion_rate", unit: "%" }),
        said("project", "95.8%", { label: "运行费", measure: "completion_rate", unit: "%" }),
      ],
    },
    {
      name: "a rate cut off",
      expect: "rounding",
      facts: [
        cell("performance", "project", "95.88%", { label: "运行费专项", measure: "completion_rate", unit: "%" }),
        said("project", "95.8%", { label: "运行费", measure: "completion_rate", unit: "%" }),
      ],
    },
    {
      name: "the text has another score than the form in an annex",
      expect: "failed",
      facts: [
        said("project", "96.4", { label: "运行费", measure: "score", unit: "分" }),
        said("project", "94.6", { label: "运行费", measure: "score", unit: "分", column_label: "总分" }),
      ],
    },
    {
      name: "the table alone",
      expect: "not_checkable",
      facts: [cell("performance", "project", "507.94", { label: "运行费专项", measure: "executed" })],
    },
  ],
};
