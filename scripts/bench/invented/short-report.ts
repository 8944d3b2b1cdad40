import { accountsOf } from "./accounts.ts";
import { Draw } from "./draw.ts";
import { narrativeOf, overviewOf } from "./narrative.ts";
import { printingOf } from "./print.ts";
import { shortTablesOf } from "./tables.ts";

/** The sections that feed staff, budget, personnel and operating costs, and three public. */
const SECTIONS = /^(?:支出|财政拨款收入支出|一般公共预算财政拨款基本支出|“三公”|机关运行|政府采购)/;

const FIRST_YEAR = 2019;

/**
 * The final account of an invented small agency in one year: its staff, three tables by 类 and the
 * sentences that tell budget and three public. About 70 facts, as small agencies publish.
 */
export function shortReport(agencyNo: number, yearNo: number): { readonly name: string; readonly text: string } {
  const index = agencyNo * 16 + yearNo;
  const year = FIRST_YEAR + yearNo;
  const accounts = accountsOf(index, { agencyNo, year, kind: "final" });
  const draw = new Draw(index + 700_001);
  const printing = printingOf(draw);
  const lines = [
    accounts.agency,
    `${year}年度部门决算`,
    "",
    "第一部分 部门概况",
    ...overviewOf(accounts, draw, printing),
    "",
    `第二部分 ${year}年度部门决算表`,
    // One in twelve tells its figures in sentences only, as some agencies do.
    ...(draw.chance(1 / 12) ? ["（略）"] : shortTablesOf(accounts, printing)),
    "",
    `第三部分 ${year}年度部门决算情况说明`,
    ...narrativeOf(accounts, draw, printing, (title) => SECTIONS.test(title)),
  ];
  return { name: `${String(agencyNo).padStart(5, "0")}-${year}-final.txt`, text: `${lines.join("\n")}\n` };
}
