import { blank, figures, word } from "./cells.ts";
import type { Cell, Figures } from "./cells.ts";

/** The tables of an invented final account: every cell with what it means, set down before any printing. */

export interface Table {
  readonly name: string;
  readonly no: string;
  /** Header rows as a grid; "" continues a merged cell. */
  readonly header: readonly (readonly string[])[];
  readonly body: readonly (readonly Cell[])[];
  /** Columns of names. */
  readonly names: readonly number[];
  readonly note: string;
}

/** How a region prints the same account. */
export interface Habit extends Figures {
  /** All 26 classes in the summaries, or only those that are used. */
  readonly allClasses: boolean;
  readonly lineNumbers: boolean;
  readonly threePublic: "twelve" | "six" | "vertical";
  readonly splitCodes: boolean;
}

const CLASSES: readonly (readonly [string, string])[] = [
  ["205", "教育支出"],
  ["20508", "进修及培训"],
  ["2050803", "培训支出"],
  ["208", "社会保障和就业支出"],
  ["20801", "人力资源和社会保障管理事务"],
  ["2080101", "行政运行"],
  ["2080109", "社会保险经办机构"],
  ["2080199", "其他人力资源和社会保障管理事务支出"],
  ["20805", "行政事业单位养老支出"],
  ["2080505", "机关事业单位基本养老保险缴费支出"],
  ["2080506", "机关事业单位职业年金缴费支出"],
  ["210", "卫生健康支出"],
  ["21011", "行政事业单位医疗"],
  ["2101102", "事业单位医疗"],
  ["221", "住房保障支出"],
  ["22102", "住房改革支出"],
  ["2210201", "住房公积金"],
];
export const SUMMARY_CLASSES =
  "201一般公共服务支出 202外交支出 203国防支出 204公共安全支出 205教育支出 206科学技术支出 207文化旅游体育与传媒支出 208社会保障和就业支出 210卫生健康支出 211节能环保支出 212城乡社区支出 213农林水支出 214交通运输支出 215资源勘探工业信息等支出 216商业服务业等支出 217金融支出 219援助其他地区支出 220自然资源海洋气象等支出 221住房保障支出 222粮油物资储备支出 223国有资本经营预算支出 224灾害防治及应急管理支出 229其他支出 231债务还本支出 232债务付息支出 234抗疫特别国债安排的支出"
    .split(" ")
    .map((entry) => [entry.slice(0, 3), entry.slice(3)] as const);
const ECONOMIC: readonly (readonly [string, string, number])[] = [
  ["30101", "基本工资", 61250],
  ["30102", "津贴补贴", 48836],
  ["30107", "绩效工资", 39920],
  ["30108", "机关事业单位基本养老保险缴费", 17058],
  ["30109", "职业年金缴费", 8564],
  ["30113", "住房公积金", 21130],
  ["30201", "办公费", 2242],
  ["30213", "维修（护）费", 1310],
  ["30217", "公务接待费", 86],
  ["30231", "公务用车运行维护费", 294],
  ["30239", "其他交通费用", 3318],
  ["30299", "其他商品和服务支出", 61129],
  ["30302", "退休费", 4418],
  ["30305", "生活补助", 2172],
  ["31002", "办公设备购置", 8520],
];
const ECONOMIC_CLASSES: readonly (readonly [string, string])[] = [
  ["301", "工资福利支出"],
  ["302", "商品和服务支出"],
  ["303", "对个人和家庭的补助"],
  ["310", "资本性支出"],
];
/** Basic, project and other income of each item, in hundredths of 万元. */
const ITEMS: readonly (readonly [string, number, number, number])[] = [
  ["2050803", 0, 240, 0],
  ["2080101", 41264, 0, 0],
  ["2080109", 183586, 64015, 1260],
  ["2080199", 0, 8830, 0],
  ["2080505", 17058, 0, 0],
  ["2080506", 8564, 0, 0],
  ["2101102", 9905, 0, 0],
  ["2210201", 21130, 0, 0],
];
const CARRIED = 315;

interface Amounts {
  readonly basic: number;
  readonly project: number;
  readonly other: number;
}

function below(prefix: string): Amounts {
  const items = ITEMS.filter(([code]) => code.startsWith(prefix));
  const sum = (at: 1 | 2 | 3): number => items.reduce((total, item) => total + item[at], 0);
  return { basic: sum(1), project: sum(2), other: sum(3) };
}

const CHINESE = "一二三四五六七八九十";
export function ordinal(number: number): string {
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  const one = ones === 0 ? "" : CHINESE.charAt(ones - 1);
  if (tens === 0) return one;
  return `${tens === 1 ? "" : CHINESE.charAt(tens - 1)}十${one}`;
}

/** All tables of the account as a region prints them. */
export function inventedTables(habit: Habit): readonly Table[] {
  const all = below("");
  const total = all.basic + all.project;
  const fiscal = total - all.other;
  const figure = figures(habit);
  const used = CLASSES.filter(([code]) => below(code).basic + below(code).project > 0);
  const classes = habit.allClasses
    ? SUMMARY_CLASSES
    : SUMMARY_CLASSES.filter(([code]) => used.some(([other]) => other === code));
  const codeCells = (code: string, name: string): Cell[] =>
    habit.splitCodes
      ? [word(code.slice(0, 3)), word(code.slice(3, 5)), word(code.slice(5, 7)), word(name)]
      : [word(code), word(name)];
  const codeHeaders = habit.splitCodes ? ["类", "款", "项"] : ["功能分类科目编码"];
  const beside = codeHeaders.map(() => "");
  const byCode = (
    name: string,
    no: string,
    columns: readonly string[],
    over: readonly string[],
    cells: (code: string | null, amounts: Amounts) => readonly Cell[],
  ): Table => ({
    name,
    no,
    header: [
      ["项目", ...beside, ...over],
      [...codeHeaders, "科目名称", ...columns],
      ["栏次", ...beside, ...over.map((_, index) => `${index + 1}`)],
    ],
    body: [
      [word("合计"), ...codeHeaders.map(() => blank), ...cells(null, all)],
      ...used.map(([code, label]) => [...codeCells(code, label), ...cells(code, below(code))]),
    ],
    names: [codeHeaders.length],
    note: "注：本表反映部门本年度收支情况。",
  });
  const coded =
    (statement: string, items: readonly string[], first: string) => (code: string | null, values: readonly number[]) =>
      values.map((value, index) =>
        figure(
          value,
          `${statement} ${index === 0 && code !== null ? first : (items[index] ?? "")}${code === null ? "" : ` ${code}`} final`,
        ),
      );

  const summary = (): Table => {
    const of = (item: string): string => `income_expenditure_summary ${item} final`;
    type Half = readonly [string, number, string];
    const left: Half[] = [
      ["一、一般公共预算财政拨款收入", fiscal, "income.general_budget"],
      ["二、政府性基金预算财政拨款收入", 0, "income.government_fund"],
      ["三、国有资本经营预算财政拨款收入", 0, "income.state_capital"],
      ["四、上级补助收入", 0, "income.superior_subsidy"],
      ["五、事业收入", 0, "income.operations"],
      ["六、经营收入", 0, "income.business"],
      ["七、附属单位上缴收入", 0, "income.affiliated_remittance"],
      ["八、其他收入", all.other, "income.other"],
    ];
    const right = classes.map(([code, name], index): Half => {
      const { basic, project } = below(code);
      const item = `expenditure.function ${code}`;
      return [`${ordinal(index + 1)}、${name}`, basic + project, item];
    });
    const length = Math.max(left.length, right.length);
    const ends: (readonly [Half, Half])[] = [
      [
        ["本年收入合计", total, "income.total"],
        ["本年支出合计", total, "expenditure.total"],
      ],
      [
        ["使用非财政拨款结余", 0, "balance.used_non_fiscal"],
        ["结余分配", 0, "balance.surplus_distribution"],
      ],
      [
        ["年初结转和结余", CARRIED, "balance.carried_in"],
        ["年末结转和结余", CARRIED, "balance.carried_out"],
      ],
      [
        ["总计", total + CARRIED, "income.grand_total"],
        ["总计", total + CARRIED, "expenditure.grand_total"],
      ],
    ];
    const halves = [...Array.from({ length }, (_, index) => [left[index], right[index]] as const), ...ends];
    const half = (entry: Half | undefined, number: number): Cell[] => [
      word(entry?.[0] ?? ""),
      ...(habit.lineNumbers ? [word(`${number}`)] : []),
      entry === undefined ? blank : figure(entry[1], of(entry[2])),
    ];
    return {
      name: "收入支出决算总表",
      no: "01",
      header: habit.lineNumbers
        ? [
            ["收入", "", "", "支出", "", ""],
            ["项目", "行次", "金额", "项目", "行次", "金额"],
            ["栏次", "", "1", "栏次", "", "2"],
          ]
        : [
            ["收入", "", "支出", ""],
            ["项目", "决算数", "项目", "决算数"],
          ],
      body: halves.map(([one, two], index) => [...half(one, index + 1), ...half(two, halves.length + index + 1)]),
      names: habit.lineNumbers ? [0, 3] : [0, 2],
      note: "注：本表反映部门本年度的总收支和年末结转结余情况。",
    };
  };

  const income = byCode(
    "收入决算表",
    "02",
    Array.from({ length: 7 }, () => ""),
    ["本年收入合计", "财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"],
    (code, { basic, project, other }) =>
      coded(
        "income",
        [
          "income.total",
          "income.fiscal",
          "income.superior_subsidy",
          "income.operations",
          "income.business",
          "income.affiliated_remittance",
          "income.other",
        ],
        "income.function",
      )(code, [basic + project, basic + project - other, 0, 0, 0, 0, other]),
  );
  const expenditure = byCode(
    "支出决算表",
    "03",
    Array.from({ length: 6 }, () => ""),
    ["本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"],
    (code, { basic, project }) =>
      coded(
        "expenditure",
        [
          "expenditure.total",
          "expenditure.basic",
          "expenditure.project",
          "expenditure.remitted_superior",
          "expenditure.business",
          "expenditure.affiliated_subsidy",
        ],
        "expenditure.function",
      )(code, [basic + project, basic, project, 0, 0, 0]),
  );
  const generalBudget = byCode(
    "一般公共预算财政拨款支出决算表",
    "05",
    ["小计", "基本支出", "项目支出"],
    ["本年支出", "", ""],
    (code, { basic, project, other }) =>
      coded(
        "general_budget_expenditure",
        ["expenditure.total", "expenditure.basic", "expenditure.project"],
        "expenditure.function",
      )(code, [basic + project - other, basic - other, project]),
  );

  const economicTable = (): Table => {
    const amount = (code: string): number =>
      ECONOMIC.reduce((sum, [other, , value]) => sum + (other.startsWith(code) ? value : 0), 0);
    const list = (...tops: readonly string[]): (readonly [string, string])[] =>
      tops.flatMap((top) => [
        ...ECONOMIC_CLASSES.filter(([code]) => code === top),
        ...ECONOMIC.filter(([code]) => code.startsWith(top)).map(([code, name]) => [code, name] as const),
      ]);
    const blocks = [list("301", "303"), list("302"), list("310")];
    const length = Math.max(...blocks.map((block) => block.length));
    const of = (item: string): string => `general_budget_basic ${item} final`;
    const triple = (entry: readonly [string, string] | undefined): Cell[] =>
      entry === undefined
        ? [blank, blank, blank]
        : [word(entry[0]), word(entry[1]), figure(amount(entry[0]), of(`expenditure.economic ${entry[0]}`))];
    return {
      name: "一般公共预算财政拨款基本支出决算表",
      no: "06",
      header: [
        ["人员经费", "", "", "公用经费", "", "", "", "", ""],
        ["科目编码", "科目名称", "决算数", "科目编码", "科目名称", "决算数", "科目编码", "科目名称", "决算数"],
      ],
      body: [
        ...Array.from({ length }, (_, index) => blocks.flatMap((block) => triple(block[index]))),
        [
          word("人员经费合计"),
          blank,
          figure(amount("301") + amount("303"), of("expenditure.personnel")),
          word("公用经费合计"),
          ...[blank, blank, blank, blank],
          figure(amount("302") + amount("310"), of("expenditure.operating")),
        ],
      ],
      names: [1, 4, 7],
      note: "注：本表反映部门本年度一般公共预算财政拨款基本支出明细情况。",
    };
  };

  const threePublicTable = (): Table => {
    const items = ["total", "overseas", "vehicle", "vehicle_purchase", "vehicle_operation", "reception"];
    const budget = [600, 0, 400, 0, 400, 200];
    const final = [380, 0, 294, 0, 294, 86];
    const cells = (values: readonly number[], measure: string): Cell[] =>
      values.map((value, index) => figure(value, `three_public three_public.${items[index] ?? ""} ${measure}`));
    const top = ["合计", "因公出国（境）费", "公务用车购置及运行维护费", "", "", "公务接待费"];
    const parts = ["", "", "小计", "公务用车购置费", "公务用车运行维护费", ""];
    const common = { name: "财政拨款“三公”经费支出决算表", no: "07", note: "注：本表反映“三公”经费支出预决算情况。" };
    if (habit.threePublic === "six") {
      return { ...common, header: [top, parts], body: [cells(final, "final")], names: [] };
    }
    if (habit.threePublic === "twelve") {
      return {
        ...common,
        header: [
          ["预算数", "", "", "", "", "", "决算数", "", "", "", "", ""],
          [...top, ...top],
          [...parts, ...parts],
          Array.from({ length: 12 }, (_, index) => `${index + 1}`),
        ],
        body: [[...cells(budget, "budget"), ...cells(final, "final")]],
        names: [],
      };
    }
    const labels = [
      "合计",
      "一、因公出国（境）费",
      "二、公务用车购置及运行维护费",
      "其中：公务用车购置费",
      "公务用车运行维护费",
      "三、公务接待费",
    ];
    return {
      ...common,
      header: [["项目", "年初预算数", "决算数"]],
      body: labels.map((label, index) => [
        word(label),
        ...cells(budget, "initial_budget").slice(index, index + 1),
        ...cells(final, "final").slice(index, index + 1),
      ]),
      names: [0],
    };
  };
  return [summary(), income, expenditure, generalBudget, economicTable(), threePublicTable()];
}

/** What the text of the account tells of its totals. */
export const TOLD: readonly string[] = (() => {
  const all = below("");
  const of = (hundredths: number): string => (hundredths / 100).toFixed(2);
  const total = all.basic + all.project;
  return [
    "二、收入决算情况说明",
    `2022年度本年收入合计${of(total)}万元，其中：财政拨款收入${of(total - all.other)}万元；上级补助收入0万元；事业收入0万元；其他收入${of(all.other)}万元。`,
    "三、支出决算情况说明",
    `2022年度本年支出合计${of(total)}万元，其中：基本支出${of(all.basic)}万元；项目支出${of(all.project)}万元；经营支出0万元。`,
  ];
})();
