import { describe, expect, it } from "vitest";
import { errorInText } from "../../../src/screens/sql/error-in-text.ts";
import { queryTitle } from "../../../src/screens/sql/tabs.ts";
import type { Tab } from "../../../src/screens/sql/tabs.ts";
import type { RunResult } from "../../../src/state/statement-run.svelte.ts";

describe("errorInText(result, text)", () => {
  const statement = { text: "SELECT x", at: 4 };
  const failed: RunResult = { status: "failed", statement, position: 11, message: "no x", restarted: false };

  it("is where the statement still stands in the text", () => {
    expect(errorInText(failed, "-- \nSELECT x")).toEqual({ at: 11, message: "no x" });
  });

  it("is gone with the words it was about, and where no place is known", () => {
    expect(errorInText(failed, "-- \nSELECT y")).toBeNull();
    expect(errorInText({ ...failed, position: null }, "-- \nSELECT x")).toBeNull();
  });
});

describe("queryTitle(tab)", () => {
  const tab = (text: string, name = ""): Tab => ({ id: "t", kind: "query", name, text, params: {}, chart: {} });

  it("is the name of the query, else its first comment, never a piece of SQL", () => {
    expect(queryTitle(tab("SELECT 1", "每人"))).toBe("每人");
    expect(queryTitle(tab("\n-- 人均基本支出 · Basic, 万元/人\nSELECT 1"))).toBe("人均基本支出 · Basic, 万元/人");
    expect(queryTitle(tab("SELECT short_name, value FROM metric_value WHERE basis = 'comparable'"))).toBeNull();
    expect(queryTitle(tab("-- %% sql\nSELECT 1"))).toBeNull();
  });
});
