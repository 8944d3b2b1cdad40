import { describe, expect, it } from "vitest";
import { adjustment, fact, rowsOf } from "./rows.ts";
import { valueOf, withRows } from "./value-of.ts";

const REPORT = "a-2021-final";
const spent = (
  item: "expenditure.total" | "expenditure.basic" | "expenditure.personnel" | "expenditure.project",
  value: string,
) => fact({ report_id: REPORT, item, value });
const initial = fact({ report_id: REPORT, item: "expenditure.total", measure: "initial_budget", value: "200.00" });
const facts = [
  spent("expenditure.total", "150.00"),
  spent("expenditure.basic", "120.00"),
  spent("expenditure.personnel", "110.00"),
  spent("expenditure.project", "30.00"),
  initial,
];

describe("metric_value on the comparable basis", () => {
  it("takes a pass-through item out of its item and of all that contain it", async () => {
    const rows = rowsOf([REPORT], {
      facts,
      adjustments: [adjustment({ report_id: REPORT, item: "expenditure.personnel", amount_wan: "100" })],
    });
    const shares = await withRows(rows, (engine) =>
      Promise.all([
        valueOf(engine, REPORT, "structure.personnel_share", "comparable"),
        valueOf(engine, REPORT, "structure.basic_share", "comparable"),
        valueOf(engine, REPORT, "structure.project_share", "comparable"),
        valueOf(engine, REPORT, "structure.personnel_share", "reported"),
      ]),
    );
    expect(shares.map((row) => [row.numerator, row.denominator_value])).toEqual([
      [10, 20],
      [20, 50],
      [30, 50],
      [110, 120],
    ]);
    expect(shares[0]?.note_zh).toBe("已剔除过手资金：代发资金 100 万元");
  });

  it("tells the amount as screens print it: thousands grouped, no idle zeros", async () => {
    const taken = ["100", "1234567.5", "0.05", "-0.5"];
    const notes = await Promise.all(
      taken.map((amount_wan) => {
        const spent = fact({ report_id: REPORT, item: "expenditure.total", value: "2000000.00" });
        const basic = fact({ report_id: REPORT, item: "expenditure.basic", value: "1500000.00" });
        const adjustments = [adjustment({ report_id: REPORT, item: "expenditure.basic", amount_wan })];
        return withRows(rowsOf([REPORT], { facts: [spent, basic], adjustments }), async (engine) => {
          const row = await valueOf(engine, REPORT, "structure.basic_share", "comparable");
          return [row.note_zh, row.note_en].map((note) => /-?[\d,.]+ (?:万元|¥10k)/.exec(note ?? "")?.[0]);
        });
      }),
    );
    expect(notes).toEqual([
      ["100 万元", "100 ¥10k"],
      ["1,234,567.5 万元", "1,234,567.5 ¥10k"],
      ["0.05 万元", "0.05 ¥10k"],
      ["-0.5 万元", "-0.5 ¥10k"],
    ]);
  });

  it("leaves metric groups alone that the item does not name", async () => {
    const rows = rowsOf([REPORT], {
      facts,
      adjustments: [adjustment({ report_id: REPORT, item: "expenditure.personnel", amount_wan: "100" })],
    });
    const row = await withRows(rows, (engine) => valueOf(engine, REPORT, "execution.final_to_initial", "comparable"));
    expect(row).toMatchObject({ value: 75, numerator: 150, denominator_value: 200 });
  });

  it("takes a withdrawn budget out of the base only", async () => {
    const rows = rowsOf([REPORT], {
      facts,
      adjustments: [
        adjustment({
          report_id: REPORT,
          item: "expenditure.total",
          measure: "initial_budget",
          side: "denominator",
          metric_groups: "execution",
          amount_wan: "40",
        }),
      ],
    });
    const row = await withRows(rows, (engine) => valueOf(engine, REPORT, "execution.final_to_initial", "comparable"));
    expect(row).toMatchObject({ value: 93.75, numerator: 150, denominator_value: 160, status: "ok" });
  });

  it("cites the line that prints the amount where it was read as a figure", async () => {
    const printed = fact({ report_id: REPORT, item: "project", measure: "executed", value: "100", label: "某项目" });
    const rows = rowsOf([REPORT], {
      facts: [...facts, printed],
      adjustments: [
        adjustment({
          report_id: REPORT,
          item: "expenditure.personnel",
          amount_wan: "100",
          source_line: printed.source_line,
        }),
      ],
    });
    const row = await withRows(rows, (engine) => valueOf(engine, REPORT, "structure.personnel_share", "comparable"));
    expect(row.fact_ids).toContain(printed.fact_id);
    expect(row.numerator_fact_id).not.toBe(printed.fact_id);
    // Both amounts are rounded: ±0.005 of the total and ±0.5 of the amount taken out.
    expect(row.lo).toBeLessThan(50 - 1);
    expect(row.hi).toBeGreaterThan(50 + 1);
  });

  it("equals the reported basis for a report without pass-through money", async () => {
    const [reported, comparable] = await withRows(rowsOf([REPORT], { facts }), (engine) =>
      Promise.all([
        valueOf(engine, REPORT, "structure.basic_share", "reported"),
        valueOf(engine, REPORT, "structure.basic_share", "comparable"),
      ]),
    );
    expect({ ...comparable, basis: null }).toEqual({ ...reported, basis: null });
  });
});
