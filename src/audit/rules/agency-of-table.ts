import { remembered } from "../../domain/remembered.ts";
import { linesText } from "../describe.ts";
import type { Check, Rule } from "../types.ts";

/** «编制单位：某某市社会保险中心» above a table, with or without the unit behind it. */
const HEAD =
  /^[\s|]*(?:编制|填报|公开)?(?:部门|单位)(?:[（(]单位[)）])?(?:名称)?\s*[:：]\s*([\u4e00-\u9fa5（()）]{4,40}?)\s*(?:$|[|\t]|\s(?:金额)?单位|20\d{2}年)/;
const SCOPE = /[（(]?(?:本级|机关|汇总|部门)[)）]?$/;

/** A name without white space and scope: heads of one report repeat it. */
const plain = remembered((name) => name.replace(/\s+/g, "").replace(SCOPE, ""));

/** Letters that two names share in the same order. */
function shared(one: string, other: string): number {
  let row = new Array<number>(other.length + 1).fill(0);
  for (const letter of one) {
    const next = [0];
    for (let at = 1; at <= other.length; at += 1) {
      next.push(letter === other.charAt(at - 1) ? (row[at - 1] ?? 0) + 1 : Math.max(row[at] ?? 0, next[at - 1] ?? 0));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

/** Whether two names may mean one body: one holds the other, or is its short form. */
function mayBeSame(one: string, other: string): boolean {
  if (one.includes(other) || other.includes(one)) return true;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return shared(short, long) * 10 >= short.length * 8;
}

export const agencyOfTable: Rule = {
  id: "agency-of-table",
  category: "label",
  severity: "error",
  holds: {
    zh: "各表表头所印单位即报告题名的单位。",
    en: "The heads of tables name the agency of the report's title.",
  },
  inputs: { zh: "写明单位名称的表头", en: "A table head that names an agency" },
  message: {
    zh: "第{where}行表头所印单位为「{printedName}」，与报告题名的「{name}」不符，恐系误用他单位的报表。",
    en: "Line {where}: the table head names “{printedName}”, the report's title “{name}”; the table may be another agency's.",
  },
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    const own = plain(ledger.source.agency.name);
    const odd = new Map<string, number[]>();
    let heads = 0;
    for (const line of ledger.linesWith(":", "：")) {
      const name = HEAD.exec(line.text)?.[1];
      if (name === undefined) continue;
      heads += 1;
      if (mayBeSame(plain(name), own)) continue;
      odd.set(plain(name), [...(odd.get(plain(name)) ?? []), line.no]);
    }
    if (heads === 0) return checks;
    const common = { facts: [], stated: null, expected: null, unit: null } as const;
    if (odd.size === 0) checks.push({ ...common, verdict: "passed" });
    for (const [printedName, lines] of odd) {
      checks.push({ ...common, verdict: "failed", lines, fill: { where: linesText(lines), printedName, name: own } });
    }
    return checks;
  },
  cases: [
    {
      name: "the agency of the title",
      expect: "passed",
      facts: [],
      lines: ["编制单位：示例单位（本级）　单位：万元", "部门：示例单位"],
    },
    {
      name: "another agency's table",
      expect: "failed",
      facts: [],
      lines: ["部门：示例单位", "部门：青禾市公共就业局"],
      message: "第2行表头所印单位为「青禾市公共就业局」，与报告题名的「示例单位」不符，恐系误用他单位的报表。",
    },
    { name: "no head", expect: "not_checkable", facts: [], lines: ["单位：万元"] },
  ],
};
