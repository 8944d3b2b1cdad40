import { describe, expect, it } from "vitest";
import type { OwnFile } from "../../src/engine/reader-engine.ts";
import type { FileStore, KeptFile } from "../../src/state/file-store.ts";
import { kindOf, OwnTables, tableNameOf } from "../../src/state/own-tables.svelte.ts";

class HeldStore implements FileStore {
  files: KeptFile[] = [];
  refuses = false;
  all = () => Promise.resolve(this.files);
  put = (file: KeptFile) => {
    if (this.refuses) return Promise.reject(new Error("no room"));
    this.files = [...this.files.filter((other) => other.table !== file.table), file];
    return Promise.resolve();
  };
  remove = (table: string) => {
    this.files = this.files.filter((file) => file.table !== table);
    return Promise.resolve();
  };
}

function setUp(store = new HeldStore()) {
  const made: string[] = [];
  const engine = {
    addTable: (file: OwnFile) => {
      if (new TextDecoder().decode(file.bytes) === "bad") return Promise.reject(new Error("no rows in it"));
      made.push(file.table);
      return Promise.resolve();
    },
    removeTable: (table: string) => {
      made.push(`-${table}`);
      return Promise.resolve();
    },
  };
  return { store, made, tables: new OwnTables(engine, store, new Set(["fact"])) };
}

/** A file as a browser gives it: jsdom's own cannot be read. */
const file = (name: string, text = "a,b\n1,2"): File =>
  Object.assign(new File([text], name), {
    arrayBuffer: () => Promise.resolve(new TextEncoder().encode(text).buffer),
  });

describe("tableNameOf(fileName, isTaken)", () => {
  it.each([
    ["Population 2020.csv", "population_2020"],
    ["常住人口（万人）.csv", "常住人口_万人"],
    ["2020.parquet", "t_2020"],
    ["---.csv", "table_1"],
    ["fact.csv", "fact_2"],
  ])("%s becomes %s", (name, table) => {
    expect(tableNameOf(name, (taken) => taken === "fact")).toBe(table);
  });
});

describe("kindOf(fileName)", () => {
  it("goes by the ending", () => {
    expect(["a.CSV", "a.tsv", "a.parquet", "a.feather", "a.xlsx", "a"].map(kindOf)).toEqual([
      "csv",
      "csv",
      "parquet",
      "arrow",
      null,
      null,
    ]);
  });
});

describe("OwnTables", () => {
  it("makes a table of a file and keeps it for the next visit", async () => {
    const { store, made, tables } = setUp();
    expect(await tables.add([file("Population.csv")])).toEqual([]);
    expect(tables.list).toMatchObject([{ table: "population", status: "ready", isKept: true }]);
    const next = setUp(store);
    await next.tables.open();
    expect(next.made).toEqual(["population"]);
    expect(made).toEqual(["population"]);
  });

  it("refuses what it cannot read, and says why", async () => {
    const { tables } = setUp();
    expect(await tables.add([file("a.xlsx"), file("report.csv", "%PDF-1.4"), file("b.csv", "")])).toEqual([
      { fileName: "a.xlsx", reason: "unknown-kind" },
      { fileName: "report.csv", reason: "no-text" },
      { fileName: "b.csv", reason: "empty" },
    ]);
    await tables.add([file("c.csv", "bad")]);
    expect(tables.list).toMatchObject([{ table: "c", status: "failed", message: "no rows in it" }]);
  });

  it("takes the same file again in its old place, another of the same name under a number", async () => {
    const { tables } = setUp();
    await tables.add([file("a.csv"), file("a.csv"), file("a.tsv")]);
    expect(tables.list.map((entry) => entry.table)).toEqual(["a", "a_2"]);
  });

  it("removes a table here and on the device, and brings it back", async () => {
    const { store, made, tables } = setUp();
    await tables.add([file("a.csv")]);
    const undo = await tables.remove("a");
    expect([tables.list.length, store.files.length]).toEqual([0, 0]);
    await undo?.();
    expect(tables.list).toMatchObject([{ table: "a", status: "ready" }]);
    expect(made).toEqual(["a", "-a", "a"]);
    expect(await tables.remove("nothing")).toBeNull();
  });

  it("works without a place to keep files, and says that they will be gone", async () => {
    const { store, tables } = setUp();
    store.refuses = true;
    await tables.add([file("a.csv")]);
    expect(tables.list).toMatchObject([{ status: "ready", isKept: false }]);
  });

  it("makes everything again in another engine", async () => {
    const { made, tables } = setUp();
    await tables.add([file("a.csv"), file("b.csv")]);
    made.length = 0;
    await tables.reinstate();
    expect(made).toEqual(["a", "b"]);
  });
});
