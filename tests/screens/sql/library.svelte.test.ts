import { beforeEach, describe, expect, it } from "vitest";
import { Library } from "../../../src/screens/sql/library.svelte.ts";
import { DeviceStore } from "../../../src/state/device-store.ts";
import type { RunResult } from "../../../src/state/statement-run.svelte.ts";
import { heldRows } from "../../state/held-rows.ts";

const kept = (name: string): DeviceStore => new DeviceStore(localStorage, name);
const open = (): Library =>
  new Library({ history: kept("sql-history"), saved: kept("sql-saved") }, () => "2026-01-02T03:04:05Z");
const done = (text: string): RunResult => ({
  status: "done",
  statement: { text, at: 0 },
  rows: heldRows({}, []),
  count: 3,
  cut: null,
  milliseconds: 12.4,
  firstRows: 2,
});
const query = (name: string) => ({ name, kind: "query", text: "select 1", params: { a: "1" }, chart: {} }) as const;

beforeEach(() => {
  localStorage.clear();
});

describe("Library: history", () => {
  it("notes statement, time, rows and status, the newest first, each text once", () => {
    const library = open();
    library.note(done("select 1"));
    library.note({
      status: "failed",
      statement: { text: "select", at: 0 },
      message: "no",
      position: null,
      restarted: false,
    });
    library.note(done("select 1 "));
    expect(open().history).toEqual([
      { text: "select 1", at: "2026-01-02T03:04:05Z", status: "done", rows: 3, milliseconds: 12 },
      { text: "select", at: "2026-01-02T03:04:05Z", status: "failed", rows: null, milliseconds: null },
    ]);
    expect(library.knows("select 1")).toBe(true);
  });

  it("notes what was written, not what was filled in", () => {
    const library = open();
    library.note({
      status: "cancelled",
      statement: { text: "select 7", at: 0, written: "select $n" },
      restarted: false,
    });
    expect(library.history[0]?.text).toBe("select $n");
  });

  it("is cleared with an undo, and keeps at most two hundred", () => {
    const library = open();
    for (let n = 0; n < 210; n++) library.note(done(`select ${n}`));
    expect(library.history).toHaveLength(200);
    const undo = library.clearHistory();
    expect(open().history).toEqual([]);
    undo();
    expect(open().history).toHaveLength(200);
  });
});

describe("Library: saved queries", () => {
  it("saves, replaces by name, renames and removes, each with an undo, for the next visit too", () => {
    const library = open();
    library.save(query("b"));
    library.save(query("a"));
    library.save({ ...query("a"), text: "select 2" });
    expect(open().saved.map((saved) => [saved.name, saved.text])).toEqual([
      ["a", "select 2"],
      ["b", "select 1"],
    ]);
    const [first] = library.saved;
    const back = library.rename(first?.id ?? "", "c");
    expect(library.saved.map((saved) => saved.name)).toEqual(["b", "c"]);
    back();
    const undo = library.remove(first?.id ?? "");
    expect(library.saved.map((saved) => saved.name)).toEqual(["b"]);
    undo();
    expect(open().saved.map((saved) => saved.name)).toEqual(["a", "b"]);
  });

  it("leaves out what somebody spoilt on the device", () => {
    kept("sql-saved").write([{ name: 7 }, query("without id"), { ...query("good"), id: "1" }]);
    expect(open().saved.map((saved) => saved.name)).toEqual(["good"]);
  });
});
