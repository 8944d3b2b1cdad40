import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { audit } from "../../src/audit/index.ts";
import { compile } from "../../src/compile/compile.ts";
import { findReports, nodeReading } from "../../src/compile/node.ts";
import { compilerVersion, folderReadings } from "../../src/compile/readings.ts";
import type { CompileSteps } from "../../src/compile/steps.ts";
import { readReport } from "../../src/report/index.ts";
import { inventedReport } from "../../scripts/bench/invented/report.ts";
import { memoryEffects } from "./invented-report.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "duibiao-readings-"));
});
afterEach(() => rm(folder, { recursive: true }));

/** Compiles with readings in the folder and counts which texts were really read. */
async function compiled(reports: readonly string[], key: string | null) {
  const { effects: memory, written } = memoryEffects({});
  const read: string[] = [];
  const steps: CompileSteps = {
    audit,
    readReport(text, directory) {
      read.push(text.sourceName);
      return readReport(text, directory);
    },
  };
  const readings = key === null ? null : folderReadings(folder, key);
  const files = { reports, agencies: "seeds/reference/agencies.csv", adjustments: "seeds/reference/adjustments.csv" };
  const effects = { ...memory, ...nodeReading, ...(readings === null ? {} : { readings }) };
  const result = await compile(files, effects, steps);
  await readings?.prune(new Set(result.manifest?.inputs.map(({ sha256 }) => sha256)));
  return { result, written, read };
}

async function keptReadings(): Promise<string[]> {
  const entries = await readdir(join(folder, ".readings"), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

describe("a second compile", { timeout: 60_000 }, () => {
  it("reads nothing again and writes the same bytes as a full one", async () => {
    const reports = await findReports("seeds");
    const full = await compiled(reports, null);
    const first = await compiled(reports, "k");
    const second = await compiled(reports, "k");
    expect([full.read.length, first.read.length, second.read.length]).toEqual([5, 5, 0]);
    expect([full.result.reused, first.result.reused, second.result.reused]).toEqual([0, 0, 5]);
    expect(first.written).toEqual(full.written);
    expect(second.written).toEqual(full.written);
  });

  it("reads what changed, what another compiler read and what was damaged, and forgets what is gone", async () => {
    const [one, two, three] = ["a.txt", "b.txt", "c.txt"].map((name) => join(folder, name)) as [string, string, string]; // three names
    for (const [index, path] of [one, two, three].entries()) await writeFile(path, inventedReport(index).text);
    await compiled([one, two, three], "k");
    expect(await keptReadings()).toHaveLength(3);

    await writeFile(two, inventedReport(7).text);
    expect((await compiled([one, two, three], "k")).read).toEqual(["b.txt"]);
    expect(await keptReadings()).toHaveLength(3);

    expect((await compiled([one, two], "k")).read).toEqual([]);
    expect(await keptReadings()).toHaveLength(2);

    for (const path of await keptReadings()) await writeFile(path, (await readFile(path)).subarray(0, 100));
    expect((await compiled([one, two], "k")).read).toEqual(["a.txt", "b.txt"]);

    expect((await compiled([one, two], "another compiler")).read).toEqual(["a.txt", "b.txt"]);
    expect((await compiled([one, two], "k")).read).toEqual(["a.txt", "b.txt"]);
  });

  it("knows a file by its bytes, whatever its name", async () => {
    const [old, renamed] = [join(folder, "old.txt"), join(folder, "renamed.txt")];
    await writeFile(old, inventedReport(1).text);
    await compiled([old], "k");
    await rm(old);
    await writeFile(renamed, inventedReport(1).text);
    const { read, result } = await compiled([renamed], "k");
    expect(read).toEqual([]);
    expect(result.manifest?.inputs[0]?.name).toBe("renamed.txt");
  });
});

describe("compilerVersion()", () => {
  it("is the version with a hash of the code", async () => {
    expect(await compilerVersion()).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{12}$/);
  });
});
