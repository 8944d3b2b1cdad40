import { cell, said } from "../cases.ts";
import { figure } from "../describe.ts";
import { isFormTotal, projectsOf } from "../families/performance.ts";
import { groupBy } from "../group-by.ts";
import { projectName } from "../families/nearby.ts";
import type { FactRow } from "../../domain/records.ts";
import { sumOf, valueOf } from "../tolerance.ts";
import type { Ledger } from "../ledger.ts";
import type { Bilingual, Check, Rule } from "../types.ts";

export const projectTotalScore: Rule = {
  id: "project-total-score",
  category: "performance",
  severity: "error",
  holds: {
    zh: "项目绩效自评表：总分等于各行得分之和，分值合计等于各行分值之和。",
    en: "Project performance table: the total score is the sum of the scores, the maximum the sum of the maxima.",
  },
  inputs: { zh: "总分（分值合计）和各行得分（分值）", en: "The total and the rows' scores or maxima" },
  message: {
    zh: "{place}总分印为 {stated}，而表中各行得分之和为 {expected} 分，相差 {difference} 分{also}{missing}。",
    en: "{place}: the total score is {stated}, while the rows add up to {expected}, a difference of {difference}{also}{missing}.",
  },
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    const inAnnexes = projectsOf(ledger, "text").filter(({ own }) => own.some(isFormTotal));
    for (const project of [...projectsOf(ledger, "table"), ...inAnnexes]) {
      const score = sumAgainst(project.own, project.indicators, "score");
      const maximum = sumAgainst(project.own, project.indicators, "max_score");
      const leading = score ?? maximum;
      if (leading === null) continue;
      const wrong = [score, maximum].some((one) => one !== null && !one.difference.isZero());
      checks.push({
        verdict: wrong ? "failed" : "passed",
        facts: [leading.total, ...(score !== null && maximum !== null ? [maximum.total] : []), ...leading.parts],
        stated: valueOf(leading.total),
        expected: leading.sum,
        unit: "分",
        fill: {
          also: alsoMaximum(score, maximum),
          missing: wrong ? missingRow(ledger, project.indicators, leading.difference) : NOTHING,
        },
      });
    }
    return checks;
  },
  cases: [
    {
      name: "rows make the total",
      expect: "passed",
      facts: [
        cell("performance", "project.indicator", "9.6", { label: "预算执行", parent_label: "甲", measure: "score" }),
        cell("performance", "project.indicator", "85", { label: "指标1:办结率", parent_label: "甲", measure: "score" }),
        cell("performance", "project", "94.6", { label: "甲", measure: "score", unit: "分" }),
      ],
    },
    {
      name: "a form in an annex whose total is not that of its rows",
      expect: "failed",
      facts: [
        said("project.indicator", "9.6", { label: "年度资金总额", parent_label: "甲", measure: "score", unit: "分" }),
        said("project.indicator", "85", { label: "办结率", parent_label: "甲", measure: "score", unit: "分" }),
        said("project", "96.4", { label: "甲", measure: "score", unit: "分", column_label: "总分" }),
      ],
    },
    {
      name: "a row is missing from the table and told in the text",
      expect: "failed",
      facts: [
        cell("performance", "project.indicator", "9.6", {
          label: "预算执行",
          parent_label: "运行费",
          measure: "score",
        }),
        cell("performance", "project.indicator", "76", {
          label: "指标1:电费",
          parent_label: "运行费",
          measure: "score",
        }),
        cell("performance", "project", "94.6", { label: "运行费", measure: "score", unit: "分" }),
        cell("narrative", "project.indicator", "9", {
          label: "物业费",
          parent_label: "运行费",
          measure: "score",
          origin: "narrative",
        }),
      ],
      message:
        "《项目支出绩效表》第3行总分印为 94.6分，而表中各行得分之和为 85.6 分，相差 9 分；第4行文字所述「物业费」得分 9 未列入表中，补入即相符。",
    },
    {
      name: "no row has a score",
      expect: "not_checkable",
      facts: [cell("performance", "project", "94.6", { label: "甲", measure: "score", unit: "分" })],
    },
  ],
};

const NOTHING: Bilingual = { zh: "", en: "" };

function sumAgainst(own: readonly FactRow[], indicators: readonly FactRow[], measure: "score" | "max_score") {
  const ofMeasure = own.filter((fact) => fact.measure === measure);
  // Of a score told in a sentence and the form's own, the form's stands below its rows.
  const total = ofMeasure.find(isFormTotal) ?? ofMeasure[0];
  const parts = indicators.filter((fact) => fact.measure === measure);
  if (total === undefined || parts.length < 2) return null;
  const sum = sumOf(parts);
  return { total, parts, sum, difference: valueOf(total).minus(sum) };
}

type Summed = ReturnType<typeof sumAgainst>;

function alsoMaximum(score: Summed, maximum: Summed): Bilingual {
  if (score === null || maximum === null || maximum.difference.isZero()) return NOTHING;
  const stated = maximum.total.value_text;
  return {
    zh: `；分值合计亦不符（印为 ${stated}，各行之和 ${figure(maximum.sum).zh}）`,
    en: `; nor do the maxima (${stated} printed, ${figure(maximum.sum).en} by the rows)`,
  };
}

/** An indicator that only the text tells and whose score is just what the table lacks. */
function missingRow(ledger: Ledger, inTable: readonly FactRow[], difference: ReturnType<typeof sumOf>): Bilingual {
  const names = new Set(groupBy(inTable, (fact) => projectName(fact.label)).keys());
  const told = ledger.facts.find(
    (fact) =>
      fact.item === "project.indicator" &&
      fact.measure === "score" &&
      fact.origin !== "table" &&
      valueOf(fact).eq(difference) &&
      !names.has(projectName(fact.label)),
  );
  if (told === undefined) return NOTHING;
  return {
    zh: `；第${told.source_line}行文字所述「${projectName(told.label)}」得分 ${told.value_text} 未列入表中，补入即相符`,
    en: `; line ${told.source_line} tells “${projectName(told.label)}” with ${told.value_text}, which the table lacks and which would mend it`,
  };
}
