import { ECONOMIC_CLASSES } from "../../../src/domain/economic-classes.ts";
import { FUNCTION_CLASSES } from "../../../src/domain/function-classes.ts";
import type { Accounts, Line } from "./accounts.ts";
import { cell, percent, wan, type Printing } from "./print.ts";

const TOPS = FUNCTION_CLASSES.filter(({ code }) => code.length === 3 && code >= "201" && code <= "229");
const NUMERALS = [..."一二三四五六七八九"];

function numeral(index: number): string {
  const tens = Math.floor(index / 10);
  return `${tens > 1 ? (NUMERALS[tens - 1] ?? "") : ""}${tens > 0 ? "十" : ""}${index % 10 === 0 ? "" : (NUMERALS[(index % 10) - 1] ?? "")}`;
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** The lines with the totals of their 类 and 款. */
function withTotals(lines: readonly Line[]): Line[] {
  const prefixes = new Set(lines.flatMap(({ code }) => [code.slice(0, 3), code.slice(0, 5)]));
  const totals = [...prefixes].map((prefix): Line => {
    const below = lines.filter(({ code }) => code.startsWith(prefix));
    const name = FUNCTION_CLASSES.find(({ code }) => code === prefix)?.names[0] ?? "其他支出";
    return {
      code: prefix,
      name,
      basic: sum(below.map((line) => line.basic)),
      project: sum(below.map((line) => line.project)),
    };
  });
  return [...totals, ...lines].sort((a, b) => (a.code < b.code ? -1 : 1));
}

function head(accounts: Accounts, printing: Printing, no: number, name: string): string[] {
  return [name, `公开${String(no).padStart(2, "0")}表`, `部门：${accounts.agency}\t\t\t金额单位：${printing.unit}`];
}

function coded({ code, name }: { code: string; name: string }, { splitCodes }: Printing): string {
  return splitCodes ? `${code.slice(0, 3)}\t${code.slice(3, 5)}\t${code.slice(5, 7)}\t${name}` : `${code}\t${name}`;
}

const codeHeader = ({ splitCodes }: Printing): string =>
  splitCodes ? "类\t款\t项\t科目名称" : "功能分类科目编码\t科目名称";

function summary(accounts: Accounts, printing: Printing, fiscal: boolean): string[] {
  const total = accounts.basic + accounts.project;
  const rows = withTotals(accounts.lines).filter(({ code }) => code.length === 3);
  const income = fiscal
    ? ["一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款"]
    : [
        "一般公共预算财政拨款收入",
        "政府性基金预算财政拨款收入",
        "国有资本经营预算财政拨款收入",
        "上级补助收入",
        "事业收入",
        "经营收入",
        "附属单位上缴收入",
        "其他收入",
      ];
  const number = (value: number): string => (printing.lineNumbers ? `${value}\t` : "");
  const zero = cell(0, printing);
  const right = (text: string, line: number, amount: number | null): string => {
    const printed = amount === null ? "" : cell(amount, printing);
    return `${text}\t${number(line)}${printed}${fiscal ? `\t${printed}\t${amount === null ? "" : zero}` : ""}`;
  };
  const lineHeader = printing.lineNumbers ? "行次\t" : "";
  const body = TOPS.slice(0, 26).map((top, index) => {
    const name = income[index];
    const left =
      name === undefined
        ? `\t${number(index + 1)}`
        : `${numeral(index + 1)}、${name}\t${number(index + 1)}${cell(index === 0 ? total : 0, printing)}`;
    const spent = rows.find(({ code }) => code === top.code);
    const amount = spent === undefined ? 0 : spent.basic + spent.project;
    return `${left}\t${right(`${numeral(index + 1)}、${top.names[0] ?? ""}`, index + 32, amount)}`;
  });
  const ends = [
    [`本年收入合计\t${number(27)}${cell(total, printing)}`, right("本年支出合计", 58, total)],
    [`年初结转和结余\t${number(28)}${zero}`, right("年末结转和结余", 59, 0)],
    [`总计\t${number(29)}${cell(total, printing)}`, right("总计", 60, total)],
  ];
  const columns = fiscal ? `合计\t一般公共预算财政拨款\t政府性基金预算财政拨款` : "金额";
  return [
    `收入\t${printing.lineNumbers ? "\t" : ""}\t支出\t${printing.lineNumbers ? "\t" : ""}${fiscal ? "\t\t" : ""}`,
    `项目\t${lineHeader}金额\t项目\t${lineHeader}${columns}`,
    ...body,
    ...ends.map(([left = "", other = ""]) => `${left}\t${other}`),
  ];
}

function byFunction(
  accounts: Accounts,
  printing: Printing,
  header: string,
  cells: (line: Line) => readonly number[],
): string[] {
  const all: Line = { code: "", name: "", basic: accounts.basic, project: accounts.project };
  const row = (start: string, line: Line): string =>
    [start, ...cells(line).map((amount) => cell(amount, printing))].join("\t");
  return [
    `${codeHeader(printing)}\t${header}`,
    row(printing.splitCodes ? "合计\t\t\t" : "合计\t", all),
    ...withTotals(accounts.lines).map((line) => row(coded(line, printing), line)),
  ];
}

function economic(accounts: Accounts, printing: Printing): string[] {
  const tops = ["301", "302", "303"].flatMap((prefix) => {
    const below = accounts.economic.filter(({ code }) => code.startsWith(prefix));
    if (below.length === 0) return [];
    const name = ECONOMIC_CLASSES.find(({ code }) => code === prefix)?.names[0] ?? "";
    return [{ code: prefix, name, amount: sum(below.map(({ amount }) => amount)) }, ...below];
  });
  const third = Math.ceil(tops.length / 3);
  const rows = Array.from({ length: third }, (_, index) =>
    [index, index + third, index + 2 * third]
      .map((at) => {
        const entry = tops[at];
        return entry === undefined ? "\t\t" : `${entry.code}\t${entry.name}\t${cell(entry.amount, printing)}`;
      })
      .join("\t"),
  );
  return [Array.from({ length: 3 }, () => "科目编码\t科目名称\t金额").join("\t"), ...rows];
}

function threePublic({ threePublic: own, initial }: Accounts, printing: Printing): string[] {
  const vehicle = own.purchase + own.operation;
  const final = [
    own.overseas + vehicle + own.reception,
    own.overseas,
    vehicle,
    own.purchase,
    own.operation,
    own.reception,
  ];
  const budget = final.map((amount) => amount + (amount === 0 ? 0 : initial % 50));
  const names = ["合计", "因公出国（境）费", "小计", "公务用车购置费", "公务用车运行维护费", "公务接待费"];
  return [
    `预算数\t\t\t\t\t\t决算数\t\t\t\t\t`,
    [...names, ...names].join("\t"),
    [...budget, ...final].map((amount) => cell(amount, printing)).join("\t"),
  ];
}

/** Self-evaluation of each project as a table. */
export function projectTables(accounts: Accounts): string[] {
  return accounts.projects.flatMap((project) => [
    "项目支出绩效自评表",
    `（${accounts.year}年度）\t\t\t单位：万元`,
    `项目名称\t${project.name}\t\t\t`,
    "项目资金\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分",
    `\t年度资金总额\t${wan(project.budget)}\t${wan(project.executed)}\t10\t${percent(project.executed, project.budget)}\t${((10 * project.executed) / project.budget).toFixed(1)}`,
    "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分",
    `产出指标\t数量指标\t${project.name}完成数量\t${accounts.visitors}件\t${accounts.visitors - 2}件\t20\t19.5`,
    `产出指标\t质量指标\t按时办结率\t≥95%\t98%\t20\t20`,
    `效益指标\t社会效益指标\t群众知晓率\t≥90%\t93%\t30\t29`,
    `满意度指标\t服务对象满意度\t服务对象满意度\t≥95%\t96%\t10\t10`,
    `总分\t\t\t\t\t100\t${(project.score / 10).toFixed(1)}`,
    "",
  ]);
}

/** The tables of a report, each with its name, number and unit. */
export function tablesOf(accounts: Accounts, printing: Printing): string[] {
  const word = accounts.kind === "final" ? "决算" : "预算";
  const spending = byFunction(
    accounts,
    printing,
    `${accounts.kind === "final" ? "本年支出合计" : "合计"}\t基本支出\t项目支出`,
    (line) => [line.basic + line.project, line.basic, line.project],
  );
  const earning = byFunction(
    accounts,
    printing,
    "本年收入合计\t财政拨款收入\t上级补助收入\t事业收入\t经营收入\t附属单位上缴收入\t其他收入",
    (line) => {
      const amount = line.basic + line.project;
      return [amount, amount, 0, 0, 0, 0, 0];
    },
  );
  const tables: readonly (readonly [string, readonly string[], string])[] = [
    [`收入支出${word}总表`, summary(accounts, printing, false), "注：本表反映部门本年度的总收支和年末结转结余情况。"],
    [`收入${word}表`, earning, "注：本表反映部门本年度取得的各项收入情况。"],
    [`支出${word}表`, spending, "注：本表反映部门本年度各项支出情况。"],
    [`财政拨款收入支出${word}总表`, summary(accounts, printing, true), "注：本表反映部门本年度财政拨款的总收支情况。"],
    [`一般公共预算财政拨款支出${word}表`, spending, "注：本表反映部门本年度一般公共预算财政拨款支出情况。"],
    [`一般公共预算财政拨款基本支出${word}表`, economic(accounts, printing), "注：本表反映部门本年度基本支出明细情况。"],
    [
      `一般公共预算财政拨款“三公”经费支出${word}表`,
      threePublic(accounts, printing),
      "注：本表反映部门本年度“三公”经费支出预决算情况。",
    ],
    [
      `政府性基金预算财政拨款收入支出${word}表`,
      [`${codeHeader(printing)}\t年初结转和结余\t本年收入\t本年支出\t年末结转和结余`, "合计\t\t\t\t\t"],
      "注：本单位没有政府性基金收入，也没有使用政府性基金安排的支出，故本表无数据。",
    ],
  ];
  return tables.flatMap(([name, rows, note], index) => [
    ...head(accounts, printing, index + 1, name),
    ...rows,
    note,
    "",
  ]);
}

/** The tables of a short report: spending by 类, basic spending by 类, three public. */
export function shortTablesOf(accounts: Accounts, printing: Printing): string[] {
  const tops = withTotals(accounts.lines).filter(({ code }) => code.length === 3);
  const classes = ["301", "302", "303"].map((code) => ({
    code,
    name: ECONOMIC_CLASSES.find((each) => each.code === code)?.names[0] ?? "",
    amount: sum(accounts.economic.filter((each) => each.code.startsWith(code)).map(({ amount }) => amount)),
  }));
  const tables: readonly (readonly [number, string, readonly string[]])[] = [
    [
      3,
      "支出决算表",
      [
        "功能分类科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出",
        ...[{ code: "合计", name: "", basic: accounts.basic, project: accounts.project }, ...tops].map((line) =>
          [
            line.code,
            line.name,
            ...[line.basic + line.project, line.basic, line.project].map((each) => cell(each, printing)),
          ].join("\t"),
        ),
      ],
    ],
    [
      6,
      "一般公共预算财政拨款基本支出决算表",
      [
        "科目编码\t科目名称\t金额",
        ...classes.map(({ code, name, amount }) => `${code}\t${name}\t${cell(amount, printing)}`),
      ],
    ],
    [7, "一般公共预算财政拨款“三公”经费支出决算表", threePublic(accounts, printing)],
  ];
  return tables.flatMap(([no, name, rows]) => [...head(accounts, printing, no, name), ...rows, ""]);
}
