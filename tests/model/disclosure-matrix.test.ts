import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FactRow } from "../../src/domain/records.ts";
import type { Engine } from "../../src/engine/engine.ts";
import { openNative } from "../../src/engine/native.ts";
import { DISCLOSURE_TOPICS } from "../../src/model/queries/disclosure-matrix.sql.ts";
import type { DisclosureMatrixRow } from "../../src/model/queries/index.ts";
import { disclosureMatrix } from "../../src/model/queries/index.ts";
import { fact, finding, rowsOf } from "./rows.ts";

const A = "a-2020-final";
const B = "b-2020-final";

/** A table's one null fact: it was printed without figures. */
const emptyTable = (report_id: string, statement: FactRow["statement"], item: FactRow["item"], source_line: number) =>
  fact({ report_id, item, value: null, statement, origin: "table", source_line });

describe("disclosure-matrix", () => {
  let engine: Engine;
  let rows: DisclosureMatrixRow[];
  beforeAll(async () => {
    const doubtful = fact({ report_id: A, item: "income.total", value: "12.50", source_line: 3, origin: "table" });
    engine = await openNative(
      rowsOf([A, B], {
        facts: [
          doubtful,
          emptyTable(A, "government_fund", "expenditure.government_fund", 20),
          emptyTable(A, "state_capital", "expenditure.state_capital", 30),
          emptyTable(A, "three_public", "three_public.total", 40),
          fact({ report_id: A, item: "headcount.in_service", value: "12", source_line: 5 }),
          emptyTable(B, "government_fund", "expenditure.government_fund", 20),
          fact({ report_id: B, item: "expenditure.government_fund", value: "0", source_line: 60 }),
          fact({ report_id: B, item: "three_public.reception", value: "1.20", source_line: 41, origin: "table" }),
          emptyTable(B, "state_capital", "expenditure.state_capital", 30),
        ],
        reasons: [
          {
            report_id: A,
            statement: "government_fund",
            item: "expenditure.government_fund",
            code: null,
            label: "政府性基金预算财政拨款收入支出决算表",
            text: "本单位没有政府性基金收支，故本表无数据。",
            source_line: 22,
          },
        ],
        findings: [
          finding(A, [doubtful.fact_id], { finding_id: "doubt" }),
          finding(A, [], { finding_id: "hollow", rule_id: "missing-declaration", source_lines: [30] }),
        ],
      }),
    );
    rows = await engine.query(disclosureMatrix, {});
  });
  afterAll(() => engine.close());

  const cell = (report: string, topic: string) => {
    const row = rows.find((one) => one.report_id === report && one.topic === topic);
    return row === undefined ? null : [row.state, row.facts, row.source_line];
  };

  it("has a row for each report and topic, funds and state capital among them", () => {
    expect(rows).toHaveLength(2 * DISCLOSURE_TOPICS.length);
    expect(rows.map((row) => row.topic)).toEqual(expect.arrayContaining(["government_fund", "state_capital"]));
  });

  it("calls an empty table declared where the report says why, and leads to it", () => {
    expect(cell(A, "government_fund")).toEqual(["declared", 0, 20]);
  });

  it("calls a declared one also what another place of the report explains", () => {
    expect(cell(B, "state_capital")).toEqual(["declared", 0, 30]);
  });

  it("calls an empty table hollow where nothing says why", () => {
    expect(cell(A, "state_capital")).toEqual(["hollow", 0, 30]);
    expect(cell(A, "three_public")).toEqual(["hollow", 0, 40]);
  });

  it("counts a stated zero as disclosed in words, whatever the table leaves blank", () => {
    expect(cell(B, "government_fund")).toEqual(["narrative", 1, 60]);
  });

  it("keeps table, words, doubt and absence apart", () => {
    expect(cell(A, "summary")).toEqual(["contradicted", 1, 3]);
    expect(cell(A, "in_service")).toEqual(["narrative", 1, 5]);
    expect(cell(B, "three_public")).toEqual(["table", 1, 41]);
    expect(cell(B, "procurement")).toEqual(["absent", 0, null]);
  });
});
