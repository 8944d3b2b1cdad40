import type { ClassName } from "./class-names.ts";
import { classNameKey } from "./class-names.ts";
import { remembered } from "./remembered.ts";

/** Economic classes (部门预算支出经济分类) with the names that reports print, 类 and 款. */
export const ECONOMIC_CLASSES: readonly ClassName[] = [
  { code: "301", names: ["工资福利支出", "工资和福利支出"] },
  { code: "30101", names: ["基本工资"] },
  { code: "30102", names: ["津贴补贴"] },
  { code: "30103", names: ["奖金"] },
  { code: "30106", names: ["伙食补助费"] },
  { code: "30107", names: ["绩效工资"] },
  { code: "30108", names: ["机关事业单位基本养老保险缴费"] },
  { code: "30109", names: ["职业年金缴费"] },
  { code: "30110", names: ["职工基本医疗保险缴费"] },
  { code: "30111", names: ["公务员医疗补助缴费"] },
  { code: "30112", names: ["其他社会保障缴费"] },
  { code: "30113", names: ["住房公积金"] },
  { code: "30114", names: ["医疗费"] },
  { code: "30199", names: ["其他工资福利支出"] },
  { code: "302", names: ["商品和服务支出", "商品服务支出"] },
  { code: "30201", names: ["办公费"] },
  { code: "30202", names: ["印刷费"] },
  { code: "30203", names: ["咨询费"] },
  { code: "30204", names: ["手续费"] },
  { code: "30205", names: ["水费"] },
  { code: "30206", names: ["电费"] },
  { code: "30207", names: ["邮电费"] },
  { code: "30208", names: ["取暖费"] },
  { code: "30209", names: ["物业管理费"] },
  { code: "30211", names: ["差旅费"] },
  { code: "30212", names: ["因公出国（境）费用"] },
  { code: "30213", names: ["维修（护）费"] },
  { code: "30214", names: ["租赁费"] },
  { code: "30215", names: ["会议费"] },
  { code: "30216", names: ["培训费"] },
  { code: "30217", names: ["公务接待费"] },
  { code: "30218", names: ["专用材料费"] },
  { code: "30224", names: ["被装购置费"] },
  { code: "30225", names: ["专用燃料费"] },
  { code: "30226", names: ["劳务费"] },
  { code: "30227", names: ["委托业务费"] },
  { code: "30228", names: ["工会经费"] },
  { code: "30229", names: ["福利费"] },
  { code: "30231", names: ["公务用车运行维护费"] },
  { code: "30239", names: ["其他交通费用", "其他交通费"] },
  { code: "30240", names: ["税金及附加费用"] },
  { code: "30299", names: ["其他商品和服务支出", "其他商品服务支出"] },
  { code: "303", names: ["对个人和家庭的补助", "对个人和家庭补助", "对个人和家庭的补助支出"] },
  { code: "30301", names: ["离休费"] },
  { code: "30302", names: ["退休费"] },
  { code: "30303", names: ["退职（役）费"] },
  { code: "30304", names: ["抚恤金"] },
  { code: "30305", names: ["生活补助"] },
  { code: "30306", names: ["救济费"] },
  { code: "30307", names: ["医疗费补助"] },
  { code: "30308", names: ["助学金"] },
  { code: "30309", names: ["奖励金"] },
  { code: "30310", names: ["个人农业生产补贴"] },
  { code: "30311", names: ["代缴社会保险费"] },
  { code: "30399", names: ["其他对个人和家庭的补助", "其他对个人家庭补助支出"] },
  { code: "307", names: ["债务利息及费用支出"] },
  { code: "30701", names: ["国内债务付息"] },
  { code: "30702", names: ["国外债务付息"] },
  { code: "309", names: ["资本性支出（基本建设）"] },
  { code: "310", names: ["资本性支出"] },
  { code: "31001", names: ["房屋建筑物购建"] },
  { code: "31002", names: ["办公设备购置"] },
  { code: "31003", names: ["专用设备购置"] },
  { code: "31005", names: ["基础设施建设"] },
  { code: "31006", names: ["大型修缮"] },
  { code: "31007", names: ["信息网络及软件购置更新"] },
  { code: "31008", names: ["物资储备"] },
  { code: "31009", names: ["土地补偿"] },
  { code: "31010", names: ["安置补助"] },
  { code: "31011", names: ["地上附着物和青苗补偿"] },
  { code: "31012", names: ["拆迁补偿"] },
  { code: "31013", names: ["公务用车购置"] },
  { code: "31019", names: ["其他交通工具购置"] },
  { code: "31021", names: ["文物和陈列品购置"] },
  { code: "31022", names: ["无形资产购置"] },
  { code: "31099", names: ["其他资本性支出"] },
  { code: "311", names: ["对企业补助（基本建设）"] },
  { code: "312", names: ["对企业补助"] },
  { code: "313", names: ["对社会保障基金补助"] },
  { code: "399", names: ["其他支出"] },
  { code: "39906", names: ["赠与"] },
  { code: "39907", names: ["国家赔偿费用支出"] },
  { code: "39908", names: ["对民间非营利组织和群众性自治组织补贴"] },
  { code: "39999", names: ["其他支出"] },
];

const byName = new Map<string, string[]>();
for (const { code, names } of ECONOMIC_CLASSES) {
  for (const name of names) {
    const key = classNameKey(name);
    const codes = byName.get(key) ?? [];
    // Two spellings of one class may have one key: 对个人和家庭的补助, 对个人和家庭的补助支出.
    if (!codes.includes(code)) byName.set(key, [...codes, code]);
  }
}

/** All economic classes of that name; empty for an unknown name. */
export const economicClassesNamed = remembered((name): readonly string[] => byName.get(classNameKey(name)) ?? []);
