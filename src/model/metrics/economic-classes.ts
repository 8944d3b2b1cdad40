/** An economic class of a department’s budget: 类 with 3 digits, 款 with 5. */
export interface EconomicClass {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** 类 that basic expenditure is spent in. 人员经费 = 301 + 303; 公用经费 = 302 + 307 + 310 + 399. */
export const ECONOMIC_GROUPS = [
  { code: "301", zh: "工资福利支出", en: "Wages and benefits" },
  { code: "302", zh: "商品和服务支出", en: "Goods and services" },
  { code: "303", zh: "对个人和家庭的补助", en: "Subsidies to persons and households" },
  { code: "307", zh: "债务利息及费用支出", en: "Debt interest and fees" },
  { code: "310", zh: "资本性支出", en: "Capital expenditure" },
  { code: "399", zh: "其他支出", en: "Other expenditure" },
] as const satisfies readonly EconomicClass[];

/** 款 of 301, 302 and 303 in the outline of the Ministry of Finance. */
export const ECONOMIC_CLASSES = [
  { code: "30101", zh: "基本工资", en: "Basic wages" },
  { code: "30102", zh: "津贴补贴", en: "Allowances" },
  { code: "30103", zh: "奖金", en: "Bonuses" },
  { code: "30106", zh: "伙食补助费", en: "Meal allowances" },
  { code: "30107", zh: "绩效工资", en: "Performance pay" },
  { code: "30108", zh: "机关事业单位基本养老保险缴费", en: "Basic pension contributions" },
  { code: "30109", zh: "职业年金缴费", en: "Occupational annuity contributions" },
  { code: "30110", zh: "职工基本医疗保险缴费", en: "Basic medical insurance contributions" },
  { code: "30111", zh: "公务员医疗补助缴费", en: "Civil servants’ medical supplement" },
  { code: "30112", zh: "其他社会保障缴费", en: "Other social security contributions" },
  { code: "30113", zh: "住房公积金", en: "Housing provident fund" },
  { code: "30114", zh: "医疗费", en: "Medical expenses" },
  { code: "30199", zh: "其他工资福利支出", en: "Other wages and benefits" },
  { code: "30201", zh: "办公费", en: "Office expenses" },
  { code: "30202", zh: "印刷费", en: "Printing" },
  { code: "30203", zh: "咨询费", en: "Consulting" },
  { code: "30204", zh: "手续费", en: "Service charges" },
  { code: "30205", zh: "水费", en: "Water" },
  { code: "30206", zh: "电费", en: "Electricity" },
  { code: "30207", zh: "邮电费", en: "Post and telecommunications" },
  { code: "30208", zh: "取暖费", en: "Heating" },
  { code: "30209", zh: "物业管理费", en: "Property management" },
  { code: "30211", zh: "差旅费", en: "Travel" },
  { code: "30212", zh: "因公出国（境）费用", en: "Overseas travel on duty" },
  { code: "30213", zh: "维修（护）费", en: "Repair and maintenance" },
  { code: "30214", zh: "租赁费", en: "Rent" },
  { code: "30215", zh: "会议费", en: "Meetings" },
  { code: "30216", zh: "培训费", en: "Training" },
  { code: "30217", zh: "公务接待费", en: "Official reception" },
  { code: "30218", zh: "专用材料费", en: "Special materials" },
  { code: "30224", zh: "被装购置费", en: "Uniforms and bedding" },
  { code: "30225", zh: "专用燃料费", en: "Special fuel" },
  { code: "30226", zh: "劳务费", en: "Labour services" },
  { code: "30227", zh: "委托业务费", en: "Commissioned services" },
  { code: "30228", zh: "工会经费", en: "Trade union fund" },
  { code: "30229", zh: "福利费", en: "Welfare" },
  { code: "30231", zh: "公务用车运行维护费", en: "Operation of official vehicles" },
  { code: "30239", zh: "其他交通费用", en: "Other transport" },
  { code: "30240", zh: "税金及附加费用", en: "Taxes and surcharges" },
  { code: "30299", zh: "其他商品和服务支出", en: "Other goods and services" },
  { code: "30301", zh: "离休费", en: "Veteran retirement pay" },
  { code: "30302", zh: "退休费", en: "Retirement pay" },
  { code: "30303", zh: "退职（役）费", en: "Discharge pay" },
  { code: "30304", zh: "抚恤金", en: "Survivors’ pensions" },
  { code: "30305", zh: "生活补助", en: "Living subsidies" },
  { code: "30306", zh: "救济费", en: "Relief" },
  { code: "30307", zh: "医疗费补助", en: "Medical subsidies" },
  { code: "30308", zh: "助学金", en: "Study grants" },
  { code: "30309", zh: "奖励金", en: "Awards" },
  { code: "30310", zh: "个人农业生产补贴", en: "Farming subsidies to persons" },
  { code: "30311", zh: "代缴社会保险费", en: "Social insurance paid on behalf" },
  { code: "30399", zh: "其他对个人和家庭的补助", en: "Other subsidies to persons and households" },
] as const satisfies readonly EconomicClass[];

/** Their names by code, for labels beside figures. */
export function economicClassName(code: string): EconomicClass | null {
  return [...ECONOMIC_GROUPS, ...ECONOMIC_CLASSES].find((entry) => entry.code === code) ?? null;
}
