import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { audit } from "../../src/audit/index.ts";
import { compile } from "../../src/compile/compile.ts";
import { findReports, nodeReading } from "../../src/compile/node.ts";
import { readReport } from "../../src/report/index.ts";
import { memoryEffects } from "./invented-report.ts";

async function compileSeeds(reports: readonly string[]) {
  const files = {
    reports,
    agencies: "seeds/reference/agencies.csv",
    adjustments: "seeds/reference/adjustments.csv",
  };
  const { effects: memory, written } = memoryEffects({});
  const effects = { ...memory, ...nodeReading };
  return { result: await compile(files, effects, { readReport, audit }), written };
}

describe("the seeds", { timeout: 60_000 }, () => {
  it("compile without a refusal, every adjustment printed on its line, to the same bytes each time", async () => {
    const reports = await findReports("seeds");
    const first = await compileSeeds(reports);
    const second = await compileSeeds([...reports].reverse());
    expect(first.result.failures).toEqual([]);
    expect(first.result.rows).toMatchObject({ agency: 4, report: 5 });
    expect(first.result.rows["adjustment"]).toBeGreaterThan(0);
    expect(second.written).toEqual(first.written);
  });

  it("give the same rows from GBK as from UTF-8", async () => {
    const path = "seeds/zhuzhou-2020-final.txt";
    const text = await readFile(path, "utf8");
    const decoder = new TextDecoder("gb18030");
    const encode = new Map<string, number[]>();
    for (let lead = 0x81; lead <= 0xfe; lead++) {
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        encode.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail]);
      }
    }
    // What two bytes cannot say is left out on both sides.
    const characters = [...text].filter((character) => character <= "\u007f" || encode.has(character));
    const gbk = new Uint8Array(characters.flatMap((character) => encode.get(character) ?? [character.charCodeAt(0)]));
    const utf8 = new TextEncoder().encode(characters.join(""));
    const tables = await Promise.all(
      [gbk, utf8].map(async (bytes) => {
        const { effects, written } = memoryEffects({ [path]: bytes });
        await compile({ reports: [path], agencies: null, adjustments: null }, effects, { readReport, audit });
        return written.filter((output) => output.name === "fact.parquet" || output.name === "source_line.parquet");
      }),
    );
    expect(tables[0]).toHaveLength(2);
    expect(tables[0]).toEqual(tables[1]);
  });
});
