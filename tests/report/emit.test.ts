import { describe, expect, it } from "vitest";
import { parseAmount } from "../../src/domain/amount.ts";
import { emitFacts } from "../../src/report/emit.ts";
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

describe("emitFacts(reportId, kind, drafts)", () => {
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

  it("keeps an empty cell as null, not as zero", () => {
    const [fact] = emitFacts("r", "final", [draft("", { amount: null })]).facts;
    expect(fact).toMatchObject({ value: null, precision: null, value_text: "" });
  });

  it("gives a budget's statements their own numbers", () => {
    const [fact] = emitFacts("r", "budget", [draft("1.00")]).facts;
    expect(fact?.statement_no).toBe("b7");
  });
});
