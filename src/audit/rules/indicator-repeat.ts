import type { FactRow } from "../../domain/records.ts";
import { cell, said } from "../cases.ts";
import { sameProject } from "../families/performance.ts";
import { projectName } from "../families/nearby.ts";
import { precisionOf, valueOf } from "../tolerance.ts";
import type { Check, Rule } from "../types.ts";

const MEASURES = new Set(["target", "actual", "score", "max_score"]);

export const indicatorRepeat: Rule = {
  id: "indicator-repeat",
  category: "performance",
  severity: "error",
  holds: {
    zh: "同一项目的同一绩效指标，表中与文字所述的目标值、完成值、得分相同。",
    en: "An indicator of a project has the same target, actual value and score in the table and in the text.",
  },
  inputs: { zh: "表和文字都述及的同一指标", en: "An indicator that both table and text tell" },
  message: {
    zh: "{place}「{what}」{measure}印为 {stated}，{otherPlace}同一指标为 {otherStated}。",
    en: "{place}: {measure} of “{what}” is {stated}, while {otherPlace} has {otherStated}.",
  },
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    const all = ledger.find({ item: "project.indicator" }).filter((fact) => MEASURES.has(fact.measure));
    const told = all.filter((fact) => fact.origin !== "table");
    for (const fact of all.filter((one) => one.origin === "table")) {
      const twin = told.find((other) => isTwin(fact, other));
      if (twin === undefined) continue;
      const difference = valueOf(fact).minus(valueOf(twin)).abs();
      const step = precisionOf(fact).gt(precisionOf(twin)) ? precisionOf(fact) : precisionOf(twin);
      const rounding = difference.sign > 0 && difference.lt(step);
      checks.push({
        verdict: difference.isZero() ? "passed" : rounding ? "rounding" : "failed",
        facts: [fact, twin],
        stated: valueOf(fact),
        expected: valueOf(twin),
        unit: fact.unit === "" ? null : fact.unit,
        fill: { measure: MEASURE[fact.measure as keyof typeof MEASURE], what: projectName(fact.label) },
      });
    }
    return checks;
  },
  cases: [
    {
      name: "table and text agree",
      expect: "passed",
      facts: [
        cell("performance", "project.indicator", "90%", {
          label: "指标1:满意度",
          parent_label: "甲专项",
          measure: "actual",
        }),
        said("project.indicator", "90%", { label: "满意度", parent_label: "甲", measure: "actual" }),
      ],
    },
    {
      name: "the text has another value",
      expect: "failed",
      facts: [
        cell("performance", "project.indicator", "90%", {
          label: "指标1:满意度",
          parent_label: "甲专项",
          measure: "actual",
        }),
        said("project.indicator", "80%", { label: "满意度", parent_label: "甲", measure: "actual" }),
      ],
      message: "《项目支出绩效表》第1行「满意度」实际完成值印为 90%，情况说明第2行同一指标为 80%。",
    },
    {
      name: "another project's indicator of the same name",
      expect: "not_checkable",
      facts: [
        cell("performance", "project.indicator", "90%", { label: "满意度", parent_label: "甲专项", measure: "actual" }),
        said("project.indicator", "80%", { label: "满意度", parent_label: "乙", measure: "actual" }),
      ],
    },
  ],
};

const MEASURE = {
  target: { zh: "目标值", en: "target" },
  actual: { zh: "实际完成值", en: "actual value" },
  score: { zh: "得分", en: "score" },
  max_score: { zh: "分值", en: "maximum" },
} as const;

function isTwin(fact: FactRow, other: FactRow): boolean {
  // A table often leaves the unit out («115» for «115 万元»); a rate is only compared with a rate.
  const units = fact.unit === other.unit || (fact.unit === "" && other.unit !== "%");
  return (
    fact.measure === other.measure &&
    units &&
    projectName(fact.label) === projectName(other.label) &&
    sameProject(projectName(fact.parent_label ?? ""), projectName(other.parent_label ?? ""))
  );
}
