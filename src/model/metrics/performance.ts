import type { Metric } from "./metric.ts";
import { figure } from "./ways.ts";

const shared = {
  group: "performance",
  perStaff: false,
  adjusts: { numerator: null, denominator: null },
} as const;

export const PERFORMANCE: readonly Metric[] = [
  {
    ...shared,
    id: "performance.self_score",
    zh: "整体支出绩效自评得分",
    en: "Self-evaluation score",
    unit: "分",
    polarity: "neutral",
    shape: "amount",
    factor: 1,
    formula: "numerator",
    numeratorName: { zh: "整体支出绩效自评得分", en: "self-evaluation score" },
    denominatorName: null,
    ways: [
      { kind: "final", numerator: figure("performance.self_score", "score") },
      { kind: "final", numerator: figure("performance.self_score", "actual") },
    ],
    caveatZh: "单位给自己打的分，评分表各地不同，只作描述。",
    caveatEn: "Given by the agency to itself on forms that differ; a description only.",
  },
  {
    ...shared,
    id: "performance.project_execution",
    zh: "自评项目执行率",
    en: "Execution of evaluated projects",
    unit: "%",
    polarity: "both_ends",
    shape: "ratio",
    factor: 100,
    formula: "100 * numerator / denominator_value",
    numeratorName: { zh: "自评项目执行数合计", en: "executed in evaluated projects" },
    denominatorName: { zh: "自评项目全年预算数合计", en: "budget of evaluated projects" },
    ways: [{ kind: "final", numerator: figure("project", "executed"), denominator: figure("project", "budget") }],
    caveatZh: "只含披露了预算数与执行数的自评项目，同一项目只计一次。",
    caveatEn: "Counts evaluated projects that print both budget and executed, each once.",
  },
  {
    ...shared,
    id: "performance.indicator_score_rate",
    zh: "绩效指标得分率",
    en: "Indicator score rate",
    unit: "%",
    polarity: "neutral",
    shape: "ratio",
    factor: 100,
    formula: "100 * numerator / denominator_value",
    numeratorName: { zh: "指标得分合计", en: "points given to indicators" },
    denominatorName: { zh: "指标分值合计", en: "points possible" },
    ways: [
      {
        kind: "final",
        numerator: figure("project.indicator", "score"),
        denominator: figure("project.indicator", "max_score"),
      },
    ],
    caveatZh: "只含同时印出分值与得分的指标；分值由单位自定。",
    caveatEn: "Counts indicators that print both points given and possible; the agency sets the points.",
  },
];
