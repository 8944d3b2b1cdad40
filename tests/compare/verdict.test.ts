import { describe, expect, it } from "vitest";
import { comparePair, type Comparand } from "../../src/compare/verdict.ts";

const BASE: Comparand = {
  agency: { agency_id: "a", level: "prefecture" },
  report: { report_id: "a-2020-final", fiscal_year: 2020, report_kind: "final", disclosure: "tables" },
  row: {
    value: 20,
    lo: 19.99,
    hi: 20.01,
    status: "ok",
    basis: "comparable",
    denominator: "in_service",
    numerator: 1000,
    denominator_value: 50,
  },
};
const row = (change: Partial<Comparand["row"]>): Comparand => ({
  ...BASE,
  row: { ...BASE.row, value: 10, lo: 9.99, hi: 10.01, ...change },
});
const report = (change: Partial<Comparand["report"]>): Comparand => ({
  ...row({}),
  report: { ...BASE.report, ...change },
});

describe("comparePair(a, b)", () => {
  it("finds nothing between two alike", () => {
    expect(comparePair(BASE, row({}))).toEqual({ verdict: "comparable", differences: [], improvements: [] });
  });

  it.each<[string, Comparand, string, string, string | null]>([
    ["one year apart", report({ fiscal_year: 2021 }), "year", "conditional", "year"],
    ["two years apart", report({ fiscal_year: 2022 }), "year", "not_comparable", "year"],
    ["budget against final", report({ report_kind: "budget" }), "report_kind", "not_comparable", "report_kind"],
    ["narrative only", report({ disclosure: "narrative" }), "disclosure", "conditional", null],
    ["another basis", row({ basis: "reported" }), "basis", "not_comparable", "basis"],
    ["another denominator", row({ denominator: "establishment" }), "denominator", "not_comparable", "denominator"],
    ["a borrowed input", row({ status: "borrowed" }), "borrowed_input", "conditional", null],
    ["an assumption", row({ status: "assumed" }), "assumed_input", "conditional", null],
    ["a doubtful input", row({ status: "contradicted" }), "contradicted_input", "conditional", null],
    ["an unclear base", row({ status: "unclear_basis" }), "unclear_base", "not_comparable", null],
    ["another level", { ...row({}), agency: { agency_id: "b", level: "county" } }, "level", "conditional", "level"],
    ["a definition of its own", { ...row({}), definition: "operating" }, "definition", "not_comparable", null],
    ["a merger in its year", { ...row({}), merged_in: 2020 }, "merger", "conditional", null],
    [
      "pass-through money",
      { ...row({}), pass_through: { numerator: 900, denominator: 0 } },
      "pass_through",
      "not_comparable",
      "comparable_basis",
    ],
    [
      "pass-through money in what is divided by",
      { ...row({}), pass_through: { numerator: 0, denominator: 20 } },
      "pass_through",
      "not_comparable",
      "comparable_basis",
    ],
    [
      "a little pass-through money",
      { ...row({}), pass_through: { numerator: 6, denominator: 0 } },
      "pass_through",
      "conditional",
      "comparable_basis",
    ],
  ])("%s", (_, other, kind, verdict, remedy) => {
    for (const result of [comparePair(BASE, other), comparePair(other, BASE)]) {
      expect(result.verdict).toBe(verdict);
      expect(result.differences.map((difference) => difference.kind)).toEqual([kind]);
      expect(result.differences[0]?.remedy).toBe(remedy);
      expect(result.improvements).toEqual(remedy === null ? [] : [{ remedy, verdict: "comparable" }]);
    }
  });

  it("says what stands on either side", () => {
    expect(comparePair(BASE, report({ fiscal_year: 2021 })).differences[0]).toMatchObject({ a: "2020", b: "2021" });
  });

  it("does not compare with a missing value, and offers to assume a headcount where only that is missing", () => {
    const none = { value: null, lo: null, hi: null, status: "undisclosed" } as const;
    const withoutHeads = comparePair(BASE, row({ ...none, denominator_value: null }));
    expect(withoutHeads.verdict).toBe("not_comparable");
    expect(withoutHeads.improvements).toEqual([{ remedy: "assume_headcount", verdict: "comparable" }]);
    const withoutAmount = comparePair(BASE, row({ ...none, numerator: null }));
    expect(withoutAmount.improvements).toEqual([]);
    expect(withoutAmount.differences[0]).toMatchObject({ kind: "no_value", a: null, b: "undisclosed" });
  });

  it("calls overlapping intervals a tie without spoiling the verdict", () => {
    const result = comparePair(BASE, row({ value: 20, lo: 18, hi: 22 }));
    expect(result.verdict).toBe("comparable");
    expect(result.differences).toEqual([
      { kind: "precision", weight: "note", a: "19.99–20.01", b: "18–22", remedy: null },
    ]);
  });

  it("takes an unknown level or scope for no difference", () => {
    const other = { ...row({}), agency: { agency_id: "b", level: null }, scope: null };
    expect(comparePair({ ...BASE, scope: "unit" }, other).verdict).toBe("comparable");
    expect(comparePair({ ...BASE, scope: "unit" }, { ...other, scope: "consolidated" }).verdict).toBe("conditional");
  });

  it("has no improvement where a second difference still blocks", () => {
    const other = { ...row({ basis: "reported" }), report: { ...BASE.report, report_kind: "budget" as const } };
    expect(comparePair(BASE, other)).toMatchObject({ verdict: "not_comparable", improvements: [] });
  });

  it("forgets an old merger", () => {
    expect(comparePair(BASE, { ...row({}), merged_in: 2015 }).verdict).toBe("comparable");
    expect(comparePair(BASE, { ...row({}), merged_in: 2021 }).verdict).toBe("comparable");
  });
});
