import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { decodeReport } from "../../src/compile/decode.ts";
import type { Report } from "../../src/report/index.ts";
import { readReport } from "../../src/report/index.ts";
import { unmet } from "./figure-sheet.ts";
import { readCsv } from "./read-csv.ts";

const REPORTS = new URL("../fixtures/reports/", import.meta.url);
const names = readdirSync(REPORTS)
  .filter((file) => file.endsWith(".txt"))
  .map((file) => file.slice(0, -".txt".length));

function read(name: string): Report {
  const file = `${name}.txt`;
  return readReport(decodeReport(readFileSync(new URL(file, REPORTS)), file), { agencies: [] });
}

describe("readReport(text) on whole invented reports of other regions", () => {
  it("finds the reports", () => {
    expect(names.length).toBeGreaterThanOrEqual(12);
  });

  it.each(names)("meets every row of %s.figures.csv with a fact of its own", (name) => {
    const rows = readCsv(readFileSync(new URL(`${name}.figures.csv`, REPORTS), "utf8"));
    expect(rows.length).toBeGreaterThanOrEqual(25);
    const missing = unmet(rows, read(name).facts);
    expect(missing, `${missing.length} of ${rows.length}\n${missing.join("\n")}`).toEqual([]);
  });
});
