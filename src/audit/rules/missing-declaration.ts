import type { Check, Rule } from "../types.ts";

const EMPTY_TABLES = [
  { statement: "government_fund", zh: "政府性基金预算", en: "government fund", said: "政府性基金" },
  { statement: "state_capital", zh: "国有资本经营预算", en: "state capital", said: "国有资本经营" },
] as const;
const NONE = /无|没有|未|不涉及|0(?:\.0+)?\s*万元/;

export const missingDeclaration: Rule = {
  id: "missing-declaration",
  category: "missing",
  severity: "warning",
  holds: {
    zh: "空的政府性基金、国有资本经营预算表附有「无此项收支」的说明。",
    en: "An empty government fund or state capital table comes with a declaration that there is nothing to report.",
  },
  inputs: { zh: "印出而无数据的表", en: "A table printed without figures" },
  message: {
    zh: "第{line}行所在的{table}表无数据，也没有「无此项收支」的说明，空表原因不明。",
    en: "The {table} table at line {line} is empty and nothing says why.",
  },
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    for (const { statement, zh, en, said } of EMPTY_TABLES) {
      if (ledger.first({ statement, origin: "table" }) !== undefined) continue;
      const first = ledger.source.facts.find((fact) => fact.statement === statement && fact.origin === "table");
      if (first === undefined) continue;
      const declared = ledger
        .linesWith(said)
        .some((line) => line.text.split(/[。；]/).some((sentence) => sentence.includes(said) && NONE.test(sentence)));
      checks.push({
        verdict: declared ? "passed" : "failed",
        facts: [],
        lines: [first.source_line],
        stated: null,
        expected: null,
        unit: null,
        fill: { table: { zh, en } },
      });
    }
    return checks;
  },
  cases: [
    {
      name: "empty and declared",
      expect: "passed",
      facts: [emptyCell()],
      lines: ["合计", "本单位没有政府性基金收入，也没有使用政府性基金安排的支出，故此表无数据。"],
    },
    {
      name: "empty without a word",
      expect: "failed",
      facts: [emptyCell()],
      lines: ["合计"],
      message: "第1行所在的政府性基金预算表无数据，也没有「无此项收支」的说明，空表原因不明。",
    },
    { name: "no such table", expect: "not_checkable", facts: [], lines: ["合计"] },
  ],
};

function emptyCell() {
  return { value: null, statement: "government_fund", origin: "table", source_line: 1 } as const;
}
