/**
 * The canonical concept of a figure, whatever a report calls it. `within` names the item that
 * contains this one as a part: 人员经费 lies within 基本支出 lies within 本年支出合计. Pass-through
 * money taken out of an item is taken out of everything that contains it.
 */
export interface Item {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly unit: "万元" | "人" | "辆" | "批次" | "人次" | "个" | "台(套)" | "分" | null;
  readonly within?: string;
}

export const ITEMS = [
  { id: "income.total", zh: "本年收入合计", en: "Income of the year", unit: "万元", within: "income.grand_total" },
  { id: "income.fiscal", zh: "财政拨款收入", en: "Fiscal appropriation", unit: "万元", within: "income.total" },
  {
    id: "income.general_budget",
    zh: "一般公共预算财政拨款收入",
    en: "General public budget",
    unit: "万元",
    within: "income.fiscal",
  },
  {
    id: "income.government_fund",
    zh: "政府性基金预算财政拨款收入",
    en: "Government fund",
    unit: "万元",
    within: "income.fiscal",
  },
  {
    id: "income.state_capital",
    zh: "国有资本经营预算财政拨款收入",
    en: "State capital operations",
    unit: "万元",
    within: "income.fiscal",
  },
  {
    id: "income.fiscal_account",
    zh: "财政专户管理资金",
    en: "Fiscal special account",
    unit: "万元",
    within: "income.total",
  },
  {
    id: "income.superior_subsidy",
    zh: "上级补助收入",
    en: "Subsidy from superior",
    unit: "万元",
    within: "income.total",
  },
  { id: "income.operations", zh: "事业收入", en: "Service income", unit: "万元", within: "income.total" },
  { id: "income.business", zh: "经营收入", en: "Business income", unit: "万元", within: "income.total" },
  {
    id: "income.affiliated_remittance",
    zh: "附属单位上缴收入",
    en: "Remitted by affiliates",
    unit: "万元",
    within: "income.total",
  },
  { id: "income.other", zh: "其他收入", en: "Other income", unit: "万元", within: "income.total" },
  { id: "income.function", zh: "收入（按功能分类）", en: "Income by function", unit: "万元" },
  { id: "income.grand_total", zh: "收入总计", en: "Income, grand total", unit: "万元" },
  { id: "income.fiscal_grand_total", zh: "财政拨款收入总计", en: "Appropriations, grand total", unit: "万元" },
  { id: "balance.carried_in", zh: "年初结转和结余", en: "Carried in", unit: "万元" },
  { id: "balance.carried_out", zh: "年末结转和结余", en: "Carried out", unit: "万元" },
  { id: "balance.used_non_fiscal", zh: "使用非财政拨款结余", en: "Non-fiscal balance used", unit: "万元" },
  { id: "balance.surplus_distribution", zh: "结余分配", en: "Distribution of surplus", unit: "万元" },
  {
    id: "expenditure.total",
    zh: "本年支出合计",
    en: "Expenditure of the year",
    unit: "万元",
    within: "expenditure.grand_total",
  },
  {
    id: "expenditure.fiscal",
    zh: "财政拨款支出",
    en: "Expenditure from appropriation",
    unit: "万元",
    within: "expenditure.total",
  },
  {
    id: "expenditure.general_budget",
    zh: "一般公共预算财政拨款支出",
    en: "General public budget expenditure",
    unit: "万元",
    within: "expenditure.fiscal",
  },
  {
    id: "expenditure.government_fund",
    zh: "政府性基金预算财政拨款支出",
    en: "Government fund expenditure",
    unit: "万元",
    within: "expenditure.fiscal",
  },
  {
    id: "expenditure.state_capital",
    zh: "国有资本经营预算财政拨款支出",
    en: "State capital expenditure",
    unit: "万元",
    within: "expenditure.fiscal",
  },
  { id: "expenditure.basic", zh: "基本支出", en: "Basic expenditure", unit: "万元", within: "expenditure.total" },
  { id: "expenditure.personnel", zh: "人员经费", en: "Personnel", unit: "万元", within: "expenditure.basic" },
  { id: "expenditure.operating", zh: "公用经费", en: "Operating", unit: "万元", within: "expenditure.basic" },
  { id: "expenditure.project", zh: "项目支出", en: "Project expenditure", unit: "万元", within: "expenditure.total" },
  {
    id: "expenditure.remitted_superior",
    zh: "上缴上级支出",
    en: "Remitted to superior",
    unit: "万元",
    within: "expenditure.total",
  },
  { id: "expenditure.business", zh: "经营支出", en: "Business expenditure", unit: "万元", within: "expenditure.total" },
  {
    id: "expenditure.affiliated_subsidy",
    zh: "对附属单位补助支出",
    en: "Subsidy to affiliates",
    unit: "万元",
    within: "expenditure.total",
  },
  { id: "expenditure.agency_operating", zh: "机关运行经费", en: "Agency operating cost", unit: "万元" },
  { id: "expenditure.function", zh: "支出（按功能分类）", en: "Expenditure by function", unit: "万元" },
  { id: "expenditure.economic", zh: "支出（按经济分类）", en: "Expenditure by economic class", unit: "万元" },
  { id: "expenditure.meetings", zh: "会议费", en: "Meetings", unit: "万元" },
  { id: "expenditure.training", zh: "培训费", en: "Training", unit: "万元" },
  { id: "expenditure.events", zh: "节庆、晚会、论坛、赛事活动", en: "Festivals, forums and contests", unit: "万元" },
  { id: "expenditure.grand_total", zh: "支出总计", en: "Expenditure, grand total", unit: "万元" },
  {
    id: "expenditure.fiscal_grand_total",
    zh: "财政拨款支出总计",
    en: "Expenditure from appropriations, grand total",
    unit: "万元",
  },
  { id: "three_public.total", zh: "“三公”经费合计", en: "Three-public expenses", unit: "万元" },
  {
    id: "three_public.overseas",
    zh: "因公出国（境）费",
    en: "Overseas travel",
    unit: "万元",
    within: "three_public.total",
  },
  {
    id: "three_public.vehicle",
    zh: "公务用车购置及运行维护费",
    en: "Official vehicles",
    unit: "万元",
    within: "three_public.total",
  },
  {
    id: "three_public.vehicle_purchase",
    zh: "公务用车购置费",
    en: "Vehicle purchase",
    unit: "万元",
    within: "three_public.vehicle",
  },
  {
    id: "three_public.vehicle_operation",
    zh: "公务用车运行维护费",
    en: "Vehicle operation",
    unit: "万元",
    within: "three_public.vehicle",
  },
  {
    id: "three_public.reception",
    zh: "公务接待费",
    en: "Official reception",
    unit: "万元",
    within: "three_public.total",
  },
  {
    id: "three_public.reception_domestic",
    zh: "国内公务接待支出",
    en: "Domestic reception",
    unit: "万元",
    within: "three_public.reception",
  },
  {
    id: "three_public.reception_foreign",
    zh: "外宾接待支出",
    en: "Reception of foreign guests",
    unit: "万元",
    within: "three_public.reception",
  },
  { id: "overseas.groups", zh: "因公出国（境）团组", en: "Overseas groups", unit: "个" },
  { id: "overseas.persons", zh: "因公出国（境）人次", en: "Overseas travellers", unit: "人次" },
  { id: "reception.visits", zh: "国内公务接待批次", en: "Reception visits", unit: "批次" },
  { id: "reception.visitors", zh: "国内公务接待人次", en: "Reception visitors", unit: "人次" },
  { id: "reception.foreign_visits", zh: "外事接待批次", en: "Foreign reception visits", unit: "批次" },
  { id: "reception.foreign_visitors", zh: "外事接待人次", en: "Foreign visitors", unit: "人次" },
  { id: "vehicles.owned", zh: "公务用车保有量", en: "Vehicles owned", unit: "辆" },
  { id: "vehicles.purchased", zh: "公务用车购置数", en: "Vehicles purchased", unit: "辆" },
  { id: "headcount.total", zh: "人员总数", en: "People in all", unit: "人" },
  { id: "headcount.establishment", zh: "编制", en: "Establishment", unit: "人" },
  { id: "headcount.in_service", zh: "在职人员", en: "In service", unit: "人" },
  { id: "headcount.retired", zh: "退休人员", en: "Retired", unit: "人" },
  { id: "headcount.veteran_retired", zh: "离休人员", en: "Veteran retired", unit: "人" },
  { id: "headcount.temporary", zh: "编外人员（临聘、自主聘用、劳务派遣）", en: "Temporary staff", unit: "人" },
  { id: "headcount.support", zh: "工勤人员", en: "Support staff", unit: "人" },
  { id: "procurement.total", zh: "政府采购支出总额", en: "Procurement", unit: "万元" },
  {
    id: "procurement.goods",
    zh: "政府采购货物支出",
    en: "Procurement of goods",
    unit: "万元",
    within: "procurement.total",
  },
  {
    id: "procurement.works",
    zh: "政府采购工程支出",
    en: "Procurement of works",
    unit: "万元",
    within: "procurement.total",
  },
  {
    id: "procurement.services",
    zh: "政府采购服务支出",
    en: "Procurement of services",
    unit: "万元",
    within: "procurement.total",
  },
  {
    id: "procurement.sme",
    zh: "授予中小企业合同金额",
    en: "Awarded to small and medium firms",
    unit: "万元",
    within: "procurement.total",
  },
  {
    id: "procurement.micro",
    zh: "授予小微企业合同金额",
    en: "Awarded to small and micro firms",
    unit: "万元",
    within: "procurement.sme",
  },
  {
    id: "procurement.sme_reserved",
    zh: "预留面向中小企业的采购金额",
    en: "Reserved for small and medium firms",
    unit: "万元",
    within: "procurement.total",
  },
  {
    id: "procurement.micro_reserved",
    zh: "预留面向小微企业的采购金额",
    en: "Reserved for small and micro firms",
    unit: "万元",
    within: "procurement.sme_reserved",
  },
  { id: "procurement.purchased_services", zh: "政府购买服务支出", en: "Services purchased from society", unit: "万元" },
  { id: "asset.total", zh: "资产总额", en: "Assets", unit: "万元" },
  { id: "asset.current", zh: "流动资产", en: "Current assets", unit: "万元", within: "asset.total" },
  { id: "asset.fixed", zh: "固定资产原值", en: "Fixed assets, gross", unit: "万元" },
  { id: "asset.construction", zh: "在建工程", en: "Construction in progress", unit: "万元", within: "asset.total" },
  { id: "asset.intangible", zh: "无形资产原值", en: "Intangible assets, gross", unit: "万元" },
  { id: "asset.depreciation", zh: "累计折旧", en: "Accumulated depreciation", unit: "万元" },
  { id: "asset.amortisation", zh: "累计摊销", en: "Accumulated amortisation", unit: "万元" },
  {
    id: "asset.land_buildings",
    zh: "土地、房屋及构筑物",
    en: "Land and buildings",
    unit: "万元",
    within: "asset.fixed",
  },
  { id: "asset.general_equipment", zh: "通用设备", en: "General equipment", unit: "万元", within: "asset.fixed" },
  { id: "asset.special_equipment", zh: "专用设备", en: "Special equipment", unit: "万元", within: "asset.fixed" },
  { id: "asset.books", zh: "图书、档案", en: "Books and archives", unit: "万元", within: "asset.fixed" },
  { id: "asset.furniture", zh: "家具、用具、装具", en: "Furniture", unit: "万元", within: "asset.fixed" },
  { id: "asset.acquired", zh: "新增资产配置金额", en: "Assets to be acquired", unit: "万元" },
  {
    id: "equipment.general_over_500k",
    zh: "单价50万元以上通用设备",
    en: "General equipment over 500 000 yuan",
    unit: "台(套)",
  },
  {
    id: "equipment.special_over_1m",
    zh: "单价100万元以上专用设备",
    en: "Special equipment over 1 000 000 yuan",
    unit: "台(套)",
  },
  {
    id: "equipment.over_1m",
    zh: "单价100万元以上设备（不含车辆）",
    en: "Equipment over 1 000 000 yuan, vehicles excepted",
    unit: "台(套)",
  },
  { id: "project", zh: "项目", en: "Project", unit: "万元" },
  { id: "project.indicator", zh: "绩效指标", en: "Performance indicator", unit: null },
  { id: "performance.self_score", zh: "整体支出绩效自评得分", en: "Self-evaluation score", unit: "分" },
] as const satisfies readonly Item[];

export type ItemId = (typeof ITEMS)[number]["id"];

/** The kinds of expenditure by nature. */
export const EXPENDITURE_KINDS: readonly ItemId[] = [
  "expenditure.basic",
  "expenditure.project",
  "expenditure.remitted_superior",
  "expenditure.business",
  "expenditure.affiliated_subsidy",
];

const BY_ID: ReadonlyMap<string, Item> = new Map(ITEMS.map((item) => [item.id, item]));

/** The item's definition. Every `ItemId` has one. */
export function itemOf(id: ItemId): Item {
  return BY_ID.get(id) as Item; // ItemId is derived from ITEMS
}

/** All items that contain `id` as a part, nearest first; empty for a top item. */
export function containing(id: ItemId): ItemId[] {
  const parent = itemOf(id).within as ItemId | undefined;
  return parent === undefined ? [] : [parent, ...containing(parent)];
}
