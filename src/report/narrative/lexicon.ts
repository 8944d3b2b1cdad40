import type { ItemId } from "../../domain/items.ts";

/**
 * What the words of a sentence leave open and its surroundings decide: «支出总计» below a heading on
 * 财政拨款收支 is a total of appropriations only, «公务接待费» in a list of what 机关运行经费 paid is an
 * economic class and not the 三公 item.
 */
export interface NameContext {
  /** Normalised unit of the figure. */
  readonly unit: string;
  /** The item that the sentence breaks down («其中», «主要包括»), null outside a breakdown. */
  readonly within: ItemId | null;
  /** The item that the section's heading names. */
  readonly section: ItemId | null;
  /** The sentence or its section speaks of fiscal appropriations only. */
  readonly fiscalOnly: boolean;
}

type Meaning = ItemId | null | readonly ItemId[];

export interface LexiconEntry {
  readonly name: RegExp;
  readonly item: Meaning | ((context: NameContext) => Meaning);
}

const GRAND: readonly ItemId[] = ["income.grand_total", "expenditure.grand_total"];
/** The same of appropriations alone: what was carried in or out of them included. */
const FISCAL_GRAND: readonly ItemId[] = ["income.fiscal_grand_total", "expenditure.fiscal_grand_total"];

/** Optional words around a name that change nothing: 一般公共预算财政拨款基本支出 is 基本支出. */
const FUND = "(?:一般公共(?:预算)?)?(?:财政(?:预算)?)?(?:拨款)?";
const COST = "(?:费用?|经费|支出|资金|费支出|费用支出|经费支出)?";

const SUM = "(?:合计|总额|总计|总数)?";
/** Who pays the 三公 in «部门财政拨款安排的“三公”经费»; all funds together («全口径») are another figure. */
const THREE_PUBLIC_PAYER =
  "(?:实际(?:支出|发生|开支)|(?!.{0,16}(?:全口径|非|其他|自有|专户|事业|经营)).{0,16}(?:财政拨款|公共预算(?:拨款)?)(?:安排|开支|列支|支付)的?)?(?:一般公共预算(?:财政拨款)?中的?)?";

/**
 * Printed names, quotation marks removed and brackets half-width, and what they mean. The whole
 * name must match: 职业年金基金总收入 is not 总收入. null: a known name that the vocabulary has no
 * item for.
 */
const MONEY: readonly LexiconEntry[] = [
  // Totals.
  {
    name: /^收(?:入)?[、和及与]?支(?:出)?(?:决算|预算)?(?:总计|总额|总数)$/,
    item: ({ fiscalOnly }) => (fiscalOnly ? FISCAL_GRAND : GRAND),
  },
  { name: /^(?:部门|单位)?收(?:入)?[、和及与]?支(?:出)?总预算$/, item: GRAND },
  { name: /^收入总计[、和及与]支出总计$/, item: ({ fiscalOnly }) => (fiscalOnly ? FISCAL_GRAND : GRAND) },
  // «收入支出总体与上年相比增加»
  {
    name: /^(?:本年)?收(?:入)?[、和及与]?支(?:出)?总体$/,
    item: ({ fiscalOnly }) => (fiscalOnly ? FISCAL_GRAND : GRAND),
  },
  {
    name: /^财政拨款收(?:入)?[、和及与]?支(?:出)?(?:(?:决算|预算)?(?:总计|总额|总数)|总(?:预算|决算)|总体)$/,
    item: FISCAL_GRAND,
  },
  { name: /^财政拨款收入总计[、和及与](?:财政拨款)?支出总计$/, item: FISCAL_GRAND },
  { name: /^财政拨款收入(?:(?:决算|预算)?(?:总计|总额)|总(?:预算|决算))$/, item: "income.fiscal_grand_total" },
  { name: /^财政拨款支出(?:(?:决算|预算)?(?:总计|总额)|总(?:预算|决算))$/, item: "expenditure.fiscal_grand_total" },
  {
    name: /^(?:收入(?:决算|预算)?总(?:计|额)|总收入)$/,
    item: ({ fiscalOnly }) => (fiscalOnly ? "income.fiscal_grand_total" : "income.grand_total"),
  },
  { name: /^收入总预算$/, item: ({ fiscalOnly }) => (fiscalOnly ? "income.fiscal" : "income.total") },
  { name: /^支出总预算$/, item: ({ fiscalOnly }) => (fiscalOnly ? "expenditure.fiscal" : "expenditure.total") },
  { name: /^(?:财务)?总收入$/, item: "income.grand_total" },
  {
    name: /^(?:支出(?:决算|预算)?总(?:计|额)|总支出)$/,
    item: ({ fiscalOnly }) => (fiscalOnly ? "expenditure.fiscal_grand_total" : "expenditure.grand_total"),
  },
  { name: /^收入$/, item: ({ fiscalOnly }) => (fiscalOnly ? "income.fiscal" : "income.total") },
  { name: /^支出$/, item: ({ fiscalOnly }) => (fiscalOnly ? "expenditure.fiscal" : "expenditure.total") },
  {
    name: /^(?:部门|单位)?(?:本年|本年度|当年)?收入(?:(?:决算)?合计)?$/,
    item: ({ fiscalOnly }) => (fiscalOnly ? "income.fiscal" : "income.total"),
  },
  {
    name: /^(?:部门|单位)?(?:本年|本年度|当年)?支出(?:(?:决算)?合计)?$/,
    item: ({ fiscalOnly }) => (fiscalOnly ? "expenditure.fiscal" : "expenditure.total"),
  },
  // A fund's bare name is a part of the income or the spending that is broken down.
  { name: /^一般公共预算(?:拨款)?$/, item: partOf("general_budget") },
  { name: /^政府性基金(?:预算)?(?:拨款)?$/, item: partOf("government_fund") },
  { name: /^国有资本经营(?:收益|预算)?(?:拨款)?$/, item: partOf("state_capital") },
  // Income.
  { name: /^(?:本年)?财政拨款(?:预算)?(?:本年)?收入(?:合计)?$/, item: "income.fiscal" },
  { name: /^(?:本年|当年)?一般公共(?:财政)?预算(?:当年)?(?:财政)?(?:拨款)?收入$/, item: "income.general_budget" },
  {
    name: /^一般公共(?:财政)?预算(?:当年)?(?:财政)?拨款$/,
    item: ({ within }) =>
      within?.startsWith("expenditure") === true ? "expenditure.general_budget" : "income.general_budget",
  },
  { name: /^(?:本年|当年)?政府性基金(?:预算)?(?:财政)?(?:拨款)?(?:本年)?收入$/, item: "income.government_fund" },
  {
    name: /^政府性基金(?:预算)?(?:财政)?拨款$/,
    item: ({ within }) =>
      within?.startsWith("expenditure") === true ? "expenditure.government_fund" : "income.government_fund",
  },
  { name: /^(?:本年|当年)?国有资本经营(?:预算)?(?:财政)?(?:拨款)?(?:本年)?收入$/, item: "income.state_capital" },
  {
    name: /^国有资本经营(?:预算)?(?:财政)?拨款$/,
    item: ({ within }) =>
      within?.startsWith("expenditure") === true ? "expenditure.state_capital" : "income.state_capital",
  },
  { name: /^(?:财政专户管理资金|纳入专户管理的(?:非税)?资金)(?:收入)?$/, item: "income.fiscal_account" },
  { name: /^上级(?:单位|财政)?补助收入$/, item: "income.superior_subsidy" },
  { name: /^(?:本年)?事业(?:单位)?收入$/, item: "income.operations" },
  { name: /^(?:事业单位)?经营(?:服务)?收入$/, item: "income.business" },
  { name: /^附属单位(?:上缴|缴款)收入$/, item: "income.affiliated_remittance" },
  { name: /^(?:本年)?其他收入$/, item: "income.other" },
  // Balances.
  {
    name: /^(?:部门|单位)?(?:年初|上年[末度]?)(?:财政拨款)?(?:结转(?:和|与|及)?(?:\(?结余\)?)?|结余\(转\))(?:收入|资金)?$/,
    item: "balance.carried_in",
  },
  {
    name: /^(?:部门|单位)?(?:年末|年终)(?:财政拨款)?(?:结转(?:和|与|及)?(?:\(?结余\)?)?|结余\(转\))(?:资金)?$/,
    item: "balance.carried_out",
  },
  { name: /^(?:结转下年|结余结转|结转结余|结转和结余|结转下年支出)(?:资金)?$/, item: "balance.carried_out" },
  {
    name: /^(?:使用(?:非财政拨款|专用)结余(?:(?:和|及)专用结余|\(含专用结余\))?|用?事业基金弥补收?支差额)$/,
    item: "balance.used_non_fiscal",
  },
  { name: /^结余分配$/, item: "balance.surplus_distribution" },
  // Expenditure.
  {
    name: /^(?:本年|当年)?财政(?:拨款|资金)(?:预算)?(?:安排)?(?:本年|当年)?(?:共|总)?支出(?:合计)?$/,
    item: "expenditure.fiscal",
  },
  {
    name: /^(?:本年|当年)?一般公共预算(?:当年|本年)?(?:财政)?(?:拨款)?(?:本年)?支出(?:合计|总计|总额)?$/,
    item: "expenditure.general_budget",
  },
  { name: /^政府性基金(?:预算)?(?:财政)?(?:拨款)?(?:本年)?支出$/, item: "expenditure.government_fund" },
  { name: /^使用政府性基金(?:预算)?(?:财政)?拨款安排的?支出$/, item: "expenditure.government_fund" },
  { name: /^使用国有资本经营(?:预算)?(?:财政)?拨款安排的?支出$/, item: "expenditure.state_capital" },
  { name: /^国有资本经营(?:预算)?(?:财政)?(?:拨款)?(?:本年)?支出$/, item: "expenditure.state_capital" },
  { name: new RegExp(`^(?:部门|单位)?(?:(?:本年|当年)(?:度)?)?${FUND}基本支出$`), item: "expenditure.basic" },
  // «用于保障…机构正常运转的日常支出», «用于专项业务工作的经费支出»: the two kinds in other words.
  { name: /^.{0,40}机构正常运转的?日常支出$/, item: "expenditure.basic" },
  { name: /^.{0,40}专项业务工作的?经费支出$/, item: "expenditure.project" },
  { name: new RegExp(`^(?:部门|单位)?(?:(?:本年|当年)(?:度)?)?${FUND}项目支出$`), item: "expenditure.project" },
  { name: new RegExp(`^${FUND}人员(?:经费|支出|经费支出)$`), item: "expenditure.personnel" },
  {
    name: new RegExp(`^${FUND}(?:日常)?公用(?:经费|支出|经费支出)$`),
    // A section on 机关运行经费 that speaks of 公用经费 means the one by the other.
    item: ({ section }) =>
      section === "expenditure.agency_operating" ? "expenditure.agency_operating" : "expenditure.operating",
  },
  { name: /^上缴上级(?:单位)?支出$/, item: "expenditure.remitted_superior" },
  { name: /^(?:事业单位)?经营支出$/, item: "expenditure.business" },
  { name: /^对(?:附属单位|下级(?:单位)?)补助支出$/, item: "expenditure.affiliated_subsidy" },
  {
    name: new RegExp(
      `^(?:.{0,40}(?:单位|机关|本级|部门))?(?:一般公共预算)?(?:财政拨款)?(?:安排)?的?机关(?:\\(机构\\))?运行(?:经费|费用?)(?:当年)?(?:一般公共预算)?(?:财政)?(?:拨款)?(?:支出)?$`,
    ),
    item: "expenditure.agency_operating",
  },
  { name: new RegExp(`^${FUND}会议费(?:支出)?$`), item: "expenditure.meetings" },
  { name: new RegExp(`^${FUND}培训费(?:支出)?$`), item: "expenditure.training" },
  { name: /节庆.*(?:晚会|论坛|赛事)/, item: "expenditure.events" },
  // 三公.
  {
    name: new RegExp(`^${THREE_PUBLIC_PAYER}${FUND}三公(?:经费|费用)?${FUND}(?:支出)?${SUM}(?:支出)?$`),
    item: "three_public.total",
  },
  // «因公出国（境）经费、公务接待费、…（简称“三公”经费）支出合计»
  { name: new RegExp(`^.{4,80}\\((?:以下)?(?:简称)?三公经费\\)(?:支出)?${SUM}$`), item: "three_public.total" },
  { name: new RegExp(`^${FUND}因公出国(?:\\(境\\)|境)?${COST}$`), item: "three_public.overseas" },
  {
    name: new RegExp(`^${FUND}(?:公务用?车|公车|车辆)购置(?:费用?)?[及和与、](?:公务用?车|公车)?运行(?:维护)?${COST}$`),
    item: "three_public.vehicle",
  },
  { name: /^公务用?车(?:费用?|经费|支出)+$/, item: "three_public.vehicle" },
  // «公务用车保有量2辆，购置及运行维护费5万元»
  { name: /^购置[及和与、]运行(?:维护)?(?:费用?|经费)(?:支出)?$/, item: "three_public.vehicle" },
  { name: new RegExp(`^${FUND}(?:公务用?车|公车)购置${COST}$`), item: "three_public.vehicle_purchase" },
  { name: new RegExp(`^${FUND}(?:公务用?车|公车)运行(?:维护)?${COST}$`), item: "three_public.vehicle_operation" },
  { name: new RegExp(`^购置${COST}$`), item: partOfVehicles("three_public.vehicle_purchase") },
  { name: new RegExp(`^运行(?:维护)?${COST}$`), item: partOfVehicles("three_public.vehicle_operation") },
  { name: new RegExp(`^${FUND}公务(?:接待|招待)${COST}$`), item: "three_public.reception" },
  // «“三公”经费3.20万元，其中：公车运行费2.10万元、接待费1.10万元»
  { name: /^接待费用?$/, item: ({ within }) => (within === "three_public.total" ? "three_public.reception" : null) },
  { name: new RegExp(`^(?:其他)?国内(?:公务)?接待${COST}$`), item: "three_public.reception_domestic" },
  { name: new RegExp(`^(?:外宾|外事)(?:公务)?接待${COST}$`), item: "three_public.reception_foreign" },
  // Guests received abroad are none of the domestic reception's foreign guests; no item holds them.
  { name: new RegExp(`^国\\(境\\)外(?:公务)?接待${COST}$`), item: null },
  // Procurement.
  { name: /^政府采购(?:支出|计划)?(?:总额|金额|总金额|合计|总计)?$/, item: "procurement.total" },
  { name: /^政府采购货物类?(?:采购)?(?:支出|金额)?$/, item: "procurement.goods" },
  { name: /^政府采购工程类?(?:采购)?(?:支出|金额)?$/, item: "procurement.works" },
  { name: /^政府采购服务类?(?:采购)?(?:支出|金额)?$/, item: "procurement.services" },
  { name: /^货物类采购(?:支出|金额)?$/, item: "procurement.goods" },
  { name: /^(?:拟采购)?货物类?(?:采购)?(?:支出|金额)?$/, item: partOfProcurement("procurement.goods") },
  { name: /^工程类采购(?:支出|金额)?$/, item: "procurement.works" },
  { name: /^(?:拟采购)?工程类?(?:采购)?(?:支出|金额)?$/, item: partOfProcurement("procurement.works") },
  { name: /^服务类采购(?:支出|金额)?$/, item: "procurement.services" },
  { name: /^(?:拟采购)?服务类?(?:采购)?(?:支出|金额)?$/, item: partOfProcurement("procurement.services") },
  { name: /^(?:政府采购)?授予中小(?:微)?企业(?:的)?合同(?:总)?(?:金额|额)?$/, item: "procurement.sme" },
  { name: /^(?:政府采购)?授予小微(?:型)?企业(?:的)?合同(?:总)?(?:金额|额)?$/, item: "procurement.micro" },
  // «预留给中小企业的采购预算», «面向中小企业预留政府采购项目预算金额», «专门面向小微企业采购»
  {
    name: /^(?:其中)?(?:为|给)?(?=.{0,12}(?:预留|面向))(?=.{0,20}中小(?:微)?(?:型)?企业)(?!.{0,20}小微(?:型)?企业)(?:政府采购|专门|预留|面向|给|用于|中小(?:微)?(?:型)?企业|的|项目|采购|份额|资金|预算|总额|金额|总)+$/,
    item: "procurement.sme_reserved",
  },
  {
    name: /^(?:其中)?(?:为|给)?(?=.{0,12}(?:预留|面向))(?=.{0,20}(?:小微(?:型)?|小型[和、及]?微型)企业)(?:政府采购|专门|预留|面向|给|用于|小微(?:型)?企业|小型[和、及]?微型企业|的|项目|采购|份额|资金|预算|总额|金额|总)+$/,
    item: "procurement.micro_reserved",
  },
  // Assets.
  { name: /^(?:本年|占用|占有使用)?(?:国有)?(?:资产|总资产)(?:总额|总计|合计|总值)?$/, item: "asset.total" },
  { name: /^流动资产(?:合计|总额)?$/, item: "asset.current" },
  { name: /^固定资产(?:原值|总额|合计|金额)?$/, item: "asset.fixed" },
  {
    name: /^在建工程$/,
    item: ({ within }) => (within?.startsWith("asset.") === true ? "asset.construction" : null),
  },
  { name: /^无形资产(?:原值|总额|合计)?$/, item: "asset.intangible" },
  { name: /^(?:固定资产)?累计折旧$/, item: "asset.depreciation" },
  { name: /^(?:无形资产)?累计摊销$/, item: "asset.amortisation" },
  { name: /^(?:土地、)?房屋(?:及|和|、)?构筑物(?:原值)?$/, item: "asset.land_buildings" },
  { name: /^通用设备(?:原值)?$/, item: "asset.general_equipment" },
  { name: /^专用设备(?:原值)?$/, item: "asset.special_equipment" },
  { name: /^图书(?:、|和|及)?(?:档案)?(?:原值)?$/, item: "asset.books" },
  { name: /^家具(?:、用具)?(?:、装具)?(?:及动植物)?(?:原值)?$/, item: "asset.furniture" },
];

/** «财政拨款收入…万元（其中，一般公共预算…万元)»: a fund's name alone. */
function partOf(fund: "general_budget" | "government_fund" | "state_capital"): (context: NameContext) => Meaning {
  return ({ within, section }) => {
    const whole = within ?? section;
    if (whole?.startsWith("income") === true) return `income.${fund}`;
    return whole?.startsWith("expenditure") === true ? `expenditure.${fund}` : null;
  };
}

/** «政府采购支出总额…，其中：货物支出…»: a bare word that means procurement only in its breakdown. */
function partOfProcurement(item: ItemId): (context: NameContext) => Meaning {
  return ({ within }) => (within?.startsWith("procurement") === true ? item : null);
}

/** «公务用车购置及运行维护费…，其中购置费…，运行费…»: costs of cars in their breakdown only. */
function partOfVehicles(item: ItemId): (context: NameContext) => Meaning {
  return ({ within }) => (within === "three_public.vehicle" ? item : null);
}

/** The entry of a name for money without quotation marks. */
export const moneyNamed = (plain: string): LexiconEntry | undefined =>
  MONEY.find((candidate) => candidate.name.test(plain));

/** What an entry means where the name stands. */
export function itemsOf(entry: LexiconEntry, context: NameContext): readonly (ItemId | null)[] {
  const meaning = typeof entry.item === "function" ? entry.item(context) : entry.item;
  return meaning === null || typeof meaning === "string" ? [meaning] : meaning;
}

/** A name without quotation marks and title marks. */
export function plainName(name: string): string {
  return QUOTES.test(name) ? name.replace(ALL_QUOTES, "") : name;
}

const QUOTES = /[“”"'‘’「」『』《》]/;
const ALL_QUOTES = new RegExp(QUOTES, "g");
