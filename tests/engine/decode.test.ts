import { RecordBatch, Schema, Struct, makeData, vectorFromArray, Field, Float64, Utf8 } from "apache-arrow";
import type { DataType } from "apache-arrow";
import { describe, expect, it } from "vitest";
import { columnsOf, decimalToNumber, rowsOf, rowsOfAll } from "../../src/engine/decode.ts";

/** A batch of one column `it`. */
function batchOf(values: readonly unknown[], type: DataType): RecordBatch {
  const [data] = vectorFromArray(values, type).data;
  const struct = new Struct([new Field("it", type, true)]);
  return new RecordBatch(
    new Schema(struct.children),
    makeData({ type: struct, length: values.length, nullCount: 0, children: data === undefined ? [] : [data] }),
  );
}

const cells = (batch: RecordBatch): unknown[] => rowsOf(batch, columnsOf(batch.schema)).map((row) => row["it"]);

describe("rowsOf(batch, columns)", () => {
  it.each([
    ["identifiers", ["a-2020-final", null, "", "b-2020-final", null]],
    ["Chinese texts", ["未披露", "未披露", null, "", "ok", "披露为零"]],
    ["a text that begins with a mark of byte order", ["\uFEFF甲", "\uFEFF甲"]],
    ["nothing but nulls", [null, null]],
    ["one text throughout", ["final", "final", "final", "final"]],
    ["one Chinese text throughout", ["未披露", "未披露", "未披露"]],
    ["one text and a null", ["final", "final", null, "final"]],
    ["nothing but empty texts", ["", "", ""]],
    ["texts of one length", ["final", "prior", "final", "final"]],
    ["as many bytes as one text throughout would take", ["aa", "aaaa", "aa", ""]],
  ])("reads %s, also of a part of a batch", (_, texts) => {
    const batch = batchOf(texts, new Utf8());
    expect(cells(batch)).toEqual(texts);
    expect(cells(batch.slice(1, 5))).toEqual(texts.slice(1, 5));
  });

  it("reads doubles as they are and null as null, also of a part of a batch", () => {
    const values = [0, -1.5, null, 22.65, 1e300, null, 0.1];
    const batch = batchOf(values, new Float64());
    expect(cells(batch)).toEqual(values);
    expect(cells(batch.slice(2, 6))).toEqual(values.slice(2, 6));
  });
});

describe("rowsOfAll(batches, columns)", () => {
  it("gives every row of every batch once and in order, however many pieces that takes", async () => {
    const all = Array.from({ length: 5000 }, (_, index) => (index % 7 === 0 ? null : index / 4));
    const batches = [all.slice(0, 4500), [], all.slice(4500)].map((values) => batchOf(values, new Float64()));
    const rows = await rowsOfAll(batches, columnsOf(batchOf([], new Float64()).schema));
    expect(rows.map((row) => row["it"])).toEqual(all);
  });
});

describe("decimalToNumber(unscaled, scale)", () => {
  it.each([
    [788n, 2, 7.88],
    [-110_000n, 6, -0.11],
    [0n, 6, 0],
    [16_036_010_000n, 6, 16036.01],
    [123_456_789_012_345_678_901n, 6, Number("123456789012345.678901")],
    [-5n, 25, -5e-25],
  ])("%s with %s decimals is the nearest double", (unscaled, scale, value) => {
    expect(decimalToNumber(unscaled, scale)).toBe(value);
  });
});
