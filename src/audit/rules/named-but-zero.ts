import type { FactRow } from "../../domain/records.ts";
import { remembered } from "../../domain/remembered.ts";
import { row } from "../cases.ts";
import { HELD } from "../check.ts";
import { cleaned } from "../describe.ts";
import { valueOf } from "../tolerance.ts";
import { matchesOf } from "../matches.ts";
import type { Check, Rule } from "../types.ts";

/** The list after «人员经费 A 万元，主要包括：». */
const LIST = /(?:人员经费|公用经费)[^。]*?(?:主要)?包括[:：]?([^。；;]+)/g;

/** A class as a list names it, without what may stand behind: «奖金支出», «奖金等». */
const bareName = remembered((name) => name.replace(/\s+|支出$|等$/g, ""));

export const namedButZero: Rule = {
  id: "named-but-zero",
  category: "narrative",
  severity: "warning",
  holds: {
    zh: "文字列为人员经费、公用经费主要内容的科目，在基本支出表中不为 0。",
    en: "A class that the text names as part of personnel or operating cost is not 0 in the basic expenditure table.",
  },
  inputs: {
    zh: "「主要包括」所列科目和基本支出表的该款",
    en: "Classes listed after «主要包括» and their rows in the table",
  },
  message: {
    zh: "第{line}行称其主要内容包括「{name}」，而{place}该科目为 {stated}。",
    en: "Line {line} names “{name}” among the main contents, while it is {stated} in {place}.",
  },
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    const classes = ledger
      .find({ item: "expenditure.economic", measure: ledger.own, origin: "table" })
      .filter((fact) => fact.code?.length === 5);
    if (classes.length === 0) return checks;
    let byName: ReadonlyMap<string, FactRow> | null = null;
    for (const line of ledger.linesWith("包括")) {
      if (line.text.includes("\t")) continue;
      for (const match of matchesOf(LIST, line.text)) {
        byName ??= new Map(classes.toReversed().map((fact) => [cleaned(fact.label), fact]));
        for (const name of (match[1] ?? "").split(/[、，,]/)) {
          const fact = byName.get(bareName(name));
          if (fact === undefined) continue;
          if (!valueOf(fact).isZero()) {
            checks.push(HELD);
            continue;
          }
          checks.push({
            verdict: "failed",
            facts: [fact],
            lines: [line.no],
            stated: valueOf(fact),
            expected: null,
            unit: fact.unit,
            fill: { name: fact.label },
          });
        }
      }
    }
    return checks;
  },
  cases: [
    {
      name: "every class named has an amount",
      expect: "passed",
      facts: row("general_budget_basic", 2, "30201", { "expenditure.economic": "14.38" }, { label: "办公费" }),
      lines: ["公用经费192.37万元，主要包括：办公费、邮电费。"],
    },
    {
      name: "a class named is 0 in the table",
      expect: "failed",
      facts: row("general_budget_basic", 2, "30202", { "expenditure.economic": "0.00" }, { label: "印刷费" }),
      lines: ["公用经费192.37万元，主要包括：办公费、印刷费。"],
      message: "第1行称其主要内容包括「印刷费」，而《一般公共预算财政拨款基本支出表》第2行该科目为 0.00万元。",
    },
    {
      name: "no table",
      expect: "not_checkable",
      facts: [],
      lines: ["公用经费192.37万元，主要包括：办公费、印刷费。"],
    },
  ],
};
