import { describe, expect, it } from "vitest";
import { STATUSES } from "../../src/domain/status.ts";
import { withAssumedHeadcount } from "../../src/model/assumption.ts";
import { metricOf } from "../../src/model/metrics/index.ts";
import { fact, finding, rowsOf } from "./rows.ts";
import { valueOf, withRows } from "./value-of.ts";

const REPORT = "a-2020-final";
const given = (facts: Parameters<typeof fact>[0][], findings: ReturnType<typeof finding>[] = []) =>
  rowsOf([REPORT, "a-2021-budget"], { facts: facts.map(fact), findings });

describe("metric_value.status", () => {
  it("is ok where both inputs are printed", async () => {
    const rows = given([
      { report_id: REPORT, item: "expenditure.basic", value: "10.00" },
      { report_id: REPORT, item: "expenditure.total", value: "40.00" },
    ]);
    expect(await withRows(rows, (engine) => valueOf(engine, REPORT, "structure.basic_share"))).toMatchObject({
      status: "ok",
      value: 25,
      numerator: 10,
      denominator_value: 40,
    });
  });

  it("is stated_zero for a printed zero, which is a value", async () => {
    const rows = given([{ report_id: REPORT, item: "three_public.total", value: "0.00" }]);
    expect(await withRows(rows, (engine) => valueOf(engine, REPORT, "three_public.final"))).toMatchObject({
      status: "stated_zero",
      value: 0,
      lo: 0,
      hi: 0.005,
    });
  });

  it("is undisclosed without an input, and says which would fill it", async () => {
    const rows = given([{ report_id: REPORT, item: "expenditure.basic", value: "10.00" }]);
    const row = await withRows(rows, (engine) => valueOf(engine, REPORT, "structure.basic_share"));
    expect(row).toMatchObject({ status: "undisclosed", value: null, lo: null, hi: null, numerator: 10 });
    expect(row.note_zh).toBe("未披露：本年支出合计；披露后可算");
    expect(row.fact_ids).toHaveLength(1);
  });

  it("is empty_table_declared for a fund whose table is empty, even beside a column of zeros", async () => {
    const rows = given([
      {
        report_id: REPORT,
        item: "expenditure.government_fund",
        value: null,
        statement: "government_fund",
        origin: "table",
      },
      {
        report_id: REPORT,
        item: "expenditure.government_fund",
        value: "0.00",
        statement: "appropriation_summary",
        origin: "table",
      },
    ]);
    expect(await withRows(rows, (engine) => valueOf(engine, REPORT, "government_fund.expenditure"))).toMatchObject({
      status: "empty_table_declared",
      value: null,
    });
  });

  it("is undefined for 0 ÷ 0, which is not a rate of 0 %", async () => {
    const rows = given([
      { report_id: REPORT, item: "three_public.total", value: "0" },
      { report_id: REPORT, item: "three_public.total", value: "0", measure: "adjusted_budget" },
      { report_id: REPORT, item: "three_public.total", value: "0.00", measure: "completion_rate" },
    ]);
    const row = await withRows(rows, (engine) => valueOf(engine, REPORT, "three_public.completion"));
    expect(row).toMatchObject({ status: "undefined", value: null });
    expect(row.note_zh).toContain("0 ÷ 0");
  });

  it("is undefined over a zero base", async () => {
    const rows = given([
      { report_id: REPORT, item: "three_public.total", value: "3.00" },
      { report_id: REPORT, item: "three_public.total", value: "0", measure: "prior_final" },
    ]);
    const row = await withRows(rows, (engine) => valueOf(engine, REPORT, "three_public.change"));
    expect(row).toMatchObject({ status: "undefined", value: null, note_zh: "基数为 0，不可算" });
  });

  it("is unclear_basis where a rate is stated and its budget is not", async () => {
    const rows = given([
      { report_id: REPORT, item: "three_public.total", value: "0.37" },
      {
        report_id: REPORT,
        item: "three_public.total",
        value: "100",
        measure: "completion_rate",
        column_label: "完成预算",
      },
    ]);
    const row = await withRows(rows, (engine) => valueOf(engine, REPORT, "three_public.completion"));
    expect(row).toMatchObject({ status: "unclear_basis", value: null });
    expect(row.note_zh).toBe("报告自述完成 100%，未披露预算金额");
    expect(row.fact_ids).toHaveLength(2);
  });

  it("is contradicted where a finding questions the input taken", async () => {
    const total = fact({ report_id: REPORT, item: "expenditure.total", value: "40.00" });
    const rows = rowsOf([REPORT], {
      facts: [fact({ report_id: REPORT, item: "expenditure.basic", value: "10.00" }), total],
      findings: [finding(REPORT, [total.fact_id], { stated: "40", expected: "50", difference: "-10" })],
    });
    const row = await withRows(rows, (engine) => valueOf(engine, REPORT, "structure.basic_share"));
    expect(row).toMatchObject({ status: "contradicted", value: 25 });
    expect(row.lo).toBeCloseTo(20, 1);
  });

  it("keeps a witness of a finding trusted, and a difference below a thousandth", async () => {
    const total = fact({ report_id: REPORT, item: "expenditure.total", value: "40000.00" });
    const rows = rowsOf([REPORT], {
      facts: [fact({ report_id: REPORT, item: "expenditure.basic", value: "10000.00" }), total],
      findings: [
        finding(REPORT, ["elsewhere", total.fact_id]),
        finding(REPORT, [total.fact_id], { stated: "40000", expected: "40000.18", difference: "-0.18" }),
      ],
    });
    expect(await withRows(rows, (engine) => valueOf(engine, REPORT, "structure.basic_share"))).toMatchObject({
      status: "ok",
    });
  });

  it("is contradicted where the report states another rate than its own amounts give", async () => {
    const rows = given([
      { report_id: REPORT, item: "three_public.vehicle", value: "1.64" },
      { report_id: REPORT, item: "three_public.vehicle", value: "6", measure: "adjusted_budget" },
      {
        report_id: REPORT,
        item: "three_public.vehicle",
        value: "54.7",
        measure: "completion_rate",
        column_label: "完成预算",
      },
    ]);
    const row = await withRows(rows, (engine) => valueOf(engine, REPORT, "three_public.vehicle.completion"));
    expect(row.status).toBe("contradicted");
    expect(row.value).toBeCloseTo(27.333333, 6);
    expect(row.note_zh).toContain("自述 54.7%");
  });

  it("is ok where the stated rate is only cut off", async () => {
    const rows = given([
      { report_id: REPORT, item: "three_public.total", value: "1.71" },
      { report_id: REPORT, item: "three_public.total", value: "16.20", measure: "adjusted_budget" },
      {
        report_id: REPORT,
        item: "three_public.total",
        value: "10.5",
        measure: "completion_rate",
        column_label: "完成预算",
      },
    ]);
    expect(await withRows(rows, (engine) => valueOf(engine, REPORT, "three_public.completion"))).toMatchObject({
      status: "ok",
      note_zh: "分母：全年预算（调整预算）",
    });
  });

  it("is not_applicable for the execution of a budget", async () => {
    expect(
      await withRows(given([]), (engine) => valueOf(engine, "a-2021-budget", "execution.final_to_initial")),
    ).toMatchObject({ status: "not_applicable", value: null });
  });

  it("is assumed once the reader types a headcount, with the value that follows", async () => {
    const rows = given([{ report_id: REPORT, item: "expenditure.basic", value: "100.00" }]);
    const row = await withRows(rows, (engine) => valueOf(engine, REPORT, "per_staff.basic", "reported", "in_service"));
    const metric = metricOf("per_staff.basic");
    if (metric === null) throw new Error("per_staff.basic is not in the dictionary");
    expect(row.status).toBe("undisclosed");
    expect(withAssumedHeadcount(row, metric, 20)).toMatchObject({ status: "assumed", value: 5, denominator_value: 20 });
  });

  it("is one of the field’s statuses, and borrowed has its own tests", () => {
    expect(STATUSES.map(({ id }) => id)).toEqual([
      "ok",
      "stated_zero",
      "empty_table_declared",
      "undisclosed",
      "not_applicable",
      "borrowed",
      "assumed",
      "undefined",
      "unclear_basis",
      "contradicted",
    ]);
  });
});
