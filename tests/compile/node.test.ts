import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findReports, placeFiles } from "../../src/compile/node.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "duibiao-node-"));
});
afterEach(() => rm(folder, { recursive: true }));

const bytes = (text: string) => new TextEncoder().encode(text);

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

describe("placeFiles(folder, files)", () => {
  it("replaces its own files and keeps the others", async () => {
    const out = join(folder, "data");
    await mkdir(out);
    await writeFile(join(out, "README.md"), "read me");
    await writeFile(join(out, "a.parquet"), "old");
    await placeFiles(out, [
      { name: "a.parquet", bytes: bytes("new") },
      { name: "manifest.json", bytes: bytes("{}") },
    ]);
    expect((await readdir(out)).sort()).toEqual(["README.md", "a.parquet", "manifest.json"]);
    expect(await readFile(join(out, "a.parquet"), "utf8")).toBe("new");
    expect(await readdir(folder)).toEqual(["data"]);
  });

  it("leaves everything as it was when one file cannot be written", async () => {
    const out = join(folder, "data");
    await mkdir(out);
    await writeFile(join(out, "a.parquet"), "old");
    const files = [
      { name: "a.parquet", bytes: bytes("new") },
      { name: "no/such/folder.parquet", bytes: bytes("x") },
    ];
    await expect(placeFiles(out, files)).rejects.toThrow("ENOENT");
    expect(await readdir(folder)).toEqual(["data"]);
    expect(await readdir(out)).toEqual(["a.parquet"]);
    expect(await readFile(join(out, "a.parquet"), "utf8")).toBe("old");
  });

  it("puts back what it had moved when a later file cannot be placed", async () => {
    const out = join(folder, "data");
    await mkdir(out);
    await writeFile(join(out, "a.parquet"), "old");
    const twice = [
      { name: "a.parquet", bytes: bytes("new") },
      { name: "b.parquet", bytes: bytes("new") },
      // The same name again: its fresh copy has gone, so placing it fails half-way.
      { name: "b.parquet", bytes: bytes("new") },
    ];
    await expect(placeFiles(out, twice)).rejects.toThrow("ENOENT");
    expect(await readFile(join(out, "a.parquet"), "utf8")).toBe("old");
    expect(await readdir(folder)).toEqual(["data"]);
  });
});
