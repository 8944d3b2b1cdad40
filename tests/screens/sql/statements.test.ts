import { describe, expect, it } from "vitest";
import { lineAndColumn, statementAt, statementsOf } from "../../../src/screens/sql/statements.ts";

const texts = (text: string): string[] => statementsOf(text).map((span) => text.slice(span.from, span.to));

describe("statementsOf(text)", () => {
  it("cuts at semicolons and leaves out what is empty", () => {
    expect(texts(" select 1 ;; \n select 2\n;")).toEqual(["select 1", "select 2"]);
  });

  it.each([
    "select ';' as a",
    "select 'it''s; fine'",
    'select 1 as "a;b"',
    "select 1 -- one; two\n+ 1",
    "select /* a; b */ 1",
    "select $$a;b$$",
    "select $tag$a;b$tag$",
    "select 'open; end",
  ])("does not cut inside %s", (text) => {
    expect(texts(text)).toEqual([text]);
  });

  it("leaves out comments that stand alone", () => {
    expect(texts("-- only words\n;/* more */")).toEqual([]);
  });
});

describe("statementAt(text, cursor)", () => {
  const text = "select 1;\n\nselect 2;\n";
  it.each([
    [0, "select 1"],
    [8, "select 1"],
    [9, "select 1"],
    [11, "select 2"],
    [text.length, "select 2"],
  ])("at %i takes %s", (cursor, expected) => {
    const span = statementAt(text, cursor);
    expect(span && text.slice(span.from, span.to)).toBe(expected);
  });

  it("has none where nothing is written", () => {
    expect(statementAt("  -- note", 3)).toBeNull();
  });
});

describe("lineAndColumn(text, at)", () => {
  it("counts both from one", () => {
    expect(lineAndColumn("a\nbc", 0)).toEqual({ line: 1, column: 1 });
    expect(lineAndColumn("a\nbc", 3)).toEqual({ line: 2, column: 2 });
  });
});
