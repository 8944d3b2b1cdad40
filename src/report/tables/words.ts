import type { ItemId } from "../../domain/items.ts";
import { remembered } from "../../domain/remembered.ts";
import { withoutNumber } from "./names.ts";

export type Side = "income" | "expenditure";

/** `total` and `grand_total` say «all of this column or row»: the table decides of what. */
export type Meaning = ItemId | "total" | "grand_total";

type Dictionary = readonly (readonly [RegExp, Meaning])[];

const BALANCES: Dictionary = [
  [/使用非财政拨款|事业基金弥补|动用.*结余|专用结余/, "balance.used_non_fiscal"],
  [/结余分配/, "balance.surplus_distribution"],
  [/(?:上年|年初|期初|以前年度).*(?:结转|结余)|^结转(?:和|与)?结余$/, "balance.carried_in"],
  [/结转下年|(?:年末|年终|期末|下年|当年).*(?:结转|结余)/, "balance.carried_out"],
];

const INCOME: Dictionary = [
  [/^(?:收入)?总计$|收入总计$/, "grand_total"],
  [/^(?:本年)?(?:收入)?(?:合计|小计|共计)$|^本年收入$|收入合计$/, "total"],
  [/国有资本经营/, "income.state_capital"],
  [/政府性基金|^基金预算/, "income.government_fund"],
  [/公共预算|公共财政|经费拨款/, "income.general_budget"],
  [/专户/, "income.fiscal_account"],
  [/上级(?:财政)?补助/, "income.superior_subsidy"],
  [/附属单位.*(?:上缴|缴款)/, "income.affiliated_remittance"],
  [/经营收入/, "income.business"],
  [/事业(?:单位)?(?:预算)?收入/, "income.operations"],
  [/其他(?:预算|各项)?收入/, "income.other"],
  [/财政(?:拨款|补助)/, "income.fiscal"],
];

const EXPENDITURE: Dictionary = [
  [/^(?:支出)?总计$|支出总计$/, "grand_total"],
  [/^(?:本年)?(?:支出)?(?:合计|小计|共计)$|^(?:本年)?支出$|^本年支出(?:合计|小计)$|^支出合计$/, "total"],
  [/国有资本经营/, "expenditure.state_capital"],
  [/政府性基金|^基金预算/, "expenditure.government_fund"],
  [/人员(?:经费|支出)|工资福利和对个人/, "expenditure.personnel"],
  [/(?<!教育|学校|小学|中学|高中|生均)公用(?:经费|支出)/, "expenditure.operating"],
  [/基本支出/, "expenditure.basic"],
  [/项目支出|政策和项目/, "expenditure.project"],
  [/上缴上级/, "expenditure.remitted_superior"],
  [/对(?:附属|下级|所属).*补助/, "expenditure.affiliated_subsidy"],
  [/经营支出/, "expenditure.business"],
  [/机关运行经费/, "expenditure.agency_operating"],
  [/公共预算|公共财政|经费拨款/, "expenditure.general_budget"],
  [/财政拨款/, "expenditure.fiscal"],
];

/** 三公 tables, with what some regions print beside it. Counts before amounts: they name the same things. */
const THREE_PUBLIC: Dictionary = [
  [/授予小微企业/, "procurement.micro"],
  [/授予中小企业/, "procurement.sme"],
  [/政府采购货物/, "procurement.goods"],
  [/政府采购工程/, "procurement.works"],
  [/政府采购服务/, "procurement.services"],
  [/^政府采购(?:支出)?(?:合计|总额|总计)$/, "procurement.total"],
  [/50万元.*通用设备/, "equipment.general_over_500k"],
  [/100万元.*专用设备/, "equipment.special_over_1m"],
  [/100万元.*设备[（(]不含车辆/, "equipment.over_1m"],
  [/出国.*团组|团组.*出国/, "overseas.groups"],
  [/出国.*人(?:次|数)/, "overseas.persons"],
  [/(?:公务用)?车.*购置(?:数|量|辆)/, "vehicles.purchased"],
  [/保有量|车辆数/, "vehicles.owned"],
  [/(?:外事|外宾).*(?:批次|团组)/, "reception.foreign_visits"],
  [/(?:外事|外宾).*人(?:次|数)/, "reception.foreign_visitors"],
  [/接待.*(?:批次|团组)/, "reception.visits"],
  [/接待.*人(?:次|数)/, "reception.visitors"],
  [/出国|出境/, "three_public.overseas"],
  [/外事接待|外宾接待/, "three_public.reception_foreign"],
  [/国内.*接待/, "three_public.reception_domestic"],
  [/接待/, "three_public.reception"],
  [/购置.*运行|运行.*购置|购置及运|购置和运/, "three_public.vehicle"],
  [/车.*(?:运行|维护)|运行(?:维护)?费/, "three_public.vehicle_operation"],
  [/车.*购置|购置费/, "three_public.vehicle_purchase"],
  [/用车费?$|车辆(?:经)?费/, "three_public.vehicle"],
  [/会议费/, "expenditure.meetings"],
  [/培训费/, "expenditure.training"],
  [/机关运行经费/, "expenditure.agency_operating"],
  [/三公|^(?:支出)?(?:合计|总计|共计)$/, "three_public.total"],
];

function look(dictionary: Dictionary, text: string): Meaning | null {
  return dictionary.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** A label is short; a longer text is prose, of which the beginning is enough. */
const LABEL_LENGTH = 80;

/** A label's words: without number, `其中：` and a bracketed unit or code. */
export const bareLabel = remembered((label) =>
  withoutNumber(withoutNumber(label.slice(0, LABEL_LENGTH)).replace(/^(?:其中|另)[:：]/, ""))
    .replace(/[（(](?:万元|百元|千元|亿元|元|人|辆|个|批次|批|人次|次|台|套|%|类|款|项|\d{3,7})[)）]/g, "")
    .replace(/[:：]$/, ""),
);

/** What a printed label or header means on one side of the accounts, null when nothing known. */
export function meaningOf(text: string, side: Side): Meaning | null {
  return side === "income" ? incomeMeaning(text) : expenditureMeaning(text);
}

const incomeMeaning = remembered((text) => accountMeaning(text, "income"));
const expenditureMeaning = remembered((text) => accountMeaning(text, "expenditure"));

function accountMeaning(text: string, side: Side): Meaning | null {
  const bare = bareLabel(text);
  const balance = look(BALANCES, bare);
  if (balance !== null) return balance;
  const income = /收入/.test(bare) && !/支出/.test(bare);
  return look(income || (side === "income" && !/支出/.test(bare)) ? INCOME : EXPENDITURE, bare);
}

export const threePublicMeaning = remembered((text): Meaning | null => {
  const bare = bareLabel(text);
  // Reception abroad is neither domestic nor a guest received here; the vocabulary has no item for it.
  if (/国[（(]境[)）]外/.test(bare)) return null;
  return look(THREE_PUBLIC, bare);
});
