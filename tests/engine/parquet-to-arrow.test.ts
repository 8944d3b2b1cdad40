import { tableFromIPC } from "apache-arrow";
import { describe, expect, it } from "vitest";
import { joinParquet, tableToParquet } from "../../src/compile/parquet.ts";
import { columnsOf, rowsOf } from "../../src/engine/decode.ts";
import { parquetToIpc } from "../../src/engine/parquet-to-arrow.ts";
import type { StoredTable } from "../../src/model/stored.ts";
import type { Table } from "../../src/model/tables.ts";

const TABLE: Table = {
  name: "example",
  zh: "例",
  en: "Example",
  columns: Object.fromEntries(
    (["VARCHAR", "INTEGER", "DECIMAL(18,6)", "DATE", "INTEGER[]", "VARCHAR[]"] as const).map((type, index) => [
      `c${index}`,
      { type, nullable: index < 4, zh: "列", en: "column" },
    ]),
  ),
};
const row = (...cells: unknown[]) => Object.fromEntries(cells.map((cell, index) => [`c${index}`, cell]));
/** All pieces of a file, as DuckDB would take them. */
async function piecesOf(table: StoredTable, bytes: ArrayBuffer, most?: number): Promise<Uint8Array[]> {
  const pieces: Uint8Array[] = [];
  for await (const piece of parquetToIpc(table, bytes, most)) pieces.push(piece);
  return pieces;
}
const buffer = (bytes: Uint8Array): ArrayBuffer => bytes.slice().buffer as ArrayBuffer;

/** Rows written to Parquet, decoded to Arrow and decoded again. */
async function roundTrip(rows: readonly object[]) {
  const [ipc] = await piecesOf(TABLE, buffer(tableToParquet(TABLE, rows)));
  if (ipc === undefined) return null;
  const table = tableFromIPC(ipc);
  const columns = columnsOf(table.schema);
  return { columns, rows: table.batches.flatMap((batch) => rowsOf(batch, columns)), table };
}

describe("parquetToIpc(table, bytes)", () => {
  it("keeps every type, null, sign and list", async () => {
    const back = await roundTrip([
      row("中文，“引号”", -7, "7.88", "2021-08-31", [3, 1], ["甲", "乙"]),
      row("", 0, "-0.11", "1969-12-31", [], []),
      row(null, null, null, null, [5], ["", "x"]),
    ]);
    expect(back?.columns.map((column) => column.type)).toEqual(
      Object.values(TABLE.columns).map((column) => column.type),
    );
    expect(back?.rows).toEqual([
      row("中文，“引号”", -7, 7.88, "2021-08-31", [3, 1], ["甲", "乙"]),
      row("", 0, -0.11, "1969-12-31", [], []),
      row(null, null, null, null, [5], ["", "x"]),
    ]);
  });

  it("gives a large file in pieces, each row once and in its order", async () => {
    const rows = Array.from({ length: 10 }, (_, index) =>
      row(`第${String(index)}行`, index, index % 3 === 0 ? null : `${String(index)}.5`, null, [index], [String(index)]),
    );
    const parts = [0, 2, 4, 9].map((from, at, all) => tableToParquet(TABLE, rows.slice(from, all[at + 1])));
    const file = buffer(joinParquet(TABLE, parts));
    const pieces = await piecesOf(TABLE, file, 4);
    expect(pieces).toHaveLength(3);
    const back = pieces.flatMap((ipc) => {
      const table = tableFromIPC(ipc);
      return table.batches.flatMap((batch) => rowsOf(batch, columnsOf(table.schema)));
    });
    expect(back.map((each) => each["c1"])).toEqual(rows.map((_, index) => index));
    expect(back[4]).toEqual(row("第4行", 4, 4.5, null, [4], ["4"]));
    expect(await piecesOf(TABLE, file)).toHaveLength(1);
  });

  it("keeps what stored views hold besides: doubles, booleans, big integers", async () => {
    const types = ["DOUBLE", "BOOLEAN", "BIGINT"] as const;
    const columns = Object.fromEntries(types.map((type) => [type, { type, nullable: true }]));
    const rows = [
      { DOUBLE: 0.1, BOOLEAN: true, BIGINT: "9007199254740993" },
      { DOUBLE: -0, BOOLEAN: false, BIGINT: "-1" },
      { DOUBLE: null, BOOLEAN: null, BIGINT: null },
    ];
    const table = { name: "stored", columns };
    const [ipc] = await piecesOf(table, buffer(tableToParquet(table, rows)));
    if (ipc === undefined) throw new Error("no rows came back");
    const arrow = tableFromIPC(ipc);
    const back = columnsOf(arrow.schema);
    expect(back.map((column) => column.type)).toEqual(types);
    expect(arrow.batches.flatMap((batch) => rowsOf(batch, back))).toEqual(rows);
  });

  it("hands decimals over exactly, where a double could not hold them", async () => {
    const back = await roundTrip([
      row("a", 1, "999999999999.999999", null, [], []),
      row("a", 1, "-999999999999.999999", null, [], []),
    ]);
    const words = [0, 1].map((index) => {
      const value: unknown = back?.table.getChild("c2")?.get(index);
      return BigInt.asIntN(
        128,
        [...(value as Uint32Array)].reduceRight((sum, word) => (sum << 32n) | BigInt(word), 0n),
      );
    });
    expect(words).toEqual([999_999_999_999_999_999n, -999_999_999_999_999_999n]);
  });

  it("reads many rows that repeat a value, as a dictionary stores them", async () => {
    const rows = Array.from({ length: 5000 }, (_, index) =>
      row(index % 3 === 0 ? null : `值${index % 7}`, index, `${index % 5}.5`, null, [index % 4], [`k${index % 2}`]),
    );
    const back = await roundTrip(rows);
    expect(back?.rows).toEqual(rows.map((entry) => ({ ...entry, c2: Number(entry["c2"]) })));
  });

  it("gives null for a file without rows", async () => {
    expect(await roundTrip([])).toBeNull();
  });

  it("names a column that the file lacks", async () => {
    const other: Table = {
      ...TABLE,
      columns: { ...TABLE.columns, c9: { type: "DATE", nullable: true, zh: "列", en: "c" } },
    };
    const bytes = buffer(tableToParquet(TABLE, [row("a", 1, "1", null, [], [])]));
    await expect(piecesOf(other, bytes)).rejects.toThrow("example.parquet has no column c9");
  });

  it("refuses bytes that are no Parquet file", async () => {
    await expect(piecesOf(TABLE, buffer(new TextEncoder().encode("<!doctype html>")))).rejects.toThrow();
  });
});
