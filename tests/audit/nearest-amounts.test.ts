import { describe, expect, it } from "vitest";
import { reportOf, said } from "../../src/audit/cases.ts";
import { possibleBases } from "../../src/audit/families/rates.ts";
import { shareBase } from "../../src/audit/families/shares.ts";
import { Ledger } from "../../src/audit/ledger.ts";

/** A report with an amount on each of some lines; 208's only counts for rates of its own line. */
function ledgerOf(lines: readonly number[], isTrial = false): Ledger {
  const [report] = reportOf({
    name: "",
    expect: "passed",
    facts: [
      ...lines.map((line) => said("expenditure.operating", String(line * 10), { source_line: line })),
      said("expenditure.function", "9", { code: "208", source_line: 5 }),
      said("project", "8", { source_line: 5 }),
      said("expenditure.operating", "3%", { measure: "change_rate", source_line: 5, source_from: 90 }),
      said("expenditure.operating", "3%", { measure: "change_rate", source_line: 8, source_from: 90 }),
    ],
  });
  if (report === undefined) throw new Error("a case has its report");
  return isTrial ? new Ledger(report, new Ledger(report), true) : new Ledger(report);
}

function basesAt(ledger: Ledger, line: number, used: readonly string[] = []): (string | null)[] {
  const stated = ledger.facts.find((fact) => fact.unit === "%" && fact.source_line === line);
  if (stated === undefined) throw new Error(`line ${line} states no rate`);
  const taken = ledger.facts.filter((fact) => fact.value !== null && used.includes(fact.value));
  return possibleBases(ledger, stated, taken).map(({ value }) => value);
}

describe("possibleBases(ledger, stated, used)", () => {
  it("gives amounts outwards from the rate's line, of one distance the upper first, classes on their own line only", () => {
    expect(basesAt(ledgerOf([1, 3, 5, 7, 8, 12]), 5)).toEqual(["50", "9", "30", "70", "80", "10", "120"]);
    expect(basesAt(ledgerOf([1, 3, 5, 7, 8, 12]), 8)).toEqual(["80", "70", "50", "120", "30", "10"]);
  });

  it("leaves out what the rate was held against already, and its copies", () => {
    expect(basesAt(ledgerOf([3, 5, 7]), 5, ["30", "9"])).toEqual(["50", "70"]);
  });

  it("ends after the nearest thousand", () => {
    const lines = Array.from({ length: 4000 }, (_, index) => index + 1);
    const bases = basesAt(ledgerOf(lines), 8);
    expect(bases.slice(0, 3)).toEqual(["80", "70", "90"]);
    expect(bases).toHaveLength(1000);
  });

  it("has none in a trial", () => {
    expect(basesAt(ledgerOf([3, 5], true), 5)).toEqual([]);
  });
});

describe("shareBase(ledger, share)", () => {
  it("gives the nearest totals of different values, forty at most", () => {
    const [report] = reportOf({
      name: "",
      expect: "passed",
      facts: [
        ...Array.from({ length: 100 }, (_, index) =>
          said("income.total", String(100 + Math.floor(index / 2)), { source_line: index + 1 }),
        ),
        said("income.fiscal", "60%", {
          measure: "share",
          column_label: "占本年收入",
          source_line: 90,
          source_from: 90,
        }),
      ],
    });
    if (report === undefined) throw new Error("a case has its report");
    const ledger = new Ledger(report);
    const share = ledger.first({ measure: "share" });
    if (share === undefined) throw new Error("the case states a share");
    const { amounts } = shareBase(ledger, share);
    expect(amounts.slice(0, 4).map(({ value }) => value)).toEqual(["144", "145", "143", "146"]);
    expect(amounts).toHaveLength(40);
  });
});
