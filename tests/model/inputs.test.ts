import { describe, expect, it } from "vitest";
import { fact, finding, rowsOf } from "./rows.ts";
import { valueOf, withRows } from "./value-of.ts";

const REPORT = "a-2020-final";

describe("the figure a metric takes", () => {
  it("is the table’s before the sentence’s, in the finest print of the same value", async () => {
    const rows = rowsOf([REPORT], {
      facts: [
        fact({ report_id: REPORT, item: "procurement.total", value: "39", origin: "table", statement: "performance" }),
        fact({ report_id: REPORT, item: "procurement.total", value: "39.00" }),
      ],
    });
    const row = await withRows(rows, (engine) => valueOf(engine, REPORT, "procurement.total"));
    expect(row.numerator_fact_id).toBe(rows.fact[0]?.fact_id);
    expect([row.lo, row.hi]).toEqual([38.995, 39.005]);
  });

  it("is in doubt where two prints of it differ beyond rounding", async () => {
    const rows = rowsOf([REPORT], {
      facts: [
        fact({ report_id: REPORT, item: "procurement.total", value: "39.00" }),
        fact({ report_id: REPORT, item: "procurement.total", value: "41.00" }),
      ],
    });
    expect(await withRows(rows, (engine) => valueOf(engine, REPORT, "procurement.total"))).toMatchObject({
      status: "contradicted",
      value: 39,
      lo: 38.995,
      hi: 41.005,
    });
  });

  it("is in doubt where a finding questions it, first or as a copy, and not where it is a witness", async () => {
    const facts = ["procurement.total", "procurement.goods", "procurement.services"].map((item, index) =>
      fact({ report_id: REPORT, item: item as "procurement.total", value: "39.00", source_line: index + 1 }),
    );
    const ids = facts.map(({ fact_id }) => fact_id);
    const doubt = (more: Parameters<typeof finding>[2]) =>
      withRows(rowsOf([REPORT], { facts, findings: [finding(REPORT, ids, more)] }), async (engine) => {
        const asked = "SELECT contradicted, hi FROM input WHERE item LIKE 'procurement.%' ORDER BY source_line";
        return (await engine.run(asked)).rows.map(({ contradicted, hi }) => [contradicted, hi]);
      });
    const misprint = { stated: "39", expected: "93", questioned_ids: ids.slice(0, 2) };
    expect(await doubt({ ...misprint, witnesses: 3 })).toEqual([
      [true, 93.005],
      [true, 93.005],
      [false, 39.005],
    ]);
    // Of slid rows only the first has a value that would agree.
    expect(await doubt({ ...misprint, witnesses: null })).toEqual([
      [true, 93.005],
      [true, 39.005],
      [false, 39.005],
    ]);
  });

  it("differs by rounding only when the last digit moves by one", async () => {
    const rows = rowsOf([REPORT], {
      facts: [
        fact({
          report_id: REPORT,
          item: "expenditure.basic",
          value: "7141.38",
          origin: "table",
          statement: "expenditure",
        }),
        fact({ report_id: REPORT, item: "expenditure.basic", value: "7141.39" }),
        fact({ report_id: REPORT, item: "expenditure.total", value: "10000.00" }),
      ],
    });
    expect(await withRows(rows, (engine) => valueOf(engine, REPORT, "structure.basic_share"))).toMatchObject({
      status: "ok",
      numerator: 7141.38,
    });
  });

  it("is last year’s own figure, or this year’s less the printed change", async () => {
    const rows = rowsOf([REPORT, "b-2020-final"], {
      facts: [
        fact({ report_id: REPORT, item: "three_public.reception", value: "0.37" }),
        fact({ report_id: REPORT, item: "three_public.reception", value: "-0.11", measure: "change" }),
        fact({ report_id: "b-2020-final", item: "three_public.reception", value: "6.00" }),
        fact({ report_id: "b-2020-final", item: "three_public.reception", value: "5.00", fiscal_year: 2019 }),
      ],
    });
    const [told, printed] = await withRows(rows, (engine) =>
      Promise.all([
        valueOf(engine, REPORT, "three_public.reception.change"),
        valueOf(engine, "b-2020-final", "three_public.reception.change"),
      ]),
    );
    expect(told.value).toBeCloseTo(-22.916667, 6);
    expect(told.denominator_value).toBe(0.48);
    expect(printed.value).toBeCloseTo(20, 9);
  });

  it("gives no growth across a merger", async () => {
    const rows = rowsOf([REPORT], {
      facts: [
        fact({ report_id: REPORT, item: "three_public.total", value: "6.00" }),
        fact({ report_id: REPORT, item: "three_public.total", value: "5.00", measure: "prior_final" }),
      ],
      lines: [{ report_id: REPORT, line_no: 7, text: "2020 年我单位由原三家中心合并成立，无上年数据对比。" }],
    });
    expect(await withRows(rows, (engine) => valueOf(engine, REPORT, "three_public.change"))).toMatchObject({
      status: "undefined",
      value: null,
      note_zh: "单位合并成立，没有可比的上年数",
    });
  });

  it("keeps one base per rate: a final from appropriation is not held against a budget of the whole", async () => {
    const rows = rowsOf([REPORT], {
      facts: [
        fact({ report_id: REPORT, item: "expenditure.total", value: "100.00" }),
        fact({ report_id: REPORT, item: "expenditure.fiscal", value: "90.00" }),
        fact({ report_id: REPORT, item: "expenditure.fiscal", value: "60.00", measure: "initial_budget" }),
      ],
    });
    expect(await withRows(rows, (engine) => valueOf(engine, REPORT, "execution.final_to_initial"))).toMatchObject({
      value: 150,
      numerator: 90,
      denominator_value: 60,
    });
  });

  it("prices visitors within the print: 0.07 万元 for 5 is 130 to 150 元", async () => {
    const rows = rowsOf([REPORT], {
      facts: [
        fact({ report_id: REPORT, item: "three_public.reception", value: "0.07" }),
        fact({ report_id: REPORT, item: "reception.visitors", value: "5" }),
      ],
    });
    const row = await withRows(rows, (engine) => valueOf(engine, REPORT, "reception.cost_per_visitor"));
    expect(row.value).toBeCloseTo(140, 9);
    expect(row.lo).toBeCloseTo(130, 9);
    expect(row.hi).toBeCloseTo(150, 9);
  });
});
