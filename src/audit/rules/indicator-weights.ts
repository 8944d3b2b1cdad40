import type { FactRow } from "../../domain/records.ts";
import { said } from "../cases.ts";
import { SUM_MESSAGE } from "../families/footing.ts";
import { identity } from "../identity.ts";
import type { Ledger } from "../ledger.ts";
import type { CaseFact, Check, Rule } from "../types.ts";

/** Rows of a form stand so many lines apart at most, one cell a line. */
const GAP = 16;

export const indicatorWeights: Rule = {
  id: "indicator-weights",
  category: "performance",
  severity: "warning",
  holds: {
    zh: "绩效自评表：一级（二级）指标名称所注分值等于其下各指标分值之和。",
    en: "Performance form: the points in the name of a level are the sum of the points of the indicators below it.",
  },
  inputs: {
    zh: "指标名称所注分值、其下全部指标的分值",
    en: "Points in a level's name, and those of every indicator below it",
  },
  message: SUM_MESSAGE,
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    for (const level of ledger.find({ measure: "max_score" })) {
      if (level.item !== null || !LEVEL.test(level.column_label)) continue;
      const parts = pointsBelow(ledger, level);
      if (parts !== null) checks.push(identity({ left: [level], right: parts }));
    }
    return checks;
  },
  cases: [
    {
      name: "the indicators' points make their level's",
      expect: "passed",
      facts: [
        level("产出指标", "50", 1),
        points("里程", "30", 1),
        points("合格率", "20", 2),
        level("效益指标", "30", 3),
      ],
    },
    {
      name: "the indicators have more points than their level",
      expect: "failed",
      facts: [
        level("产出指标", "50", 1),
        points("里程", "30", 1),
        points("合格率", "25", 2),
        level("效益指标", "30", 3),
      ],
      message: "情况说明第1行「产出指标」印为 50分，而其组成部分之和为 55分，相差 5分：30（第1行） + 25（第2行）。",
    },
    {
      name: "an indicator has no points",
      expect: "not_checkable",
      facts: [
        level("产出指标", "50", 1),
        points("里程", "30", 1),
        said("project.indicator", "98", { label: "合格率", measure: "actual", unit: "%", source_line: 2 }),
      ],
    },
    { name: "no indicator follows", expect: "not_checkable", facts: [level("产出指标", "50", 1)] },
  ],
};

/** Headers over levels, whose names print points. */
const LEVEL = /^[一二]级指标$/;

/** The points of the indicators below a level; null where there are none or one prints none. */
function pointsBelow(ledger: Ledger, level: FactRow): readonly FactRow[] | null {
  const found = new Map<string, FactRow>();
  const listed = new Set<string>();
  let last = level.source_line;
  for (let at = ledger.indexOf(level) + 1; at < ledger.facts.length; at += 1) {
    const fact = ledger.facts[at];
    if (fact === undefined || fact.statement !== level.statement || fact.source_line > last + GAP) break;
    // The level goes on to the next one that stands as high or higher.
    const isNext = fact.item === null && fact.measure === "max_score" && LEVEL.test(fact.column_label);
    if (isNext && (fact.column_label === level.column_label || fact.column_label.startsWith("一"))) break;
    if (fact.item === "project" || fact.item === "performance.self_score") break;
    if (fact.item !== "project.indicator") continue;
    const key = `${fact.parent_label}|${fact.label}|${fact.source_line}`;
    last = fact.source_line;
    listed.add(key);
    if (fact.measure === "max_score" && !found.has(key)) found.set(key, fact);
  }
  return found.size === 0 || found.size < listed.size ? null : [...found.values()];
}

function level(label: string, value: string, source_line: number): CaseFact {
  return said(null, value, { label, measure: "max_score", unit: "分", column_label: "一级指标", source_line });
}

function points(label: string, value: string, source_line: number): CaseFact {
  return said("project.indicator", value, { label, measure: "max_score", unit: "分", source_line });
}
