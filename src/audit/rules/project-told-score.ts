import { Decimal } from "../../domain/decimal.ts";
import { said } from "../cases.ts";
import { figure } from "../describe.ts";
import { isFormTotal, projectsOf } from "../families/performance.ts";
import { decimalsOf, precisionOf, sumOf, valueOf } from "../tolerance.ts";
import type { Check, Rule } from "../types.ts";

/** Self-evaluation gives ten points of a hundred for the execution of the budget. */
const EXECUTION_POINTS = Decimal.of(10);
const HUNDREDTH = Decimal.of("0.01");
const TENTH = Decimal.of("0.1");

export const projectToldScore: Rule = {
  id: "project-told-score",
  category: "performance",
  severity: "warning",
  holds: {
    zh: "文字所述自评得分等于各指标得分之和加预算执行得分（10 分 × 执行率）。",
    en: "A self-evaluation score told in the text is the sum of the indicator scores plus ten points times the execution rate.",
  },
  inputs: { zh: "自评得分、执行率、两项以上指标得分", en: "Score, execution rate, at least two indicator scores" },
  message: {
    zh: "{place}项目「{what}」自评得分 {stated}，各指标得分 {points} 加 10 × {rate} 为 {expected} 分，相差 {difference} 分。",
    en: "{place}: project “{what}” scores {stated}; its indicators’ {points} plus 10 × {rate} make {expected}, a difference of {difference}.",
  },
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    for (const project of projectsOf(ledger, "text")) {
      const score = project.own.find((fact) => fact.measure === "score");
      const rate = project.own.find((fact) => fact.measure === "completion_rate");
      const indicators = project.indicators.filter((fact) => fact.measure === "score");
      // A form has a row of its own for the execution, and its total is held against its rows.
      if (score === undefined || rate === undefined || indicators.length < 2 || project.own.some(isFormTotal)) continue;
      const points = sumOf(indicators);
      const expected = points.plus(valueOf(rate).times(EXECUTION_POINTS).times(HUNDREDTH));
      const difference = valueOf(score).minus(expected).abs();
      const printed = expected.round(decimalsOf(precisionOf(score)));
      // Points for the execution may be cut or rounded to a tenth before they are added.
      checks.push({
        verdict: printed.eq(valueOf(score)) ? "passed" : difference.lte(TENTH) ? "rounding" : "failed",
        facts: [score, rate, ...indicators],
        stated: valueOf(score),
        expected,
        unit: "分",
        fill: { points: figure(points), rate: `${rate.value_text}%`, what: project.name },
      });
    }
    return checks;
  },
  cases: [
    {
      name: "indicators and execution make the score",
      expect: "passed",
      facts: [
        said("project", "95.5", { label: "甲", measure: "score", unit: "分" }),
        said("project", "75%", { label: "甲", measure: "completion_rate", unit: "%" }),
        said("project.indicator", "38", { label: "办结率", parent_label: "甲", measure: "score", unit: "分" }),
        said("project.indicator", "50", { label: "满意度", parent_label: "甲", measure: "score", unit: "分" }),
      ],
    },
    {
      name: "five points too many",
      expect: "failed",
      facts: [
        said("project", "98.5", { label: "甲", measure: "score", unit: "分" }),
        said("project", "75%", { label: "甲", measure: "completion_rate", unit: "%" }),
        said("project.indicator", "38", { label: "办结率", parent_label: "甲", measure: "score", unit: "分" }),
        said("project.indicator", "50", { label: "满意度", parent_label: "甲", measure: "score", unit: "分" }),
      ],
      message: "情况说明第1行项目「甲」自评得分 98.5分，各指标得分 88 加 10 × 75% 为 95.5 分，相差 3 分。",
    },
    {
      name: "execution points cut off to a tenth",
      expect: "rounding",
      facts: [
        said("project", "95.9", { label: "甲", measure: "score", unit: "分" }),
        said("project", "79.8%", { label: "甲", measure: "completion_rate", unit: "%" }),
        said("project.indicator", "38", { label: "办结率", parent_label: "甲", measure: "score", unit: "分" }),
        said("project.indicator", "50", { label: "满意度", parent_label: "甲", measure: "score", unit: "分" }),
      ],
    },
    {
      name: "no indicators told",
      expect: "not_checkable",
      facts: [said("project", "98.5", { label: "甲", measure: "score", unit: "分" })],
    },
  ],
};
