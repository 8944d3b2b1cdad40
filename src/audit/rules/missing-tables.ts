import type { Check, Rule } from "../types.ts";

const TITLE = /(?:收入支出决算总表|收入决算表|支出决算表|财政拨款收入支出决算总表|部门收支总表|财政拨款收支总表)/;

export const missingTables: Rule = {
  id: "missing-tables",
  category: "missing",
  severity: "info",
  holds: {
    zh: "报告列出的报表印有数据。",
    en: "The tables that a report lists are printed with figures.",
  },
  inputs: { zh: "报告中的报表名称", en: "Names of tables in the report" },
  message: {
    zh: "第{line}行等处列有报表名称，但全文没有任何报表数据，只能依据文字说明核查。",
    en: "Line {line} and others list tables, while the text holds no table with figures: only the narrative can be checked.",
  },
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    const listed = ledger
      .linesWith("决算总表", "决算表", "收支总表")
      .filter((line) => TITLE.test(line.text))
      .map((line) => line.no);
    if (listed.length === 0) return checks;
    const printed = ledger.facts.some((fact) => fact.origin === "table");
    // The last listing is the place where the tables should stand; the first is the contents page.
    checks.push({
      verdict: printed ? "passed" : "failed",
      facts: [],
      lines: printed ? [] : listed,
      stated: null,
      expected: null,
      unit: null,
    });
    return checks;
  },
  cases: [
    {
      name: "a table with figures",
      expect: "passed",
      facts: [{ value: "30.00", statement: "income", origin: "table", item: "income.total" }],
      lines: ["一、收入支出决算总表"],
    },
    {
      name: "names without tables",
      expect: "failed",
      facts: [],
      lines: ["第五部分 附表", "一、收入支出决算总表"],
      message: "第2行等处列有报表名称，但全文没有任何报表数据，只能依据文字说明核查。",
    },
    { name: "no table is listed", expect: "not_checkable", facts: [], lines: ["第一部分 概况"] },
  ],
};
