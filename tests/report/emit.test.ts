import { describe, expect, it } from "vitest";
import { parseAmount } from "../../src/domain/amount.ts";
import * as emit from "../../src/report/emit.ts";
import type { ReportKind } from "../../src/domain/statements.ts";
import type { DraftFact } from "../../src/report/types.ts";

const draft = (printed: string, change: Partial<DraftFact> = {}): DraftFact => ({
  statement: "income",
  origin: "table",
  rowNo: 0,
  item: "income.total",
  code: null,
  label: "合计",
  parentLabel: null,
  measure: "final",
  columnLabel: "本年收入合计",
  fiscalYear: 2022,
  amount: parseAmount(printed, "万元"),
  span: { line: 7, from: 4, to: 4 + printed.length },
  ...change,
});

/** On lines that print the first of the drafts where it says. */
function emitFacts(reportId: string, kind: ReportKind, drafts: readonly DraftFact[]): emit.Emission {
  const printed = " ".repeat(4) + (drafts[0]?.amount?.printed ?? "");
  return emit.emitFacts(
    reportId,
    kind,
    drafts,
    Array.from({ length: 7 }, (_, index) => ({ no: index + 1, text: printed })),
  );
}

describe("emitFacts(reportId, kind, drafts, printed)", () => {
  it("keeps printed digits beside the exact value and its precision", () => {
    const [fact] = emitFacts("qinghe-2022-final", "final", [draft("1,484.80")]).facts;
    expect(fact).toMatchObject({
      fact_id: "qinghe-2022-final#L7.4",
      statement_no: "02",
      value: "1484.8",
      precision: "0.01",
      value_text: "1,484.80",
      unit: "万元",
    });
  });

  it("numbers a second and a third fact on the same characters", () => {
    const drafts = [draft("1.00"), draft("1.00", { item: "income.fiscal" }), draft("1.00", { item: "income.other" })];
    const ids = emitFacts("r", "final", drafts).facts.map((fact) => fact.fact_id);
    expect(ids).toEqual(["r#L7.4", "r#L7.4-2", "r#L7.4-3"]);
  });

  it("refuses a second identical fact and says so", () => {
    const { facts, refused } = emitFacts("r", "final", [draft("1.00"), draft("1.00")]);
    expect(facts).toHaveLength(1);
    expect(refused).toEqual([{ line: 7, text: "1.00", reason: "duplicate" }]);
  });

  it("refuses what the decimal column cannot hold exactly, never rounds it", () => {
    const { facts, refused } = emitFacts("r", "final", [draft("1234567890123.00"), draft("0.1234567")]);
    expect(facts).toEqual([]);
    expect(refused.map((entry) => entry.reason)).toEqual(["out_of_range", "out_of_range"]);
  });

  it("refuses digits that no characters of the line are", () => {
    const lines = Array.from({ length: 7 }, (_, index) => ({ no: index + 1, text: "合计\t1<b>.00" }));
    const { facts, refused } = emit.emitFacts("r", "final", [draft("1.00")], lines);
    expect(facts).toEqual([]);
    expect(refused).toEqual([{ line: 7, text: "1.00", reason: "cut" }]);
  });

  it("keeps an empty cell as null, not as zero", () => {
    const [fact] = emitFacts("r", "final", [draft("", { amount: null })]).facts;
    expect(fact).toMatchObject({ value: null, precision: null, value_text: "" });
  });

  it("gives a budget's statements their own numbers", () => {
    const [fact] = emitFacts("r", "budget", [draft("1.00")]).facts;
    expect(fact?.statement_no).toBe("b7");
  });
});
