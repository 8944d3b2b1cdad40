import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { soundness, sourcesOf } from "../../scripts/fuzz/property.ts";
import { unsound } from "../../scripts/fuzz/unsound.ts";

const RUNS = 1000;
/** Lines of a cut-down report: every kind of table and section comes up, and a run takes milliseconds. */
const WINDOW = 90;

describe("reports mutated at random", { timeout: 300_000 }, () => {
  it(`are read and audited to sound facts and findings, or refused (${RUNS} runs)`, () => {
    fc.assert(soundness(sourcesOf("seeds"), WINDOW), { numRuns: RUNS, seed: 1 });
  });
});

describe("unsound(text, other)", () => {
  it("finds nothing wrong with the seeds themselves", () => {
    for (const source of sourcesOf("seeds")) expect(unsound(source)).toEqual([]);
  });
});
