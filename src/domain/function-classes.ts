import { remembered } from "./remembered.ts";

/**
 * Function classes (功能分类) of government expenditure: all 类, the 款 that agencies of any field
 * commonly print, and the 项 in which agencies of social insurance spend. Years differ in names, so a
 * class may have several. The report's own tables come first; this list fills in where only a name
 * is printed.
 */
export interface ClassName {
  readonly code: string;
  /** The current name first, then earlier ones. */
  readonly names: readonly string[];
}

export const FUNCTION_CLASSES: readonly ClassName[] = [
  { code: "201", names: ["一般公共服务支出"] },
  { code: "20101", names: ["人大事务"] },
  { code: "20102", names: ["政协事务"] },
  { code: "20103", names: ["政府办公厅（室）及相关机构事务"] },
  { code: "20104", names: ["发展与改革事务"] },
  { code: "20105", names: ["统计信息事务"] },
  { code: "20106", names: ["财政事务"] },
  { code: "20107", names: ["税收事务"] },
  { code: "20108", names: ["审计事务"] },
  { code: "20110", names: ["人力资源事务"] },
  { code: "2011001", names: ["行政运行"] },
  { code: "2011002", names: ["一般行政管理事务"] },
  { code: "2011099", names: ["其他人力资源事务支出"] },
  { code: "20111", names: ["纪检监察事务"] },
  { code: "20113", names: ["商贸事务"] },
  { code: "20114", names: ["知识产权事务"] },
  { code: "20123", names: ["民族事务"] },
  { code: "20126", names: ["档案事务"] },
  { code: "20128", names: ["民主党派及工商联事务"] },
  { code: "20129", names: ["群众团体事务"] },
  { code: "20131", names: ["党委办公厅（室）及相关机构事务"] },
  { code: "20132", names: ["组织事务"] },
  { code: "20133", names: ["宣传事务"] },
  { code: "20134", names: ["统战事务"] },
  { code: "20136", names: ["其他共产党事务支出"] },
  { code: "20138", names: ["市场监督管理事务"] },
  { code: "20199", names: ["其他一般公共服务支出"] },
  { code: "2019999", names: ["其他一般公共服务支出"] },
  { code: "202", names: ["外交支出"] },
  { code: "20204", names: ["国际组织"] },
  { code: "2020401", names: ["国际组织会费"] },
  { code: "203", names: ["国防支出"] },
  { code: "204", names: ["公共安全支出"] },
  { code: "20402", names: ["公安"] },
  { code: "20404", names: ["检察"] },
  { code: "20405", names: ["法院"] },
  { code: "20406", names: ["司法"] },
  { code: "205", names: ["教育支出"] },
  { code: "20501", names: ["教育管理事务"] },
  { code: "20502", names: ["普通教育"] },
  { code: "2050201", names: ["学前教育"] },
  { code: "2050202", names: ["小学教育"] },
  { code: "2050203", names: ["初中教育"] },
  { code: "2050204", names: ["高中教育"] },
  { code: "2050205", names: ["高等教育"] },
  { code: "20503", names: ["职业教育"] },
  { code: "2050302", names: ["中等职业教育"] },
  { code: "2050305", names: ["高等职业教育"] },
  { code: "20507", names: ["特殊教育"] },
  { code: "20508", names: ["进修及培训"] },
  { code: "2050803", names: ["培训支出"] },
  { code: "20509", names: ["教育费附加安排的支出"] },
  { code: "20599", names: ["其他教育支出"] },
  { code: "2059999", names: ["其他教育支出"] },
  { code: "206", names: ["科学技术支出"] },
  { code: "20601", names: ["科学技术管理事务"] },
  { code: "20604", names: ["技术研究与开发"] },
  { code: "20607", names: ["科学技术普及"] },
  { code: "207", names: ["文化旅游体育与传媒支出", "文化体育与传媒支出"] },
  { code: "20701", names: ["文化和旅游"] },
  { code: "20702", names: ["文物"] },
  { code: "20703", names: ["体育"] },
  { code: "20708", names: ["广播电视"] },
  { code: "208", names: ["社会保障和就业支出"] },
  { code: "20801", names: ["人力资源和社会保障管理事务"] },
  { code: "2080101", names: ["行政运行"] },
  { code: "2080102", names: ["一般行政管理事务"] },
  { code: "2080103", names: ["机关服务"] },
  { code: "2080104", names: ["综合业务管理"] },
  { code: "2080105", names: ["劳动保障监察"] },
  { code: "2080106", names: ["就业管理事务"] },
  { code: "2080107", names: ["社会保险业务管理事务"] },
  { code: "2080108", names: ["信息化建设"] },
  { code: "2080109", names: ["社会保险经办机构"] },
  { code: "2080110", names: ["劳动关系和维权"] },
  { code: "2080111", names: ["公共就业服务和职业技能鉴定机构"] },
  { code: "2080112", names: ["劳动人事争议调解仲裁"] },
  { code: "2080150", names: ["事业运行"] },
  { code: "2080199", names: ["其他人力资源和社会保障管理事务支出"] },
  { code: "20802", names: ["民政管理事务"] },
  { code: "20805", names: ["行政事业单位养老支出", "行政事业单位离退休"] },
  { code: "2080501", names: ["行政单位离退休", "归口管理的行政单位离退休"] },
  { code: "2080502", names: ["事业单位离退休"] },
  { code: "2080503", names: ["离退休人员管理机构"] },
  { code: "2080505", names: ["机关事业单位基本养老保险缴费支出"] },
  { code: "2080506", names: ["机关事业单位职业年金缴费支出"] },
  { code: "2080507", names: ["对机关事业单位基本养老保险基金的补助"] },
  { code: "2080508", names: ["对机关事业单位职业年金的补助"] },
  { code: "2080599", names: ["其他行政事业单位养老支出", "其他行政事业单位离退休支出"] },
  { code: "20807", names: ["就业补助"] },
  { code: "2080701", names: ["就业创业服务补贴"] },
  { code: "2080702", names: ["职业培训补贴"] },
  { code: "2080704", names: ["社会保险补贴"] },
  { code: "2080705", names: ["公益性岗位补贴", "公益性岗位"] },
  { code: "2080799", names: ["其他就业补助支出"] },
  { code: "20808", names: ["抚恤"] },
  { code: "2080801", names: ["死亡抚恤"] },
  { code: "2080899", names: ["其他优抚支出"] },
  { code: "20809", names: ["退役安置"] },
  { code: "20810", names: ["社会福利"] },
  { code: "20811", names: ["残疾人事业"] },
  { code: "20819", names: ["最低生活保障"] },
  { code: "20820", names: ["临时救助"] },
  { code: "20821", names: ["特困人员救助供养"] },
  { code: "20825", names: ["其他生活救助"] },
  { code: "2082501", names: ["其他城市生活救助"] },
  { code: "2082502", names: ["其他农村生活救助"] },
  { code: "20826", names: ["财政对基本养老保险基金的补助"] },
  { code: "2082601", names: ["财政对企业职工基本养老保险基金的补助"] },
  { code: "2082602", names: ["财政对城乡居民基本养老保险基金的补助"] },
  { code: "2082699", names: ["财政对其他基本养老保险基金的补助"] },
  { code: "20827", names: ["财政对其他社会保险基金的补助"] },
  { code: "2082701", names: ["财政对失业保险基金的补助"] },
  { code: "2082702", names: ["财政对工伤保险基金的补助"] },
  { code: "20828", names: ["退役军人管理事务"] },
  { code: "20899", names: ["其他社会保障和就业支出"] },
  { code: "2089999", names: ["其他社会保障和就业支出"] },
  { code: "209", names: ["社会保险基金支出"] },
  { code: "210", names: ["卫生健康支出", "医疗卫生与计划生育支出", "医疗卫生支出"] },
  { code: "21001", names: ["卫生健康管理事务"] },
  { code: "21002", names: ["公立医院"] },
  { code: "2100201", names: ["综合医院"] },
  { code: "2100202", names: ["中医（民族）医院"] },
  { code: "21003", names: ["基层医疗卫生机构"] },
  { code: "2100302", names: ["乡镇卫生院"] },
  { code: "21004", names: ["公共卫生"] },
  { code: "2100408", names: ["基本公共卫生服务"] },
  { code: "21007", names: ["计划生育事务"] },
  { code: "21011", names: ["行政事业单位医疗"] },
  { code: "2101101", names: ["行政单位医疗"] },
  { code: "2101102", names: ["事业单位医疗"] },
  { code: "2101103", names: ["公务员医疗补助"] },
  { code: "2101199", names: ["其他行政事业单位医疗支出"] },
  { code: "21012", names: ["财政对基本医疗保险基金的补助"] },
  { code: "21013", names: ["医疗救助"] },
  { code: "21014", names: ["优抚对象医疗"] },
  { code: "21015", names: ["医疗保障管理事务"] },
  { code: "211", names: ["节能环保支出"] },
  { code: "21101", names: ["环境保护管理事务"] },
  { code: "21103", names: ["污染防治"] },
  { code: "212", names: ["城乡社区支出"] },
  { code: "21201", names: ["城乡社区管理事务"] },
  { code: "21203", names: ["城乡社区公共设施"] },
  { code: "21205", names: ["城乡社区环境卫生"] },
  { code: "21208", names: ["国有土地使用权出让收入安排的支出"] },
  { code: "213", names: ["农林水支出"] },
  { code: "21301", names: ["农业农村"] },
  { code: "21302", names: ["林业和草原"] },
  { code: "21303", names: ["水利"] },
  { code: "21305", names: ["巩固脱贫攻坚成果衔接乡村振兴", "巩固脱贫衔接乡村振兴", "扶贫"] },
  { code: "2130504", names: ["农村基础设施建设"] },
  { code: "21307", names: ["农村综合改革"] },
  { code: "2130705", names: ["对村民委员会和村党支部的补助"] },
  { code: "21399", names: ["其他农林水支出"] },
  { code: "2139999", names: ["其他农林水支出"] },
  { code: "214", names: ["交通运输支出"] },
  { code: "21401", names: ["公路水路运输"] },
  { code: "215", names: ["资源勘探工业信息等支出", "资源勘探信息等支出", "资源勘探电力信息等支出"] },
  { code: "216", names: ["商业服务业等支出"] },
  { code: "217", names: ["金融支出"] },
  { code: "219", names: ["援助其他地区支出"] },
  { code: "220", names: ["自然资源海洋气象等支出", "国土海洋气象等支出"] },
  { code: "221", names: ["住房保障支出"] },
  { code: "22102", names: ["住房改革支出"] },
  { code: "2210201", names: ["住房公积金"] },
  { code: "2210202", names: ["提租补贴"] },
  { code: "2210203", names: ["购房补贴"] },
  { code: "222", names: ["粮油物资储备支出"] },
  { code: "223", names: ["国有资本经营预算支出"] },
  { code: "224", names: ["灾害防治及应急管理支出"] },
  { code: "22401", names: ["应急管理事务"] },
  { code: "22402", names: ["消防救援事务"] },
  { code: "227", names: ["预备费"] },
  { code: "229", names: ["其他支出"] },
  { code: "230", names: ["转移性支出"] },
  { code: "231", names: ["债务还本支出"] },
  { code: "232", names: ["债务付息支出"] },
  { code: "233", names: ["债务发行费用支出"] },
  { code: "234", names: ["抗疫特别国债安排的支出"] },
];

/** A name as it is compared: no white space, no (类) (款) (项), full-width brackets, without a final 支出. */
export const classNameKey = remembered((name) =>
  name
    .replace(/\s+/g, "")
    .replace(/[（(][类款项][)）]/g, "")
    .replace(/\(/g, "（")
    .replace(/\)/g, "）")
    .replace(/(?<=.)类科目$/, "")
    .replace(/^社会保障与就业/, "社会保障和就业")
    .replace(/(?<=.)支出$/, ""),
);

const byName = new Map<string, string[]>();
for (const { code, names } of FUNCTION_CLASSES) {
  for (const name of names) {
    const key = classNameKey(name);
    byName.set(key, [...(byName.get(key) ?? []), code]);
  }
}

/** All function classes of that name (行政运行 exists under many 款); empty for an unknown name. */
export function functionClassesNamed(name: string): readonly string[] {
  return byName.get(classNameKey(name)) ?? [];
}

/** Names that classes of nearly every field bear: without the class above them they say nothing. */
const SHARED: ReadonlySet<string> = new Set([
  "行政运行",
  "一般行政管理事务",
  "机关服务",
  "事业运行",
  "信息化建设",
  "公安",
  "检察",
  "法院",
  "司法",
  "文物",
  "体育",
  "水利",
  "扶贫",
]);

/** Whether a name alone decides on no class, whatever this list holds of it. */
export function isSharedName(name: string): boolean {
  return SHARED.has(classNameKey(name));
}
