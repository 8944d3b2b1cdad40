/** What a figure says about its item: the amount itself, a budget for it, a share, a score … */
export const MEASURES = [
  { id: "final", zh: "决算数", en: "Final" },
  { id: "budget", zh: "预算数", en: "Budget" },
  { id: "initial_budget", zh: "年初预算数", en: "Initial budget" },
  { id: "adjusted_budget", zh: "全年预算数（调整预算）", en: "Adjusted budget" },
  { id: "executed", zh: "执行数", en: "Executed" },
  { id: "prior_final", zh: "上年决算数", en: "Prior-year final" },
  { id: "prior_budget", zh: "上年预算数", en: "Prior-year budget" },
  { id: "change", zh: "增减额", en: "Change" },
  { id: "change_rate", zh: "增减率", en: "Rate of change" },
  { id: "budget_change", zh: "比预算增减额", en: "Difference from budget" },
  { id: "budget_change_rate", zh: "比预算增减率", en: "Difference from budget, %" },
  { id: "earlier_change", zh: "比更早年度增减额", en: "Change on an earlier year" },
  { id: "earlier_change_rate", zh: "比更早年度增减率", en: "Rate of change on an earlier year" },
  { id: "explained", zh: "原因所列金额", en: "Amount of an explanation" },
  { id: "share", zh: "占比", en: "Share" },
  { id: "completion_rate", zh: "完成率", en: "Completion rate" },
  { id: "score", zh: "得分", en: "Score" },
  { id: "max_score", zh: "分值", en: "Maximum score" },
  { id: "target", zh: "目标值", en: "Target" },
  { id: "actual", zh: "实际完成值", en: "Actual" },
] as const;

export type MeasureId = (typeof MEASURES)[number]["id"];
