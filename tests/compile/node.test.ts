import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findReports } from "../../src/compile/node.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "duibiao-node-"));
});
afterEach(() => rm(folder, { recursive: true }));

describe("findReports(path)", () => {
  it("finds the reports of a folder and leaves out what stands beside them", async () => {
    await mkdir(join(folder, "reference"));
    await mkdir(join(folder, "north"));
    for (const name of ["a.txt", "README.md", ".hidden", "list.csv", "reference/b.txt", "north/c.md", "d.bin"]) {
      await writeFile(join(folder, name), "x");
    }
    const found = (await findReports(folder)).map((path) => relative(folder, path));
    expect(found.sort()).toEqual(["a.txt", "d.bin", "north/c.md"]);
  });

  it("takes a named file as it is", async () => {
    await writeFile(join(folder, "README.txt"), "x");
    expect(await findReports(join(folder, "README.txt"))).toEqual([join(folder, "README.txt")]);
  });
});
