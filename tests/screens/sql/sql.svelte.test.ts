import { flushSync } from "svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ResultTable } from "../../../src/engine/engine.ts";
import { LONGEST_IN_ADDRESS, SqlState } from "../../../src/screens/sql/sql.svelte.ts";
import { WARM_UP } from "../../../src/state/statement-run.svelte.ts";
import { UrlState } from "../../../src/state/url.svelte.ts";

let end: (() => void) | undefined;
let ran: string[];

function open(hash: string): { sql: SqlState; url: UrlState } {
  history.replaceState(null, "", hash);
  const url = new UrlState(window);
  const engine = {
    query: () => Promise.reject(new Error("not asked here")),
    run: (text: string): Promise<ResultTable> => {
      if (text !== WARM_UP) ran.push(text);
      return Promise.resolve({ columns: [], rows: [] });
    },
    close: () => Promise.resolve(),
  };
  let sql: SqlState | undefined;
  end = $effect.root(() => {
    sql = new SqlState({ engine, url });
  });
  flushSync();
  if (sql === undefined) throw new Error("no state was made");
  return { sql, url };
}

beforeEach(() => {
  vi.useFakeTimers();
  ran = [];
});
afterEach(() => {
  end?.();
  vi.useRealTimers();
});

describe("SqlState and the address", () => {
  it("opens with the statement of a link, and asks before it runs", () => {
    const { sql } = open("#/sql?statement=select+1");
    expect(sql.text).toBe("select 1");
    expect(sql.isFromLink).toBe(true);
    expect(ran).toEqual([]);
  });

  it("has nothing to ask about without a statement, or once the reader has changed it", () => {
    expect(open("#/sql").sql.isFromLink).toBe(false);
    end?.();
    const { sql } = open("#/sql?statement=select+1");
    sql.edit("select 2");
    expect(sql.isFromLink).toBe(false);
  });

  it("writes what is typed into the address after a pause, in place of the entry", () => {
    const { sql, url } = open("#/sql");
    const entries = history.length;
    sql.edit("select 1");
    sql.edit("select 12");
    expect(url.values("sql").statement).toBe("");
    vi.runAllTimers();
    expect(url.values("sql").statement).toBe("select 12");
    expect(history.length).toBe(entries);
  });

  it("leaves the address alone once the reader is on another screen", () => {
    const { sql, url } = open("#/sql");
    sql.edit("select 1");
    url.push("overview", {});
    vi.runAllTimers();
    flushSync();
    expect(url.screen).toBe("overview");
    expect(sql.text).toBe("select 1");
  });

  it("takes over a statement that the address brings later, and asks about it", () => {
    const { sql, url } = open("#/sql?statement=select+1");
    url.push("sql", { statement: "select 2" });
    flushSync();
    expect(sql.text).toBe("select 2");
    expect(sql.isFromLink).toBe(true);
  });

  it("keeps a text that is too long out of the address, and says so", () => {
    const { sql, url } = open("#/sql");
    sql.edit(`select '${"长".repeat(LONGEST_IN_ADDRESS)}'`);
    vi.runAllTimers();
    expect(sql.isTooLong).toBe(true);
    expect(url.values("sql").statement).toBe("");
  });
});

describe("SqlState.runSelected()", () => {
  it("runs the selection, else the statement at the cursor", async () => {
    const { sql, url } = open("#/sql");
    sql.edit("select 1;\nselect 2;");
    sql.select(12, 12);
    await sql.runSelected();
    sql.select(0, 8);
    await sql.runSelected();
    expect(ran).toEqual(["select 2", "select 1"]);
    expect(url.values("sql").statement).toBe("select 1;\nselect 2;");
  });

  it("runs what came with a link once asked to", async () => {
    const { sql } = open("#/sql?statement=select+1");
    await sql.runSelected();
    expect(ran).toEqual(["select 1"]);
    expect(sql.isFromLink).toBe(false);
  });

  it("runs nothing where nothing is written", async () => {
    const { sql } = open("#/sql");
    expect(sql.next).toBeNull();
    await sql.runSelected();
    expect(ran).toEqual([]);
  });
});

describe("SqlState.runExample(text)", () => {
  it("runs it at once and gives the back button an entry", async () => {
    const { sql, url } = open("#/sql?statement=select+1");
    const entries = history.length;
    await sql.runExample("select 3; select 4");
    flushSync();
    expect(ran).toEqual(["select 3"]);
    expect(sql.text).toBe("select 3; select 4");
    expect(sql.isFromLink).toBe(false);
    expect(url.values("sql").statement).toBe("select 3; select 4");
    expect(history.length).toBe(entries + 1);
  });
});
