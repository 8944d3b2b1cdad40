import { ECONOMIC_CLASSES } from "../../../src/domain/economic-classes.ts";
import { FUNCTION_CLASSES } from "../../../src/domain/function-classes.ts";
import { Draw } from "./draw.ts";

/** An amount of a class, in hundredths of 万元. */
export interface Line {
  readonly code: string;
  readonly name: string;
  readonly basic: number;
  readonly project: number;
}

export interface Project {
  readonly name: string;
  readonly budget: number;
  readonly executed: number;
  readonly score: number;
}

/** What an invented agency spent in a year: sums hold, apart from a slip now and then. */
export interface Accounts {
  readonly agency: string;
  readonly year: number;
  readonly kind: "final" | "budget";
  readonly lines: readonly Line[];
  readonly economic: readonly { readonly code: string; readonly name: string; readonly amount: number }[];
  readonly basic: number;
  readonly project: number;
  readonly threePublic: {
    readonly overseas: number;
    readonly purchase: number;
    readonly operation: number;
    readonly reception: number;
  };
  readonly staff: {
    readonly posts: number;
    readonly inService: number;
    readonly retired: number;
    readonly temporary: number;
  };
  readonly visits: number;
  readonly visitors: number;
  readonly vehicles: number;
  readonly prior: number;
  readonly initial: number;
  readonly procurement: number;
  readonly projects: readonly Project[];
}

const FIRST = [..."东西南北清平长永安宁和丰泰新青金石云白临高广海江河湖沙泉松竹梅兰"] as [string, ...string[]];
const SECOND = [..."山川江河州阳原城林溪港泽岭湾塘桥峰谷源泉屏坪关浦渡"] as [string, ...string[]];
const BODIES = [
  "社会保险事业管理局",
  "社会保险中心",
  "社会保险服务中心",
  "机关事业单位社会保险中心",
  "城乡居民社会养老保险局",
  "医疗保险管理处",
  "人力资源和社会保障局",
] as const;
const TASKS = [
  "信息系统运维",
  "业务运行",
  "基金监督",
  "档案整理",
  "参保扩面宣传",
  "经办服务能力提升",
  "窗口购买服务",
  "稽核",
  "待遇领取资格认证",
  "社保卡制发",
];

/** Agencies of these places and bodies publish a few reports each. */
const REPORTS_OF_AGENCY = 4;

function agencyName(index: number): string {
  const draw = new Draw(index * 7919 + 11);
  const level = draw.one(["市", "县", "区"]);
  // The index makes the name unlike every other: 三 characters of place are enough for tens of thousands.
  const place = `${FIRST[index % FIRST.length] ?? "东"}${SECOND[Math.floor(index / FIRST.length) % SECOND.length] ?? "山"}`;
  const more = Math.floor(index / (FIRST.length * SECOND.length));
  const prefix = more === 0 ? "" : `${draw.one(FIRST)}${SECOND[more % SECOND.length] ?? "川"}市`;
  return `${prefix}${place}${level}${draw.one([...BODIES] as [string, ...string[]])}`;
}

/** Whose accounts, and of what. */
export interface Subject {
  readonly agencyNo: number;
  readonly year: number;
  readonly kind: "final" | "budget";
}

/** Report number `index` of a collection in which agencies publish four reports each, from different years on. */
export function subjectOf(index: number): Subject {
  const agencyNo = Math.floor(index / REPORTS_OF_AGENCY);
  const place = index % REPORTS_OF_AGENCY;
  const year = 2018 + (agencyNo % 4) + Math.floor(place / 2);
  return { agencyNo, year, kind: place % 2 === 0 ? "final" : "budget" };
}

/** Accounts of a subject; the same number gives the same. */
export function accountsOf(index: number, { agencyNo, year, kind }: Subject = subjectOf(index)): Accounts {
  const draw = new Draw(index);
  const basic = draw.whole(20_000, 400_000);
  const project = draw.whole(5_000, 300_000);
  const items = draw.some(
    FUNCTION_CLASSES.filter(({ code }) => code.length === 7 && /^(?:208|210|221)/.test(code)),
    draw.whole(5, 14),
  );
  const basics = draw.parts(basic, items.length);
  const projects = draw.parts(project, items.length);
  const classes = draw.some(
    ECONOMIC_CLASSES.filter(({ code }) => code.length === 5 && /^30[123]/.test(code)),
    draw.whole(14, 34),
  );
  const economics = draw.parts(basic, classes.length);
  const names = draw.some(TASKS, draw.whole(1, 4));
  const budgets = draw.parts(project, names.length);
  const inService = draw.whole(12, 260);
  const total = basic + project;
  return {
    agency: agencyName(agencyNo),
    year,
    kind,
    lines: items.map((item, at) => ({
      code: item.code,
      name: item.names[0] ?? "",
      basic: basics[at] ?? 0,
      project: projects[at] ?? 0,
    })),
    economic: classes.map((item, at) => ({ code: item.code, name: item.names[0] ?? "", amount: economics[at] ?? 0 })),
    basic,
    project,
    threePublic: {
      overseas: draw.chance(0.8) ? 0 : draw.whole(100, 900),
      purchase: draw.chance(0.9) ? 0 : draw.whole(1_000, 2_400),
      operation: draw.whole(0, 1_500),
      reception: draw.whole(0, 600),
    },
    staff: {
      posts: inService + draw.whole(0, 20),
      inService,
      retired: draw.whole(3, 120),
      temporary: draw.whole(0, 40),
    },
    visits: draw.whole(1, 40),
    visitors: draw.whole(40, 400),
    vehicles: draw.whole(0, 6),
    prior: Math.round(total * (0.8 + 0.4 * draw.next())),
    initial: Math.round(total * (0.8 + 0.4 * draw.next())),
    procurement: draw.whole(500, 40_000),
    projects: names.map((name, at) => {
      const budget = budgets[at] ?? 0;
      return { name, budget, executed: Math.round(budget * (0.7 + 0.3 * draw.next())), score: draw.whole(880, 1000) };
    }),
  };
}
