import type { ItemId } from "../../domain/items.ts";
import { remembered } from "../../domain/remembered.ts";
import type { LexiconEntry, NameContext } from "./lexicon.ts";
import { itemsOf, plainName } from "./lexicon.ts";

/** Names of things that are counted; `人` and `名` both arrive as the unit 人. */
const COUNTS: readonly (LexiconEntry & { readonly units: readonly string[] })[] = [
  {
    name: /^(?:(?:年末|年底|期末)?实|现)$|^(?:共有|实有|现有|年末|年底|期末|本级)*(?:人员|干部职工|职工|人数|工作人员|编制内外人员)(?:总数|总人数|人数|合计|总计|小计)?$/,
    units: ["人"],
    item: "headcount.total",
  },
  { name: /编制(?:数|人数|总数|名额)?(?:小计|合计)?$/, units: ["人", "个"], item: "headcount.establishment" },
  {
    name: /^(?:实有|现有|年末|共有)*在(?:职|编|岗)(?:在编|在岗|在职)?(?:实有?)?(?:人员|职工|教职工|教师|干部职工|干部|干警|民警|警员)?(?:总数|总人数|人数)?(?:小计|合计)?$/,
    units: ["人"],
    item: "headcount.in_service",
  },
  // «核定编制71人，实际正式教职工62人»
  {
    name: /^(?:实有|现有|实际|年末)*(?:在职|在编|在岗)*正式(?:在职|在编|在岗)*(?:人员|职工|教职工|教师|干部职工|工作人员)(?:总数|人数)?$/,
    units: ["人"],
    item: "headcount.in_service",
  },
  // The bereaved are no staff.
  { name: /遗属/, units: ["人"], item: null },
  // Staff told by kind: parts of the staff that is broken down, of no number where only posts were told before.
  {
    name: /^(?:在职在编实有|在编实有|实有|在职)?(?:行政|事业|参公|参照公务员法管理的?事业|非参公管理的?事业|非参照公务员法管理的?事业)(?:单位)?人员$/,
    units: ["人"],
    item: ({ within }) =>
      within !== null && within.startsWith("headcount.") && within !== "headcount.establishment" ? within : null,
  },
  { name: /^(?:其中)?工勤(?:人员|编制)?(?:人数)?$/, units: ["人"], item: "headcount.support" },
  {
    name: /^(?:实有|现有|(?:单位|部门)管理的?)?离退休(?:[及、和]退职)?(?:人员|职工|教职工|教师|干部)?(?:总数|人数)?$/,
    units: ["人"],
    item: "headcount.retired",
  },
  {
    name: /^(?:实有|现有)?退休(?:[及、和]退职)?(?:人员|职工|教职工|教师|干部)?(?:总数|人数)?(?:小计|合计)?$/,
    units: ["人"],
    item: "headcount.retired",
  },
  {
    name: /^(?:实有|现有)?离休(?:人员|干部)?(?:总数|人数)?(?:小计|合计)?$/,
    units: ["人"],
    item: "headcount.veteran_retired",
  },
  // 行政退休 and 参公退休: kinds of the retired where those are broken down, and of no other staff.
  {
    name: /^(?:行政|事业|参公|工勤)(?:单位)?(?:人员)?离?退休(?:人员)?$/,
    units: ["人"],
    item: ({ within }) => (within === "headcount.retired" ? within : null),
  },
  {
    name: /^(?:实有|现有)?(?:编外(?:聘用)?|(?:其他|长期)?聘用|(?:其他)?(?:长|外)聘|临聘|临时(?:聘用)?|自主(?:招聘|聘用)|(?:劳务|人事)?派遣|聘用制?|合同制|政府购买服务)(?:[\u4e00-\u9fa5]{0,6}(?=人员))?(?:人员|职工|员工|用工|工作人员|书记员|法警|辅警|协管员|教师|护士)?(?:配备)?(?:总数|人数|数量|数)?$|^(?:警务)?辅(?:警|助人员)(?:人数)?$/,
    units: ["人"],
    item: "headcount.temporary",
  },
  {
    name: /(?:购置|更新|购买|新购|新增配[置备]|(?:拟|计划)(?:新增)?配[置备]|(?:拟|计划)新增)(?:了)?(?:公务|执法执勤|特种专业技术|应急保障|机要通信)?(?:用)?(?:车|车辆)$/,
    units: ["辆", "台(套)"],
    item: "vehicles.purchased",
  },
  { name: /^(?:公务用?车|公车)(?:购置|更新)(?:数|量|数量)?$/, units: ["辆", "台(套)"], item: "vehicles.purchased" },
  {
    name: /(?:公务用?车|公车|车辆)(?:实有|年末|期末)?(?:保有|实有|拥有)(?:量|数|数量)$|^(?:年末)?保有(?:量|数|数量)$|(?:公务用?车|公车)保有$/,
    units: ["辆", "台(套)"],
    item: "vehicles.owned",
  },
  {
    name: /^(?:(?:所属)?(?:各|各?预算)?(?:单位|部门)|在编|(?:全|本)?(?:管理|服务|事务)?(?:局|处|中心|站|所|院|校|馆|大队|支队))?(?:现|实)?(?:共有|有|拥有|保有)?(?:公务用?车|公车|车辆|各类车辆)(?:总数|数量)?$/,
    units: ["辆", "台(套)"],
    item: "vehicles.owned",
  },
  {
    name: /50万元(?:\(含\))?以上(?:的)?(?:\(含\))?通用设备/,
    units: ["台(套)", "个"],
    item: "equipment.general_over_500k",
  },
  {
    name: /100万元(?:\(含\))?以上(?:的)?(?:\(含\))?专用设备/,
    units: ["台(套)", "个"],
    item: "equipment.special_over_1m",
  },
  {
    name: /100万元(?:\(含\))?以上(?:的)?(?:\(含\))?设备(?:\(不含车辆\))?$/,
    units: ["台(套)", "个"],
    item: "equipment.over_1m",
  },
];

/** What a count costs: «国内公务接待5批次，48人次，共计支出0.37万元». */
const COST_OF: ReadonlyMap<ItemId, ItemId> = new Map([
  ["reception.visits", "three_public.reception_domestic"],
  ["reception.visitors", "three_public.reception_domestic"],
  ["reception.foreign_visits", "three_public.reception_foreign"],
  ["reception.foreign_visitors", "three_public.reception_foreign"],
  ["overseas.groups", "three_public.overseas"],
  ["overseas.persons", "three_public.overseas"],
  ["vehicles.purchased", "three_public.vehicle_purchase"],
]);

/** The item that money behind a count is about, null where a count has no cost of its own. */
export function costOf(counted: ItemId): ItemId | null {
  return COST_OF.get(counted) ?? null;
}

const ATTENDED = /会议|培训|活动|论坛|赛|晚会/;
const OVERSEAS = /出国|出境/;
const FOREIGN_GUESTS = /外宾|外事|国\(境\)外|境外/;
const GUESTS = /接待|来访|来宾|批次|团组/;
const OF_GUESTS = /出国|出境|接待|来访|来宾/;
/** Says nothing of where the guests come from. */
const BARE_GUESTS = /^(?:(?:共|累计)?接待(?:人次|人数|人员|批次)?|来宾|来访人员)$/;

/** Groups, visits, travellers and guests: the unit says which, the name or the subject before says where. */
function guestItem(name: string, unit: string, before: string): ItemId | null {
  const groups = /^(?:批次|个|次)$/.test(unit);
  const persons = /^(?:人次|人)$/.test(unit);
  if (!groups && !persons) return null;
  const words = name === "" || !(OVERSEAS.test(name) || GUESTS.test(name)) ? before : name;
  if (name !== "" && words !== name && !/^(?:累计|共计?|计|合计|人数|批次|人次|个|来宾|团组)$/.test(name)) return null;
  if (OVERSEAS.test(words)) return groups ? "overseas.groups" : "overseas.persons";
  if (!GUESTS.test(words)) return null;
  const foreign =
    FOREIGN_GUESTS.test(words) ||
    (!/国内/.test(words) && FOREIGN_GUESTS.test(before) && (words !== name || BARE_GUESTS.test(name)));
  if (foreign) return groups ? "reception.foreign_visits" : "reception.foreign_visitors";
  return groups ? "reception.visits" : "reception.visitors";
}

/**
 * The items that the name of something counted means, `undefined` for a name that the lexicon does not know.
 *
 * @param plain printed name without quotation marks, possibly empty for «，48人次» behind «国内公务接待5批次».
 * @param before label of the subject that the sentence speaks of so far.
 */
export function itemsCounted(
  plain: string,
  before: string,
  context: NameContext,
): readonly (ItemId | null)[] | undefined {
  const counted = countsNamed(plain).find((candidate) => candidate.units.includes(context.unit));
  // «拟召开3次会议，人数260人»: those who attend are no staff; «出国团组0个，人数0人»: nor are they who travel.
  if (plain === "人数" && ATTENDED.test(before)) return [null];
  if (plain === "人数" && OF_GUESTS.test(plainName(before))) {
    const travellers = guestItem(plain, context.unit, plainName(before));
    if (travellers !== null) return [travellers];
  }
  if (plain !== "" && counted !== undefined) return itemsOf(counted, context);
  const guests = guestItem(plain, context.unit, plainName(before));
  return guests === null ? undefined : [guests];
}

const countsNamed = remembered((name) => COUNTS.filter((candidate) => candidate.name.test(name)));
