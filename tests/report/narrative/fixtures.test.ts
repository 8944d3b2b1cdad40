import { describe, expect, it } from "vitest";
import { readLines } from "../../../src/report/lines.ts";
import { readNarrative } from "../../../src/report/narrative/index.ts";
import { factRows, narrativeFixtures, outlineOf, readFixture, reasonRows } from "./fixture.ts";

describe("readNarrative(lines, outline, tableLines) on fixtures", () => {
  const fixtures = narrativeFixtures();

  it("finds the fixtures", () => {
    expect(fixtures.length).toBeGreaterThanOrEqual(30);
  });

  it.each(fixtures)("reads every figure and every explanation of $name", (fixture) => {
    const { reading } = readFixture(fixture);
    expect(factRows(reading.facts, fixture.expected.fiscalYear)).toEqual(fixture.expected.facts);
    expect(reasonRows(reading.reasons)).toEqual(fixture.expected.reasons);
  });

  it.each(fixtures)("keeps the printed digits of $name under their spans", (fixture) => {
    const { lines, reading } = readFixture(fixture);
    for (const { span, amount } of reading.facts) {
      expect(lines[span.line - 1]?.text.slice(span.from, span.to)).toBe(amount?.printed);
    }
  });

  it("gives what it tells of an annex the statement and origin of the annex", () => {
    const annexes = fixtures.filter(({ expected }) => expected.part === "annex");
    const drafts = annexes.flatMap((fixture) => readFixture(fixture).reading.facts);
    expect(drafts.length).toBeGreaterThan(0);
    for (const { statement, origin } of drafts) expect([statement, origin]).toEqual(["annex", "annex"]);
  });

  it("passes over lines that were read as tables", () => {
    const fixture = fixtures.find(({ name }) => name === "procurement");
    if (fixture === undefined) throw new Error("fixture procurement is missing");
    const lines = readLines(fixture.text);
    const outline = outlineOf(fixture.expected, lines.length);
    expect(readNarrative(lines, outline, new Set(lines.map(({ no }) => no))).facts).toEqual([]);
    expect(readNarrative(lines, outline, new Set()).facts).not.toEqual([]);
  });
});
