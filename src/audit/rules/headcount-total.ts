import type { FactRow } from "../../domain/records.ts";
import { said } from "../cases.ts";
import { following } from "../families/nearby.ts";
import { SUM_MESSAGE } from "../families/footing.ts";
import { identity } from "../identity.ts";
import type { Check, Rule } from "../types.ts";

const PARTS = ["headcount.in_service", "headcount.retired", "headcount.veteran_retired", "headcount.temporary"];

export const headcountTotal: Rule = {
  id: "headcount-total",
  category: "headcount",
  severity: "error",
  holds: {
    zh: "人员总数等于其后所列在职、退休、离休（及编外）人员之和。",
    en: "People in all are the in-service, retired and veteran retired (and temporary) staff told after it.",
  },
  inputs: { zh: "人员总数及其后两类以上人员", en: "The total and at least two kinds of staff told after it" },
  message: SUM_MESSAGE,
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    for (const total of ledger.find({ item: "headcount.total", measure: ledger.own })) {
      const found = following(ledger, total, PARTS);
      const near = [...found.values()].filter((fact) => fact.source_line === total.source_line);
      if (near.length < 2) continue;
      const read = readings(near, total).map((parts) => identity({ left: [total], right: parts }));
      const likeliest = read.find((check) => check.verdict === "passed") ?? read[0];
      if (likeliest !== undefined) checks.push(likeliest);
    }
    return checks;
  },
  cases: [
    {
      name: "in service and retired make the total",
      expect: "passed",
      facts: [
        said("headcount.total", "448", { source_line: 1 }),
        said("headcount.in_service", "365", { source_line: 1 }),
        said("headcount.retired", "83", { source_line: 1 }),
      ],
    },
    {
      name: "more people than the kinds told",
      expect: "failed",
      facts: [
        said("headcount.total", "515", { source_line: 1 }),
        said("headcount.in_service", "365", { source_line: 1 }),
        said("headcount.retired", "83", { source_line: 1 }),
      ],
      message: "情况说明第1行「人员总数」印为 515人，而其组成部分之和为 448人，相差 67人：365（第1行） + 83（第1行）。",
    },
    {
      name: "the in-service staff are the total, retired people are told beside it",
      expect: "passed",
      facts: [
        said("headcount.total", "49", { source_line: 1 }),
        said("headcount.in_service", "49", { source_line: 1 }),
        said("headcount.retired", "23", { source_line: 1 }),
      ],
    },
    {
      name: "staff in service and outside the establishment are the total, retired people are told beside it",
      expect: "passed",
      facts: [
        said("headcount.total", "598", { source_line: 1 }),
        said("headcount.in_service", "441", { source_line: 1 }),
        said("headcount.temporary", "157", { source_line: 1 }),
        said("headcount.retired", "203", { source_line: 1 }),
        said("headcount.veteran_retired", "1", { source_line: 1 }),
      ],
    },
    { name: "the total alone", expect: "not_checkable", facts: [said("headcount.total", "448")] },
  ],
};

/**
 * With and without temporary staff, whom some totals leave out; with the retired in all, of whom the
 * veterans are a part. Retired people are no staff where the others are the total, or the in-service
 * staff alone: «实有人数49人，其中：在职人员49人，退休人员23人».
 */
function readings(parts: readonly FactRow[], total: FactRow): FactRow[][] {
  const without = (...items: readonly string[]): FactRow[] => parts.filter(({ item }) => !items.includes(item ?? ""));
  const inService = parts.filter((fact) => fact.item === "headcount.in_service" && fact.value === total.value);
  const several = [
    without("headcount.temporary"),
    without("headcount.veteran_retired"),
    without("headcount.retired", "headcount.veteran_retired"),
  ].filter(({ length }) => length > 1 && length < parts.length);
  return [[...parts], ...several, ...(inService.length === 1 ? [inService] : [])];
}
