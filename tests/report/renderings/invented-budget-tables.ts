import { blank, figures, word } from "./cells.ts";
import type { Cell, Figures } from "./cells.ts";
import type { Habit, Table } from "./invented-tables.ts";
import { ordinal, SUMMARY_CLASSES } from "./invented-tables.ts";

/** The tables of an invented budget in the forms of the years after 2022: every cell with what it means. */

export interface BudgetHabit extends Figures, Pick<Habit, "allClasses" | "splitCodes"> {
  /** A column of row numbers before every row and a line of column numbers: 序号, 栏次. */
  readonly rowNumbers: boolean;
  /** Whether the income table counts bodies or classes. */
  readonly incomeBy: "body" | "class";
  /** Basic expenditure in its halves, or all below a header of the year. */
  readonly generalBudget: "halves" | "year";
  readonly threePublic: "two_years" | "six" | "vertical";
}

const AGENCY = "东山市城市运行服务中心";

/** Personnel, operating and project of each item, in hundredths of 万元; all but the last are of the general budget. */
const ITEMS: readonly (readonly [string, string, number, number, number])[] = [
  ["201", "一般公共服务支出", 0, 0, 0],
  ["20103", "政府办公厅（室）及相关机构事务", 0, 0, 0],
  ["2010301", "行政运行", 82150, 14020, 0],
  ["2010302", "一般行政管理事务", 0, 0, 36545],
  ["208", "社会保障和就业支出", 0, 0, 0],
  ["20805", "行政事业单位养老支出", 0, 0, 0],
  ["2080505", "机关事业单位基本养老保险缴费支出", 12160, 0, 0],
  ["2080506", "机关事业单位职业年金缴费支出", 6085, 0, 0],
  ["210", "卫生健康支出", 0, 0, 0],
  ["21011", "行政事业单位医疗", 0, 0, 0],
  ["2101101", "行政单位医疗", 5327, 0, 0],
  ["221", "住房保障支出", 0, 0, 0],
  ["22102", "住房改革支出", 0, 0, 0],
  ["2210201", "住房公积金", 9123, 0, 0],
];
const FUND: typeof ITEMS = [
  ["212", "城乡社区支出", 0, 0, 0],
  ["21208", "国有土地使用权出让收入安排的支出", 0, 0, 0],
  ["2120899", "其他国有土地使用权出让收入安排的支出", 0, 0, 8870],
];
const ECONOMIC: readonly (readonly [string, string, number])[] = [
  ["301", "工资福利支出", 0],
  ["30101", "基本工资", 31460],
  ["30102", "津贴补贴", 28715],
  ["30103", "奖金", 21975],
  ["30108", "机关事业单位基本养老保险缴费", 12160],
  ["30109", "职业年金缴费", 6085],
  ["30110", "职工基本医疗保险缴费", 5327],
  ["30113", "住房公积金", 9123],
  ["302", "商品和服务支出", 0],
  ["30201", "办公费", 4330],
  ["30211", "差旅费", 2140],
  ["30217", "公务接待费", 260],
  ["30231", "公务用车运行维护费", 350],
  ["30239", "其他交通费用", 5170],
  ["30299", "其他商品和服务支出", 1770],
];
const CARRIED = 1485;

interface Amounts {
  readonly personnel: number;
  readonly operating: number;
  readonly project: number;
}

function sumOf(items: typeof ITEMS, code: string): Amounts {
  const inside = items.filter(([other]) => other.startsWith(code));
  const sum = (at: 2 | 3 | 4): number => inside.reduce((total, item) => total + item[at], 0);
  return { personnel: sum(2), operating: sum(3), project: sum(4) };
}

const whole = ({ personnel, operating, project }: Amounts): number => personnel + operating + project;

/** All tables of the budget as a region prints them. */
export function inventedBudgetTables(habit: BudgetHabit): readonly Table[] {
  const figure = figures(habit);
  const all = [...ITEMS, ...FUND];
  const used = [...ITEMS.slice(0, 11), ...FUND, ...ITEMS.slice(11)];
  const total = whole(sumOf(all, ""));
  const general = whole(sumOf(ITEMS, ""));
  const fund = whole(sumOf(FUND, ""));
  const codeHeaders = habit.splitCodes ? ["类", "款", "项"] : ["科目编码"];
  const beside = codeHeaders.map(() => "");
  const codeCells = (code: string, name: string): Cell[] =>
    habit.splitCodes
      ? [word(code.slice(0, 3)), word(code.slice(3, 5)), word(code.slice(5, 7)), word(name)]
      : [word(code), word(name)];

  /** Row numbers before the rows, column numbers below the header, where the region prints them. */
  const numbered = (table: Omit<Table, "note" | "no"> & { readonly from: number }): Table => {
    const { from, ...rest } = table;
    const common = { no: "", note: "" };
    if (!habit.rowNumbers) return { ...common, ...rest };
    const width = rest.body[0]?.length ?? 0;
    return {
      ...common,
      name: rest.name,
      header: [
        ...rest.header.map((row, index) => [index === 0 ? "序号" : "", ...row]),
        ["栏次", ...Array.from({ length: width }, (_, at) => (at < from ? "" : `${at - from + 1}`))],
      ],
      body: rest.body.map((row, index) => [word(`${index + 1}`), ...row]),
      names: rest.names.map((at) => at + 1),
    };
  };

  const summary = (): Table => {
    const of = (item: string): string => `income_expenditure_summary ${item} budget`;
    type Half = readonly [string, number, string];
    const left: Half[] = [
      ["一、一般公共预算拨款收入", general - CARRIED, "income.general_budget"],
      ["二、政府性基金预算拨款收入", fund, "income.government_fund"],
      ["三、国有资本经营预算拨款收入", 0, "income.state_capital"],
      ["四、财政专户管理资金收入", 0, "income.fiscal_account"],
      ["五、事业收入", 0, "income.operations"],
      ["六、事业单位经营收入", 0, "income.business"],
      ["七、上级补助收入", 0, "income.superior_subsidy"],
      ["八、附属单位上缴收入", 0, "income.affiliated_remittance"],
      ["九、其他收入", 0, "income.other"],
    ];
    const classes = habit.allClasses
      ? SUMMARY_CLASSES
      : SUMMARY_CLASSES.filter(([code]) => used.some(([other]) => other === code));
    const right = classes.map(([code, name], index): Half => [
      `${ordinal(index + 1)}、${name}`,
      whole(sumOf(all, code)),
      `expenditure.function ${code}`,
    ]);
    const ends: (readonly [Half, Half])[] = [
      [
        ["本年收入合计", total - CARRIED, "income.total"],
        ["本年支出合计", total, "expenditure.total"],
      ],
      [
        ["上年结转结余", CARRIED, "balance.carried_in"],
        ["年终结转结余", 0, "balance.carried_out"],
      ],
      [
        ["收入总计", total, "income.grand_total"],
        ["支出总计", total, "expenditure.grand_total"],
      ],
    ];
    const length = Math.max(left.length, right.length);
    const half = (entry: Half | undefined): Cell[] =>
      entry === undefined ? [blank, blank] : [word(entry[0]), figure(entry[1], of(entry[2]))];
    return numbered({
      name: "部门收支预算总表",
      header: [
        ["收入", "", "支出", ""],
        ["项目", "预算数", "项目", "预算数"],
      ],
      body: [...Array.from({ length }, (_, at) => [left[at], right[at]] as const), ...ends].map(([one, two]) => [
        ...half(one),
        ...half(two),
      ]),
      names: [0, 2],
      from: 0,
    });
  };

  const income = (): Table => {
    const items = [
      "income.grand_total",
      "income.total",
      "income.general_budget",
      "income.government_fund",
      "income.state_capital",
      "income.fiscal_account",
      "income.operations",
      "income.business",
      "income.superior_subsidy",
      "income.affiliated_remittance",
      "income.other",
      "balance.carried_in",
    ];
    const cells = (ofItems: typeof ITEMS, code: string): Cell[] => {
      const [one, two] = [whole(sumOf(ITEMS, code)), whole(sumOf(FUND, code))];
      const carried = ofItems.some(([other]) => other === "2010302" && other.startsWith(code)) ? CARRIED : 0;
      const values = [one + two, one + two - carried, one - carried, two, 0, 0, 0, 0, 0, 0, 0, carried];
      const suffix = code === "" ? "" : ` ${code}`;
      return values.map((value, at) =>
        figure(value, `income ${at === 0 && code !== "" ? "income.function" : (items[at] ?? "")}${suffix} budget`),
      );
    };
    const columns = [
      "小计",
      "一般公共预算",
      "政府性基金预算",
      "国有资本经营预算",
      "财政专户管理资金",
      "事业收入",
      "事业单位经营收入",
      "上级补助收入",
      "附属单位上缴收入",
      "其他收入",
    ];
    const over = ["合计", "本年收入", ...columns.slice(1).map(() => ""), "上年结转结余"];
    if (habit.incomeBy === "body") {
      return numbered({
        name: "部门收入预算总表",
        header: [
          ["部门（单位）代码", "部门（单位）名称", ...over],
          ["", "", "", ...columns, ""],
        ],
        body: [
          [word("合计"), blank, ...cells(all, "")],
          [word("305001"), word(AGENCY), ...cells(all, "").map(({ text }) => word(text))],
        ],
        names: [1],
        from: 2,
      });
    }
    return numbered({
      name: "部门收入预算总表",
      header: [
        ["项目", ...beside, ...over],
        [...codeHeaders, "科目名称", "", ...columns, ""],
      ],
      body: [
        [word("合计"), ...beside.map(() => blank), ...cells(all, "")],
        ...used.map(([code, name]) => [...codeCells(code, name), ...cells(all, code)]),
      ],
      names: [codeHeaders.length],
      from: codeHeaders.length + 1,
    });
  };

  const coded = (statement: string, items: readonly string[], code: string, values: readonly number[]): Cell[] =>
    values.map((value, at) => {
      const item = at === 0 && code !== "" ? "expenditure.function" : (items[at] ?? "");
      return figure(value, `${statement} ${item}${code === "" ? "" : ` ${code}`} budget`);
    });
  const byCode = (
    name: string,
    statement: string,
    entries: typeof ITEMS,
    header: readonly (readonly string[])[],
    items: readonly string[],
    values: (amounts: Amounts) => readonly number[],
  ): Table =>
    numbered({
      name,
      header: header.map((row, index) =>
        index === header.length - 1
          ? [...codeHeaders, "科目名称", ...row]
          : [index === 0 ? "项目" : "", ...beside, ...row],
      ),
      body: [
        [word("合计"), ...beside.map(() => blank), ...coded(statement, items, "", values(sumOf(entries, "")))],
        ...entries.map(([code, label]) => [
          ...codeCells(code, label),
          ...coded(statement, items, code, values(sumOf(entries, code))),
        ]),
      ],
      names: [codeHeaders.length],
      from: codeHeaders.length + 1,
    });

  const expenditure = byCode(
    "部门支出预算总表",
    "expenditure",
    used,
    [
      ["合计", "基本支出", "项目支出", "事业单位经营支出", "上缴上级支出", "对附属单位补助支出"],
      ["", "", "", "", "", ""],
    ],
    [
      "expenditure.total",
      "expenditure.basic",
      "expenditure.project",
      "expenditure.business",
      "expenditure.remitted_superior",
      "expenditure.affiliated_subsidy",
    ],
    (amounts) => [whole(amounts), amounts.personnel + amounts.operating, amounts.project, 0, 0, 0],
  );
  const generalBudget =
    habit.generalBudget === "halves"
      ? byCode(
          "一般公共预算支出表",
          "general_budget_expenditure",
          ITEMS,
          [
            ["合计", "基本支出", "", "", "项目支出"],
            ["", "小计", "人员经费", "公用经费", ""],
          ],
          [
            "expenditure.total",
            "expenditure.basic",
            "expenditure.personnel",
            "expenditure.operating",
            "expenditure.project",
          ],
          (one) => [whole(one), one.personnel + one.operating, one.personnel, one.operating, one.project],
        )
      : byCode(
          "一般公共预算支出表",
          "general_budget_expenditure",
          ITEMS,
          [
            ["2025年预算数", "", ""],
            ["小计", "基本支出", "项目支出"],
          ],
          ["expenditure.total", "expenditure.basic", "expenditure.project"],
          (one) => [whole(one), one.personnel + one.operating, one.project],
        );
  const governmentFund = byCode(
    "政府性基金预算支出表",
    "government_fund",
    FUND,
    [
      ["本年政府性基金预算支出", "", ""],
      ["合计", "基本支出", "项目支出"],
    ],
    ["expenditure.government_fund", "expenditure.basic", "expenditure.project"],
    (one) => [whole(one), 0, one.project],
  );

  const basic = (): Table => {
    const sum = (code: string): number =>
      ECONOMIC.reduce((all, [other, , value]) => all + (other.startsWith(code) ? value : 0), 0);
    const of = (item: string, value: number): Cell => figure(value, `general_budget_basic ${item} budget`);
    const heads = habit.splitCodes ? ["类", "款"] : ["科目编码"];
    return numbered({
      name: "一般公共预算基本支出表",
      header: [
        ["部门预算支出经济分类科目", ...heads.map(() => ""), "本年一般公共预算基本支出", "", ""],
        [...heads, "科目名称", "合计", "人员经费", "公用经费"],
      ],
      body: [
        [
          word("合计"),
          ...heads.map(() => blank),
          of("expenditure.basic", sum("")),
          of("expenditure.personnel", sum("301")),
          of("expenditure.operating", sum("302")),
        ],
        ...ECONOMIC.map(([code, name]) => [
          ...(habit.splitCodes ? [word(code.slice(0, 3)), word(code.slice(3, 5))] : [word(code)]),
          word(name),
          of(`expenditure.economic ${code}`, sum(code)),
          of(`expenditure.personnel ${code}`, code.startsWith("301") ? sum(code) : 0),
          of(`expenditure.operating ${code}`, code.startsWith("302") ? sum(code) : 0),
        ]),
      ],
      names: [heads.length],
      from: heads.length + 1,
    });
  };

  const appropriation = (): Table => {
    const of = (item: string, value: number): Cell => figure(value, `appropriation_summary ${item} budget`);
    const classes = SUMMARY_CLASSES.filter(([code]) => used.some(([other]) => other === code));
    const left = [
      ["一、本年收入", total - CARRIED, "income.total"],
      ["（一）一般公共预算拨款", general - CARRIED, "income.general_budget"],
      ["（二）政府性基金预算拨款", fund, "income.government_fund"],
      ["（三）国有资本经营预算拨款", 0, "income.state_capital"],
      ["二、上年结转", CARRIED, "balance.carried_in"],
    ] as const;
    const right = [["一、本年支出", "", "expenditure.total"] as const].concat(
      classes.map(
        ([code, name], at) => [`（${ordinal(at + 1)}）${name}`, code, `expenditure.function ${code}`] as never,
      ),
    );
    const row = (name: string, code: string, item: string, grand = false): Cell[] => {
      const [one, two] = [whole(sumOf(ITEMS, code)), whole(sumOf(FUND, code))];
      const suffix = code === "" ? "" : ` ${code}`;
      return [
        word(name),
        of(item, one + two),
        of(grand ? item : `expenditure.general_budget${suffix}`, one),
        of(grand ? item : `expenditure.government_fund${suffix}`, two),
        of(grand ? item : `expenditure.state_capital${suffix}`, 0),
      ];
    };
    const length = Math.max(left.length, right.length);
    return numbered({
      name: "财政拨款收支预算总表",
      header: [
        ["收入", "", "支出", "", "", "", ""],
        ["项目", "预算数", "项目", "合计", "一般公共预算", "政府性基金预算", "国有资本经营预算"],
      ],
      body: [
        ...Array.from({ length }, (_, at) => {
          const [one, two] = [left[at], right[at]];
          return [
            ...(one === undefined ? [blank, blank] : [word(one[0]), of(one[2], one[1])]),
            ...(two === undefined ? [blank, blank, blank, blank, blank] : row(two[0], two[1], two[2])),
          ];
        }),
        [word("收入总计"), of("income.grand_total", total), ...row("支出总计", "", "expenditure.grand_total", true)],
      ],
      names: [0, 2],
      from: 0,
    });
  };

  const threePublic = (): Table => {
    const items = ["total", "overseas", "vehicle", "vehicle_purchase", "vehicle_operation", "reception"];
    const last = [680, 0, 370, 0, 370, 310];
    const now = [610, 0, 350, 0, 350, 260];
    const cells = (values: readonly number[], measure: string): Cell[] =>
      values.map((value, at) => figure(value, `three_public three_public.${items[at] ?? ""} ${measure}`));
    const top = ["“三公”经费合计", "因公出国（境）费", "公务用车购置及运行费", "", "", "公务接待费"];
    const parts = ["", "", "小计", "公务用车购置费", "公务用车运行费", ""];
    const name = "一般公共预算“三公”经费支出表";
    if (habit.threePublic === "two_years") {
      return numbered({
        name,
        header: [
          ["2024年预算数", "", "", "", "", "", "2025年预算数", "", "", "", "", ""],
          [...top, ...top],
          [...parts, ...parts],
        ],
        body: [[...cells(last, "prior_budget"), ...cells(now, "budget")]],
        names: [],
        from: 0,
      });
    }
    if (habit.threePublic === "six") {
      return numbered({ name, header: [top, parts], body: [cells(now, "budget")], names: [], from: 0 });
    }
    const labels = [
      "合计",
      "1.因公出国（境）费",
      "2.公务用车购置及运行维护费",
      "其中：（1）公务用车购置费",
      "（2）公务用车运行维护费",
      "3.公务接待费",
    ];
    return numbered({
      name,
      header: [["项目", "2024年预算数", "2025年预算数"]],
      body: labels.map((label, at) => [
        word(label),
        ...cells(last, "prior_budget").slice(at, at + 1),
        ...cells(now, "budget").slice(at, at + 1),
      ]),
      names: [0],
      from: 1,
    });
  };

  return [summary(), income(), expenditure, appropriation(), generalBudget, basic(), threePublic(), governmentFund];
}

/** What the text of the budget tells of its totals. */
export const TOLD_OF_BUDGET: readonly string[] = (() => {
  const of = (hundredths: number): string => (hundredths / 100).toFixed(2);
  const [general, fund] = [whole(sumOf(ITEMS, "")), whole(sumOf(FUND, ""))];
  const { personnel, operating, project } = sumOf([...ITEMS, ...FUND], "");
  return [
    "一、收支预算总体情况",
    `2025年收入预算总计${of(general + fund)}万元，其中：一般公共预算拨款收入${of(general - CARRIED)}万元，政府性基金预算拨款收入${of(fund)}万元，上年结转结余${of(CARRIED)}万元。`,
    `2025年支出预算总计${of(general + fund)}万元，其中：基本支出${of(personnel + operating)}万元，项目支出${of(project)}万元。`,
    "二、“三公”经费预算情况",
    "2025年“三公”经费预算6.10万元，其中：因公出国（境）费0万元；公务用车购置及运行维护费3.50万元，其中：公务用车购置费0万元，公务用车运行维护费3.50万元；公务接待费2.60万元。",
  ];
})();
