import { accountsOf } from "./accounts.ts";
import { Draw } from "./draw.ts";
import { evaluationOf } from "./evaluation.ts";
import { narrativeOf, overviewOf } from "./narrative.ts";
import { printingOf } from "./print.ts";
import { projectTables, tablesOf } from "./tables.ts";

const GLOSSARY = [
  "财政拨款收入：指单位从同级财政部门取得的财政预算资金。",
  "基本支出：指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。",
  "项目支出：指在基本支出之外为完成特定行政任务和事业发展目标所发生的支出。",
  "“三公”经费：指因公出国（境）费、公务用车购置及运行维护费和公务接待费。",
  "机关运行经费：指为保障行政单位运行用于购买货物和服务的各项资金。",
];

/**
 * Report number `index` of an invented collection: its own agency, figures and printing, in the
 * outline that all reports follow. About 13,000 characters, as the real ones.
 */
export function inventedReport(index: number): { readonly name: string; readonly text: string } {
  const accounts = accountsOf(index);
  const draw = new Draw(index + 500_009);
  const printing = printingOf(draw);
  const word = accounts.kind === "final" ? "决算" : "预算";
  const tables = tablesOf(accounts, printing);
  const narrative = narrativeOf(accounts, draw, printing);
  // One report in twelve tells its figures in sentences only, as some agencies do.
  const silent = draw.chance(1 / 12);
  const parts: [string, readonly string[]][] = [
    ["部门概况", overviewOf(accounts, draw, printing)],
    [`${accounts.year}年度部门${word}表`, silent ? ["（略）"] : tables],
    [`${accounts.year}年度部门${word}情况说明`, narrative],
    ["名词解释", GLOSSARY.slice(0, draw.whole(3, 5))],
    [
      "附件",
      accounts.kind === "final"
        ? [...projectTables(accounts), ...evaluationOf(accounts, draw)]
        : evaluationOf(accounts, draw),
    ],
  ];
  const swapped = draw.chance(0.2);
  const ordered = swapped ? [0, 2, 1, 3, 4].flatMap((at) => [parts[at] ?? parts[0]]) : parts;
  const numerals = [..."一二三四五"];
  const body = ordered.flatMap((part, at) =>
    part === undefined || part[1].length === 0 ? [] : [`第${numerals[at] ?? ""}部分 ${part[0]}`, ...part[1], ""],
  );
  const lines = [
    accounts.agency,
    `${accounts.year}年度部门${word}`,
    "",
    "目 录",
    ...ordered.map((part, at) => `第${numerals[at] ?? ""}部分 ${part?.[0] ?? ""}`),
    "",
    ...body,
  ];
  return {
    name: `${String(index).padStart(6, "0")}-${accounts.year}-${accounts.kind}.txt`,
    text: `${lines.join("\n")}\n`,
  };
}
