import { describe, expect, it } from "vitest";
import type { Denominator } from "../../src/domain/status.ts";
import { headcounts } from "../../src/model/queries/index.ts";
import type { HeadcountsRow } from "../../src/model/queries/index.ts";
import type { TableRows } from "../../src/model/tables.ts";
import { fact, reason, rowsOf } from "./rows.ts";
import { valueOf, withRows } from "./value-of.ts";

const FINAL = "a-2020-final";
const NEXT = "a-2021-budget";

async function headcountOf(rows: TableRows, report_id: string, denominator: Denominator): Promise<HeadcountsRow> {
  const all = await withRows(rows, (engine) => engine.query(headcounts, {}));
  const row = all.find((entry) => entry.report_id === report_id && entry.denominator === denominator);
  if (row === undefined) throw new Error(`no ${denominator} of ${report_id}`);
  return row;
}

const staff = (report_id: string, kind: "in_service" | "temporary" | "retired" | "total", value: string) =>
  fact({ report_id, item: `headcount.${kind}`, value });

describe("staff_denominator", () => {
  it("takes the report’s own count first", async () => {
    const rows = rowsOf([FINAL, NEXT], { facts: [staff(FINAL, "in_service", "59"), staff(NEXT, "in_service", "80")] });
    expect(await headcountOf(rows, FINAL, "in_service")).toMatchObject({ value: 59, status: "ok", bias: null });
  });

  it("adds up the kinds of those in service where no sum is printed, and only there", async () => {
    const kind = (label: string, value: string, parent_label: string | null) =>
      fact({
        report_id: FINAL,
        item: "headcount.in_service",
        label,
        parent_label,
        value,
        origin: "narrative",
        source_line: 5,
      });
    const kinds = [kind("在职在编实有行政人员", "12", "在职在编实有"), kind("事业人员", "5", "在职在编实有")];
    const nested = kind("行政工勤人员", "2", "在职在编实有行政人员");
    const added = rowsOf([FINAL], { facts: [...kinds, nested] });
    expect(await headcountOf(added, FINAL, "in_service")).toMatchObject({ value: 17, status: "ok" });
    const printed = rowsOf([FINAL], { facts: [...kinds, kind("在职人员", "18", null)] });
    expect(await headcountOf(printed, FINAL, "in_service")).toMatchObject({ value: 18, status: "ok" });
    const alone = rowsOf([FINAL], { facts: kinds.slice(0, 1) });
    expect(await headcountOf(alone, FINAL, "in_service")).toMatchObject({ value: null, status: "undisclosed" });
  });

  it("borrows from the nearest report of the agency, one year away at most", async () => {
    const facts = [staff("a-2022-final", "in_service", "70"), staff(NEXT, "in_service", "80")];
    const rows = rowsOf([FINAL, NEXT, "a-2022-final", "b-2020-final"], { facts });
    expect(await headcountOf(rows, FINAL, "in_service")).toMatchObject({
      value: 80,
      status: "borrowed",
      bias: "unknown",
      source_report_id: NEXT,
      note_zh: "人数取自 2021 预算",
    });
    expect(await headcountOf(rows, "b-2020-final", "in_service")).toMatchObject({ value: null, status: "undisclosed" });
  });

  it("does not borrow over two years", async () => {
    const rows = rowsOf([FINAL, "a-2022-final"], { facts: [staff("a-2022-final", "in_service", "70")] });
    expect(await headcountOf(rows, FINAL, "in_service")).toMatchObject({ status: "undisclosed" });
  });

  it("says that a value is probably too low when staff joined before the later count", async () => {
    const rows = rowsOf([FINAL, NEXT], {
      facts: [staff(NEXT, "in_service", "80"), fact({ report_id: FINAL, item: "expenditure.basic", value: "160.00" })],
      reasons: [reason(NEXT, "原某某区人员并入我局")],
    });
    expect(await headcountOf(rows, FINAL, "in_service")).toMatchObject({ bias: "down" });
    const row = await withRows(rows, (engine) => valueOf(engine, FINAL, "per_staff.basic", "reported", "in_service"));
    expect(row).toMatchObject({ status: "borrowed", bias: "down", value: 2 });
    expect(row.note_zh).toBe("人数取自 2021 预算；其间有人员并入，数值可能偏低");
  });

  it("says that it is probably too high when staff joined after the earlier count", async () => {
    const rows = rowsOf(["a-2019-final", FINAL], {
      facts: [staff("a-2019-final", "in_service", "80")],
      reasons: [reason(FINAL, "人员增加")],
    });
    expect(await headcountOf(rows, FINAL, "in_service")).toMatchObject({ status: "borrowed", bias: "up" });
  });

  it("spans the counts that a contradictory total leaves", async () => {
    const rows = rowsOf([NEXT], {
      facts: [staff(NEXT, "in_service", "365"), staff(NEXT, "retired", "83"), staff(NEXT, "total", "515")],
    });
    expect(await headcountOf(rows, NEXT, "in_service")).toMatchObject({
      value: 365,
      lo: 365,
      hi: 432,
      status: "contradicted",
    });
  });

  it("finds no contradiction where temporary staff make up the total", async () => {
    const facts = [
      staff(NEXT, "in_service", "365"),
      staff(NEXT, "temporary", "67"),
      staff(NEXT, "retired", "83"),
      staff(NEXT, "total", "515"),
    ];
    const rows = rowsOf([NEXT], { facts });
    expect(await headcountOf(rows, NEXT, "in_service")).toMatchObject({ lo: 365, hi: 365, status: "ok" });
    expect(await headcountOf(rows, NEXT, "in_service_plus_temporary")).toMatchObject({ value: 432 });
  });

  it("never takes a sub-breakdown for the total", async () => {
    const part = fact({ report_id: FINAL, item: "headcount.temporary", value: "2", parent_label: "临聘人员" });
    const rows = rowsOf([FINAL], { facts: [part, staff(FINAL, "temporary", "11"), staff(FINAL, "in_service", "18")] });
    expect(await headcountOf(rows, FINAL, "in_service_plus_temporary")).toMatchObject({ value: 29, lo: 29, hi: 29 });
  });

  it("needs both parts of in_service_plus_temporary and names the missing one", async () => {
    const rows = rowsOf([FINAL], { facts: [staff(FINAL, "in_service", "59")] });
    expect(await headcountOf(rows, FINAL, "in_service_plus_temporary")).toMatchObject({
      value: null,
      status: "undisclosed",
      note_zh: "未披露编外人数，披露或填入后可算",
    });
  });
});
