import { describe, expect, it } from "vitest";
import { comparePair, moneyBetween, peerRatios, standingAmong, summaryOf } from "../../src/compare/index.ts";
import type { Comparand, PassThroughMoney, PositionRow } from "../../src/compare/index.ts";

interface Known {
  readonly year?: number;
  readonly definition?: string;
  readonly inside?: PassThroughMoney;
}

/** Values of agencies `a`, `b`, `c` …: 万元 over ten persons. */
function field(all: readonly (readonly [value: number | null, known?: Known])[]) {
  const known = new Map<string, Known>();
  const rows = all.map(([value, of = {}], index): PositionRow => {
    const agency = String.fromCodePoint(97 + index);
    known.set(agency, of);
    return {
      report_id: agency,
      agency_id: agency,
      value,
      lo: value,
      hi: value,
      numerator: value === null ? null : value * 10,
      denominator_value: 10,
      status: value === null ? "undisclosed" : "ok",
    };
  });
  const comparandOf = (row: PositionRow): Comparand => {
    const { year = 2020, definition = null, inside = null } = known.get(row.agency_id) ?? {};
    return {
      agency: { agency_id: row.agency_id, level: null },
      report: { report_id: row.report_id, fiscal_year: year, report_kind: "final", disclosure: "tables" },
      row: { ...row, basis: "reported", denominator: "in_service" },
      definition,
      pass_through: inside,
    };
  };
  return { rows, comparandOf };
}

const standing = (all: Parameters<typeof field>[0], focus: string | null = null) => {
  const { rows, comparandOf } = field(all);
  const { position, apart } = standingAmong(rows, comparandOf, focus, { material_from: 10 });
  return {
    n: position.n,
    total: position.total,
    order: position.rows.map(
      ({ row, rank_first }) => `${row.agency_id}${rank_first === null ? "" : String(rank_first)}`,
    ),
    apart: Object.fromEntries(apart),
  };
};

const HELD = { inside: { numerator: 50, denominator: 0 } };

describe("standingAmong(rows, comparandOf, focus, options)", () => {
  it("ranks all where nothing forbids it, rows without a value last", () => {
    expect(standing([[3], [null], [5]])).toEqual({ n: 2, total: 3, order: ["c1", "a2", "b"], apart: {} });
  });

  it("ranks among what most define alike, or as the focus does", () => {
    const rows = [[1, { definition: "x" }], [2, { definition: "x" }], [9, { definition: "y" }], [null]] as const;
    expect(standing(rows)).toEqual({ n: 2, total: 4, order: ["b1", "a2", "c", "d"], apart: { c: "definition" } });
    expect(standing(rows, "c")).toMatchObject({ n: 1, order: ["c1", "a", "b", "d"] });
    expect(standing(rows, "d")).toMatchObject({ n: 2 });
  });

  it("gives no rank across years that lie further apart than one", () => {
    const rows = [[1], [2, { year: 2021 }], [3, { year: 2022 }]] as const;
    expect(standing(rows)).toMatchObject({ n: 3, apart: {} });
    expect(standing(rows, "a")).toMatchObject({ n: 2, apart: { c: "year" } });
  });

  it("gives no rank to a value that is pass-through money for a good part, nor anybody one beside it", () => {
    const rows = [[1], [2], [30, HELD], [40, HELD]] as const;
    expect(standing(rows)).toMatchObject({ n: 2, apart: { c: "pass_through", d: "pass_through" } });
    expect(standing(rows, "c")).toMatchObject({
      n: 1,
      apart: { a: "pass_through", b: "pass_through", d: "pass_through" },
    });
  });
});

describe("peerRatios(rows, comparandOf, focus)", () => {
  it("gives the ratios of the standing", () => {
    for (const focus of [null, "a", "c"]) {
      const { rows, comparandOf } = field([[1], [2], [30, HELD], [4], [null], [0]]);
      const whole = standingAmong(rows, comparandOf, focus, { material_from: 10 });
      const ratios = peerRatios(rows, comparandOf, focus);
      expect(ratios.n).toBe(whole.position.n);
      expect(ratios.median).toBe(whole.position.median);
      for (const { row, ratio } of whole.position.rows) {
        expect(ratios.ratioOf(row)).toBe(ratio);
        expect(ratios.isApart(row)).toBe(whole.apart.has(row.report_id));
      }
    }
  });
});

describe("moneyBetween(reported, without)", () => {
  it("is exact, and nothing where a side is not known", () => {
    expect(
      moneyBetween({ numerator: 24262.9, denominator_value: 0.3 }, { numerator: 3262.9, denominator_value: 0.1 }),
    ).toEqual({ numerator: 21000, denominator: 0.2 });
    expect(moneyBetween({ numerator: 5, denominator_value: null }, { numerator: null, denominator_value: 1 })).toEqual({
      numerator: 0,
      denominator: 0,
    });
  });
});

describe("summaryOf(verdicts)", () => {
  it("counts verdicts and what lies behind them, the most frequent first", () => {
    const { rows, comparandOf } = field([[1], [9, { year: 2021 }], [5, { year: 2021, ...HELD }], [7]]);
    const [own, ...others] = rows.map(comparandOf);
    if (own === undefined) throw new Error("expected a row");
    expect(summaryOf(others.map((other) => comparePair(own, other)))).toEqual({
      counts: { comparable: 1, conditional: 1, not_comparable: 1 },
      differences: [
        { kind: "year", count: 2 },
        { kind: "pass_through", count: 1 },
      ],
    });
  });
});
