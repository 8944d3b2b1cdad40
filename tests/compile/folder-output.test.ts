import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openFolder } from "../../src/compile/folder-output.ts";

let folder = "";
let out = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "duibiao-output-"));
  out = join(folder, "data");
  await mkdir(out);
});
afterEach(() => rm(folder, { recursive: true }));

const bytes = (text: string) => new TextEncoder().encode(text);

describe("openFolder(folder)", () => {
  it("lets files grow unseen, then replaces its own and keeps the others", async () => {
    await writeFile(join(out, "README.md"), "read me");
    await writeFile(join(out, "a.parquet"), "old");
    const output = await openFolder(out);
    await output.append("a.parquet", bytes("ne"));
    await output.append("a.parquet", bytes("w"));
    expect(await output.measure("a.parquet")).toEqual({
      bytes: 3,
      sha256: "11507a0e2f5e69d5dfa40a62a1bd7b6ee57e6bcd85c67c9b8431b36fff21c437",
    });
    await output.append("manifest.json", bytes("{}"));
    expect(await readFile(join(out, "a.parquet"), "utf8")).toBe("old");
    await output.commit();
    expect((await readdir(out)).sort()).toEqual(["README.md", "a.parquet", "manifest.json"]);
    expect(await readFile(join(out, "a.parquet"), "utf8")).toBe("new");
    expect(await readdir(folder)).toEqual(["data"]);
  });

  it("takes away what the former compile wrote and this one does not", async () => {
    const manifest = { tables: [{ file: "fact.parquet" }, { file: "../elsewhere.parquet" }, { file: "keep.txt" }] };
    await writeFile(join(out, "manifest.json"), JSON.stringify(manifest));
    await writeFile(join(out, "fact.parquet"), "old");
    await writeFile(join(out, "keep.txt"), "keep");
    await writeFile(join(folder, "elsewhere.parquet"), "keep");
    const output = await openFolder(out);
    await output.append("fact-2020.parquet", bytes("new"));
    await output.append("manifest.json", bytes("{}"));
    await output.commit();
    expect((await readdir(out)).sort()).toEqual(["fact-2020.parquet", "keep.txt", "manifest.json"]);
    expect((await readdir(folder)).sort()).toEqual(["data", "elsewhere.parquet"]);
  });

  it("leaves everything as it was when one file cannot be begun or all is discarded", async () => {
    await writeFile(join(out, "a.parquet"), "old");
    const output = await openFolder(out);
    await output.append("a.parquet", bytes("new"));
    await expect(output.append("no/such/folder.parquet", bytes("x"))).rejects.toThrow("no file of the folder");
    await output.discard();
    expect(await readdir(folder)).toEqual(["data"]);
    expect(await readdir(out)).toEqual(["a.parquet"]);
    expect(await readFile(join(out, "a.parquet"), "utf8")).toBe("old");
  });

  it("puts back what it had moved when a later file cannot be placed", async () => {
    await writeFile(join(out, "a.parquet"), "old");
    await mkdir(join(out, "b.parquet"));
    await writeFile(join(out, "b.parquet", "inside"), "old");
    const output = await openFolder(out);
    await output.append("a.parquet", bytes("new"));
    await output.append("c.parquet", bytes("new"));
    await output.append("b.parquet", bytes("new"));
    // A former file that is a folder and cannot be moved onto one of the same name fails half-way.
    await mkdir(join(folder, `.data-${process.pid}`, "old", "b.parquet"), { recursive: true });
    await writeFile(join(folder, `.data-${process.pid}`, "old", "b.parquet", "inside"), "in the way");
    await expect(output.commit()).rejects.toThrow(/ENOTEMPTY|EEXIST/);
    expect(await readFile(join(out, "a.parquet"), "utf8")).toBe("old");
    expect(await readFile(join(out, "b.parquet", "inside"), "utf8")).toBe("old");
    expect(await readdir(folder)).toEqual(["data"]);
  });
});
