/**
 * The statements of a report: the ten tables of a final account, the eight of a budget, and the
 * two places where figures stand in running text.
 *
 * One id names one concept: 财政拨款收支总表 of a budget (b1) and 财政拨款收入支出决算总表 of a
 * final account (04) are both `appropriation_summary`; the report's kind tells them apart.
 */
export interface Statement {
  readonly id: string;
  /** Number printed in a final account (公开01表 …), null where the outline has none. */
  readonly finalNo: string | null;
  /** Number in a budget's list of tables, null where the outline has none. */
  readonly budgetNo: string | null;
  readonly zh: string;
  readonly en: string;
}

export const STATEMENTS = [
  {
    id: "income_expenditure_summary",
    finalNo: "01",
    budgetNo: "b6",
    zh: "收入支出总表",
    en: "Income and expenditure summary",
  },
  { id: "income", finalNo: "02", budgetNo: "b7", zh: "收入表", en: "Income" },
  { id: "expenditure", finalNo: "03", budgetNo: "b8", zh: "支出表", en: "Expenditure" },
  {
    id: "appropriation_summary",
    finalNo: "04",
    budgetNo: "b1",
    zh: "财政拨款收入支出总表",
    en: "Fiscal appropriation summary",
  },
  {
    id: "general_budget_expenditure",
    finalNo: "05",
    budgetNo: "b2",
    zh: "一般公共预算财政拨款支出表",
    en: "General public budget expenditure",
  },
  {
    id: "general_budget_basic",
    finalNo: "06",
    budgetNo: "b3",
    zh: "一般公共预算财政拨款基本支出表",
    en: "General public budget basic expenditure",
  },
  { id: "three_public", finalNo: "07", budgetNo: "b4", zh: "“三公”经费支出表", en: "Three-public expenses" },
  {
    id: "government_fund",
    finalNo: "08",
    budgetNo: "b5",
    zh: "政府性基金预算财政拨款收入支出表",
    en: "Government fund",
  },
  {
    id: "state_capital",
    finalNo: "09",
    budgetNo: null,
    zh: "国有资本经营预算财政拨款支出表",
    en: "State capital operations",
  },
  { id: "performance", finalNo: "10", budgetNo: null, zh: "项目支出绩效表", en: "Project performance" },
  { id: "narrative", finalNo: null, budgetNo: null, zh: "情况说明", en: "Narrative" },
  { id: "annex", finalNo: null, budgetNo: null, zh: "附件", en: "Annex" },
] as const satisfies readonly Statement[];

export type StatementId = (typeof STATEMENTS)[number]["id"];

/** Where in a report a figure stands. */
export type Origin = "table" | "narrative" | "annex";
export type ReportKind = "final" | "budget";
/** Whether a report prints its tables or only tells its figures in sentences. */
export type Disclosure = "tables" | "narrative";
export const AGENCY_LEVELS = ["province", "prefecture", "county"] as const;
export type AgencyLevel = (typeof AGENCY_LEVELS)[number];

/** The level of that name; null for none. */
export function agencyLevel(name: string | null): AgencyLevel | null {
  return AGENCY_LEVELS.find((level) => level === name) ?? null;
}
