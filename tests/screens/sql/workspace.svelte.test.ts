import { flushSync } from "svelte";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { StreamedResult, StreamOptions } from "../../../src/engine/reader-engine.ts";
import { Library } from "../../../src/screens/sql/library.svelte.ts";
import { LONGEST_IN_ADDRESS, SqlWorkspace } from "../../../src/screens/sql/workspace.svelte.ts";
import { DeviceStore } from "../../../src/state/device-store.ts";
import { StatementRun, WARM_UP } from "../../../src/state/statement-run.svelte.ts";
import { UrlState } from "../../../src/state/url.svelte.ts";
import { heldRows } from "../../state/held-rows.ts";

let ran: string[];
let url: UrlState;

/** The workspace of a page at an address; the device keeps what an earlier page of the test left. */
function open(hash: string): SqlWorkspace {
  history.replaceState(null, "", hash);
  url = new UrlState(window);
  const kept = (name: string): DeviceStore => new DeviceStore(localStorage, name);
  const library = new Library({ history: kept("sql-history"), saved: kept("sql-saved") }, () => "2026-01-01T00:00:00Z");
  const engine = {
    stream: (text: string, _options: StreamOptions): Promise<StreamedResult> => {
      if (text !== WARM_UP) ran.push(text);
      return Promise.resolve({ rows: heldRows({ n: "INTEGER" }, [[1]]), cut: null });
    },
    restart: () => Promise.resolve(),
  };
  const newRun = () =>
    new StatementRun({
      engine,
      onend: (result) => {
        library.note(result);
      },
    });
  const workspace = new SqlWorkspace({ url, store: kept("sql-tabs"), newRun, isKnown: (text) => library.knows(text) });
  workspace.followAddress();
  return workspace;
}

const inAddress = () => url.values("sql").statement;

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  ran = [];
  return () => {
    vi.useRealTimers();
  };
});

describe("SqlWorkspace and the address", () => {
  it("opens with the statement of a link, and asks before it runs", () => {
    const workspace = open(
      "#/sql?statement=select+1&params=%7B%22a%22%3A%22x%22%7D&chart=%7B%22mark%22%3A%22dot%22%7D",
    );
    expect(workspace.text).toBe("select 1");
    expect(workspace.tab.params).toEqual({ a: "x" });
    expect(workspace.tab.chart).toEqual({ mark: "dot" });
    expect(workspace.isFromLink).toBe(true);
    expect(ran).toEqual([]);
  });

  it("has nothing to ask about without a statement, or once the reader has changed it", () => {
    expect(open("#/sql").isFromLink).toBe(false);
    const workspace = open("#/sql?statement=select+1");
    workspace.edit("select 2");
    expect(workspace.isFromLink).toBe(false);
  });

  it("does not take a reload for somebody's link", () => {
    const workspace = open("#/sql");
    workspace.edit("select 1");
    vi.runAllTimers();
    const again = open(location.hash);
    expect(again.text).toBe("select 1");
    expect(again.isFromLink).toBe(false);
    expect(again.tabs).toHaveLength(1);
  });

  it("writes what is typed into the address after a pause, in place of the entry", () => {
    const workspace = open("#/sql");
    const entries = history.length;
    workspace.edit("select 1");
    workspace.edit("select 12");
    expect(inAddress()).toBe("");
    vi.runAllTimers();
    expect(inAddress()).toBe("select 12");
    expect(history.length).toBe(entries);
  });

  it("leaves the address alone once the reader is on another screen", () => {
    const workspace = open("#/sql");
    workspace.edit("select 1");
    url.push("overview", {});
    vi.runAllTimers();
    expect(url.screen).toBe("overview");
    expect(workspace.text).toBe("select 1");
  });

  it("keeps own work apart from a statement that the address brings later", () => {
    const workspace = open("#/sql");
    workspace.edit("select 1");
    vi.runAllTimers();
    url.push("sql", { statement: "select 2" });
    workspace.followAddress();
    expect(workspace.text).toBe("select 2");
    expect(workspace.isFromLink).toBe(true);
    expect(workspace.tabs.map((tab) => tab.text)).toEqual(["select 1", "select 2"]);
  });

  it("does not keep a stranger's statement on the device before it was run", async () => {
    open("#/sql?statement=select+1");
    expect(open("#/sql").text).toBe("");
    const workspace = open("#/sql?statement=select+1");
    await vi.runAllTimersAsync();
    await workspace.runSelected();
    expect(open("#/sql").text).toBe("select 1");
  });

  it("keeps a text that is too long out of the address, and says so", () => {
    const workspace = open("#/sql");
    workspace.edit(`select '${"长".repeat(LONGEST_IN_ADDRESS)}'`);
    vi.runAllTimers();
    expect(workspace.isTooLong).toBe(true);
    expect(inAddress()).toBe("");
  });
});

describe("SqlWorkspace.runSelected() and runAll()", () => {
  it("runs the selection, else the statement at the cursor, or all of them", async () => {
    const workspace = open("#/sql");
    workspace.edit("select 1;\nselect 2;");
    workspace.select(12, 12);
    await workspace.runSelected();
    workspace.select(0, 8);
    await workspace.runSelected();
    await workspace.runAll();
    expect(ran).toEqual(["select 2", "select 1", "select 1", "select 2"]);
    expect(workspace.run.results).toHaveLength(2);
    expect(inAddress()).toBe("select 1;\nselect 2;");
  });

  it("fills in parameters as constants, never as code", async () => {
    const workspace = open("#/sql");
    workspace.edit("select * from report where agency_id = $agency and fiscal_year > $year");
    expect(workspace.parameters).toEqual(["agency", "year"]);
    workspace.fillIn("agency", "x' or 1 = 1 --");
    workspace.fillIn("year", "2019");
    await workspace.runSelected();
    expect(ran).toEqual(["select * from report where agency_id = 'x'' or 1 = 1 --' and fiscal_year > 2019"]);
  });

  it("runs what came with a link once asked to, and nothing where nothing is written", async () => {
    const empty = open("#/sql");
    await empty.runSelected();
    expect(ran).toEqual([]);
    const workspace = open("#/sql?statement=select+1");
    await workspace.runSelected();
    expect(ran).toEqual(["select 1"]);
    expect(workspace.isFromLink).toBe(false);
  });
});

describe("SqlWorkspace and its tabs", () => {
  it("keeps each tab's text and result, and all of them for the next visit", async () => {
    const workspace = open("#/sql");
    workspace.edit("select 1");
    await workspace.runSelected();
    workspace.open({});
    workspace.edit("select 2");
    expect(workspace.run.result.status).toBe("idle");
    const [first] = workspace.tabs;
    workspace.activate(first?.id ?? "");
    expect(workspace.run.result.status).toBe("done");
    vi.runAllTimers();
    expect(open("#/sql").tabs.map((tab) => tab.text)).toEqual(["select 1", "select 2"]);
  });

  it("brings a closed tab back, and always keeps one", () => {
    const workspace = open("#/sql");
    workspace.edit("select 1");
    workspace.close(workspace.tab.id);
    expect(workspace.tabs).toHaveLength(1);
    expect(workspace.text).toBe("");
    workspace.reopen();
    expect(workspace.text).toBe("select 1");
    expect(workspace.canReopen).toBe(false);
  });

  it("shows one example after another in the same tab until it is changed", async () => {
    const workspace = open("#/sql");
    const entries = history.length;
    await workspace.openAndRun({ text: "select 3" });
    await workspace.openAndRun({ text: "select 4" });
    expect(workspace.tabs).toHaveLength(1);
    expect(history.length).toBe(entries + 2);
    workspace.edit("select 4 + 1");
    await workspace.openAndRun({ text: "select 5" });
    expect(workspace.tabs.map((tab) => tab.text)).toEqual(["select 4 + 1", "select 5"]);
    expect(ran).toEqual(["select 3", "select 4", "select 5"]);
  });

  it("says where an error is while the text still reads as it was run", () => {
    const workspace = open("#/sql");
    workspace.edit("select 1");
    workspace.run.adopt(
      [{ status: "failed", statement: { text: "select 1", at: 0 }, message: "no", position: 7, restarted: false }],
      0,
    );
    flushSync();
    expect(workspace.error).toEqual({ at: 7, message: "no" });
    workspace.edit("selec 1");
    flushSync();
    expect(workspace.error).toBeNull();
  });

  it("holds a notebook as one text that a link can carry", async () => {
    const workspace = open("#/sql");
    workspace.open({ kind: "notebook", text: "-- %% [text]\n-- Why\n-- %% [sql]\nselect 7\n;" });
    const { notebook } = workspace;
    expect(notebook?.parts.map((part) => [part.kind, part.text])).toEqual([
      ["text", "Why"],
      ["sql", "select 7\n;"],
    ]);
    await notebook?.runAll({});
    expect(ran).toEqual(["select 7"]);
    notebook?.edit(notebook.parts[0]?.id ?? -1, { text: "Because" });
    vi.runAllTimers();
    expect(inAddress()).toContain("-- Because");
    expect(url.values("sql").kind).toBe("notebook");
  });
});
