import { describe, expect, it } from "vitest";
import type { MetricValuesRow, ThreePublicDetailRow } from "../../src/model/queries/index.ts";
import { byCompletion, completionAgainst } from "../../src/screens/three-public/completion.ts";
import { contrastOf, reasonOf, spreadOf } from "../../src/screens/three-public/contrast.ts";
import { LinkedTextBuilder, plainText } from "../../src/ui/linked-text.ts";

/** A row with nothing disclosed but what a case gives. */
function detail(given: Partial<ThreePublicDetailRow>): ThreePublicDetailRow {
  const nothing: Record<string, unknown> = {
    report_id: "a-2020-final",
    agency_id: "a",
    short_name: "甲",
    component: "three_public.reception",
    completion_status: "undisclosed",
    change_status: "undisclosed",
  };
  // Every column that a case leaves out is null, as in the query's answer.
  return new Proxy({ ...nothing, ...given } as unknown as ThreePublicDetailRow, {
    get: (row, name) => (name in row ? (row as unknown as Record<string | symbol, unknown>)[name] : null),
  });
}

function value(given: Partial<MetricValuesRow>): MetricValuesRow {
  return { report_id: "a-2020-final", status: "ok", lo: null, hi: null, ...given } as MetricValuesRow;
}

describe("completionAgainst(row, base)", () => {
  it("takes the budget of the base and no other", () => {
    const row = detail({ final: 2, adjusted_budget: 4, adjusted_line: 9, final_to_adjusted: 50 });
    expect(completionAgainst(row, "adjusted_budget")).toMatchObject({
      budget: 4,
      budget_line: 9,
      rate: 50,
      unspent: 2,
      status: "ok",
    });
    expect(completionAgainst(row, "initial_budget")).toMatchObject({
      budget: null,
      rate: null,
      unspent: null,
      status: "undisclosed",
    });
  });

  it("calls 0 ÷ 0 not computable, never a rate", () => {
    const row = detail({ final: 0, adjusted_budget: 0, final_to_adjusted: null, completion_status: "undefined" });
    expect(completionAgainst(row, "adjusted_budget")).toMatchObject({ rate: null, status: "undefined", unspent: 0 });
  });

  it("keeps a stated rate without its budget unclear", () => {
    const row = detail({ final: 0.37, stated_completion: 100, completion_status: "unclear_basis" });
    expect(completionAgainst(row, "adjusted_budget").status).toBe("unclear_basis");
  });

  it("marks a rate that the report contradicts", () => {
    const row = detail({
      final: 1.64,
      initial_budget: 6,
      final_to_initial: 27.3,
      stated_completion: 54.7,
      completion_status: "contradicted",
    });
    expect(completionAgainst(row, "initial_budget").status).toBe("contradicted");
  });

  it("says undisclosed where the final is missing", () => {
    const row = detail({ adjusted_budget: 3, completion_status: "unclear_basis" });
    expect(completionAgainst(row, "adjusted_budget").status).toBe("undisclosed");
  });
});

describe("byCompletion(left, right)", () => {
  it("puts the lowest rate first and rows without a rate last, larger amounts before", () => {
    const lines = [
      detail({ report_id: "none-small", final: 1 }),
      detail({ report_id: "high", final: 3, adjusted_budget: 3, final_to_adjusted: 100 }),
      detail({ report_id: "none-large", final: 5 }),
      detail({ report_id: "low", final: 1, adjusted_budget: 10, final_to_adjusted: 10 }),
      detail({ report_id: "low-more-left", final: 2, adjusted_budget: 20, final_to_adjusted: 10 }),
    ].map((row) => completionAgainst(row, "adjusted_budget"));
    expect(lines.toSorted(byCompletion).map((line) => line.row.report_id)).toEqual([
      "low-more-left",
      "low",
      "high",
      "none-large",
      "none-small",
    ]);
  });
});

describe("spreadOf(rows)", () => {
  it("divides the highest by the lowest value above zero", () => {
    const spread = spreadOf([value({ value: 0 }), value({ value: 77 }), value({ value: 140 }), value({ value: null })]);
    expect(spread?.ratio).toBeCloseTo(140 / 77, 12);
  });

  it("needs two values above zero", () => {
    expect(spreadOf([value({ value: 5 }), value({ value: 0 })])).toBeNull();
    expect(spreadOf([])).toBeNull();
  });
});

describe("contrastOf(kind, rows, staff)", () => {
  const rows = [
    detail({ report_id: "many", final: 2, visits: 20, visitors: 160 }),
    detail({ report_id: "few", final: 0.1, visits: 1, visitors: 8 }),
    detail({ report_id: "unknown", final: 9, visits: 9, visitors: 9 }),
    detail({ report_id: "none", final: 0, visits: 0, visitors: 0 }),
  ];
  const staff = new Map([
    ["many", 50],
    ["few", 50],
    ["none", 50],
  ]);

  it("explains the highest per head against the lowest, parts times each other giving the whole", () => {
    const contrast = contrastOf("reception", rows, staff);
    expect(contrast?.focus.report_id).toBe("many");
    expect(contrast?.other.report_id).toBe("few");
    expect(contrast?.explanation.ratio).toBeCloseTo(20, 9);
    expect(contrast?.explanation.driver).toBe("visits_per_staff");
    const product = contrast?.explanation.factors.reduce((all, factor) => all * factor.ratio, 1);
    expect(product).toBeCloseTo(20, 9);
  });

  it("says nothing where fewer than two disclose all factors", () => {
    expect(contrastOf("reception", rows.slice(1), staff)).toBeNull();
    expect(contrastOf("vehicles", rows, staff)).toBeNull();
  });
});

describe("reasonOf(spread, rows, staff)", () => {
  // Printed: 1.94 万元 for 18 visits of 156, 6.32 for 2 cars, 59 people; 0.07 for 1 visit of 5, 1.64 for 2 cars, 365 people.
  const rows = [
    detail({ report_id: "much", component: "three_public.reception", final: 1.94, visits: 18, visitors: 156 }),
    detail({ report_id: "little", component: "three_public.reception", final: 0.07, visits: 1, visitors: 5 }),
    detail({ report_id: "much", component: "three_public.vehicle_operation", final: 6.32, vehicles: 2 }),
    detail({ report_id: "little", component: "three_public.vehicle_operation", final: 1.64, vehicles: 2 }),
  ];
  const staff = new Map([
    ["much", 59],
    ["little", 365],
  ]);
  const highest = value({ report_id: "much", value: 8.26 / 59 });
  const lowest = value({ report_id: "little", value: 1.71 / 365 });

  it("takes the gap apart by component, and by quantity and price, each adding up to the whole", () => {
    const reason = reasonOf({ highest, lowest }, rows, staff);
    if (reason === null) throw new Error("not taken apart");
    expect(reason.gap).toBeCloseTo(8.26 / 59 - 1.71 / 365, 12);
    expect(reason.vehicles).toBeCloseTo((6.32 / 59 - 1.64 / 365) / reason.gap, 12);
    expect(reason.vehicles + reason.reception + reason.rest).toBeCloseTo(1, 12);
    expect(reason.quantity + reason.price).toBeCloseTo(reason.vehicles + reason.reception, 12);
    expect(reason.quantity).toBeGreaterThan(reason.price);
  });

  it("says nothing where a count is missing or zero, or nothing differs", () => {
    expect(reasonOf({ highest, lowest }, rows.slice(1), staff)).toBeNull();
    expect(reasonOf({ highest, lowest }, rows, new Map())).toBeNull();
    expect(reasonOf({ highest, lowest: highest }, rows, staff)).toBeNull();
  });
});

describe("LinkedTextBuilder", () => {
  it("puts each link where its mark stands, in whatever order", () => {
    const builder = new LinkedTextBuilder();
    const first = builder.mark({ text: "1.71", place: null });
    const second = builder.mark({ text: "16.20", place: { report: "a", line: 3 } });
    const pieces = builder.pieces(`甲 ${second} 之 ${first}。`);
    expect(pieces.map((piece) => piece.text)).toEqual(["甲 ", "16.20", " 之 ", "1.71", "。"]);
    expect(pieces[1]?.link?.place).toEqual({ report: "a", line: 3 });
    expect(plainText(pieces)).toBe("甲 16.20 之 1.71。");
  });

  it("leaves a text without marks whole", () => {
    expect(new LinkedTextBuilder().pieces("没有")).toEqual([{ text: "没有", link: null }]);
  });
});
