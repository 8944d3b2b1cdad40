import type { ItemId } from "../../domain/items.ts";
import type { MeasureId } from "../../domain/measures.ts";
import type { InputWay, Metric } from "./metric.ts";
import { BASES, figure } from "./ways.ts";

const shared = {
  group: "execution",
  perStaff: false,
  polarity: "both_ends",
  unit: "%",
  factor: 100,
} as const;

const ofExpenditure = { numerator: "expenditure.total", denominator: "expenditure.total" } as const;

/** Names by which a report states its whole spending, widest first; a pair never mixes two of them. */
const WHOLES: readonly ItemId[] = ["expenditure.total", "expenditure.fiscal", "expenditure.general_budget"];

/** Spending against a budget, both of the same name. */
function againstBudget(measure: MeasureId, base: { zh: string; en: string }): InputWay[] {
  return WHOLES.map((item) => ({
    kind: "final" as const,
    numerator: figure(item, "final"),
    denominator: figure(item, measure),
    base,
  }));
}

/** A budget unit budgets its income and its spending as one sum: the income side stands in where only that is told. */
function againstIncomeBudget(measure: MeasureId, base: { zh: string; en: string }): InputWay[] {
  const told = { zh: `${base.zh}（按收入数）`, en: `${base.en} (told as income)` };
  return (["income.total", "income.fiscal", "income.general_budget"] as const).map((item) => ({
    kind: "final" as const,
    numerator: figure("expenditure.total", "final"),
    denominator: figure(item, measure),
    base: told,
  }));
}

export const EXECUTION: readonly Metric[] = [
  {
    ...shared,
    id: "execution.final",
    zh: "支出决算",
    en: "Expenditure, final",
    unit: "万元",
    factor: 1,
    polarity: "neutral",
    shape: "amount",
    formula: "numerator",
    numeratorName: { zh: "本年支出决算数", en: "final expenditure" },
    denominatorName: null,
    ways: WHOLES.map((item) => ({ kind: "final" as const, numerator: figure(item, "final") })),
    adjusts: { numerator: "expenditure.total", denominator: null },
    caveatZh: "绝对额随单位大小和代发资金而变，不作排名。",
    caveatEn: "Grows with the agency’s size and with money handed on; not for ranking.",
  },
  {
    ...shared,
    id: "execution.final_to_initial",
    zh: "支出决算 ÷ 年初预算",
    en: "Final ÷ initial budget",
    shape: "ratio",
    formula: "100 * numerator / denominator_value",
    numeratorName: { zh: "支出决算数", en: "final expenditure" },
    denominatorName: { zh: "年初预算数", en: "initial budget" },
    ways: [
      ...againstBudget("initial_budget", BASES.initial_budget),
      ...againstIncomeBudget("initial_budget", BASES.initial_budget),
    ],
    adjusts: ofExpenditure,
    caveatZh: "年初未编预算、年中追加的资金会使数值远高于 100%；不同于以调整预算为分母的完成率。",
    caveatEn: "Money added within the year lifts it far above 100 %; not the rate on the adjusted budget.",
  },
  {
    ...shared,
    id: "execution.final_to_adjusted",
    zh: "支出决算 ÷ 全年预算",
    en: "Final ÷ adjusted budget",
    shape: "ratio",
    formula: "100 * numerator / denominator_value",
    numeratorName: { zh: "支出决算数", en: "final expenditure" },
    denominatorName: { zh: "全年预算数（调整预算）", en: "adjusted (full-year) budget" },
    ways: [
      ...againstBudget("adjusted_budget", BASES.adjusted_budget),
      ...againstIncomeBudget("adjusted_budget", BASES.adjusted_budget),
    ],
    adjusts: ofExpenditure,
    caveatZh: "调整预算已跟随执行修正，接近 100% 不说明年初编得准。",
    caveatEn: "The adjusted budget follows execution: near 100 % does not mean that the first budget was right.",
  },
  {
    ...shared,
    id: "execution.adjusted_to_initial",
    zh: "追加率（全年预算 ÷ 年初预算）",
    en: "Adjusted ÷ initial budget",
    shape: "ratio",
    formula: "100 * numerator / denominator_value",
    numeratorName: { zh: "全年预算数（调整预算）", en: "adjusted (full-year) budget" },
    denominatorName: { zh: "年初预算数", en: "initial budget" },
    ways: ([...WHOLES, "income.total", "income.fiscal", "income.general_budget"] as const).map((item) => ({
      kind: "final" as const,
      numerator: figure(item, "adjusted_budget"),
      denominator: figure(item, "initial_budget"),
      base: BASES.initial_budget,
    })),
    adjusts: ofExpenditure,
    caveatZh: "高于 100% 为追加，低于 100% 为追减。",
    caveatEn: "Above 100 % money was added, below it was withdrawn.",
  },
  {
    ...shared,
    id: "execution.carried_out_rate",
    zh: "结转结余率",
    en: "Carried-out rate",
    shape: "ratio",
    formula: "100 * numerator / denominator_value",
    numeratorName: { zh: "年末结转和结余", en: "carried out" },
    denominatorName: { zh: "支出总计", en: "grand total" },
    ways: (["expenditure.grand_total", "income.grand_total"] as const).map((whole) => ({
      kind: "final" as const,
      numerator: figure("balance.carried_out", "final"),
      denominator: figure(whole, "final"),
    })),
    adjusts: { numerator: null, denominator: null },
    caveatZh: "分母是总计（本年收支加结转）；有的报告以支出预算为分母，自述的结转结余率可能不同。",
    caveatEn: "The whole is the grand total, carried-in money included; a report’s own rate may divide by its budget.",
  },
  {
    ...shared,
    id: "execution.stated_completion",
    zh: "自述完成率",
    en: "Completion as stated",
    shape: "stated",
    factor: 1,
    formula: "numerator",
    numeratorName: { zh: "报告自述的完成率", en: "completion rate stated by the report" },
    denominatorName: null,
    ways: WHOLES.map((item) => ({ kind: "final" as const, numerator: figure(item, "completion_rate") })),
    adjusts: { numerator: null, denominator: null },
    caveatZh: "照录原文；分母各家不同，未披露预算金额的标为口径不明，不参与排名。",
    caveatEn: "As printed; bases differ, and a rate whose budget is not disclosed is marked unclear and not ranked.",
  },
];
