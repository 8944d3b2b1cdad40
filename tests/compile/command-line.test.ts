import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const REPORT = "平川市社会保险中心\n2021年度部门决算\n第一部分 部门概况\n本年支出合计 12.50 万元。\n";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "duibiao-compile-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Runs the command with its own output folder and gives what it printed. */
function compile(...args: string[]) {
  const out = join(folder, "data");
  const run = spawnSync(
    process.execPath,
    ["node_modules/tsx/dist/cli.mjs", "scripts/compile.ts", ...args, "--out", out],
    {
      encoding: "utf8",
    },
  );
  return { code: run.status, printed: run.stdout, complained: run.stderr, out };
}

function input(files: Readonly<Record<string, string | Uint8Array>>): string {
  const inside = join(folder, "in");
  mkdirSync(inside, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(inside, name), content);
  return inside;
}

describe("npm run compile", { timeout: 60_000 }, () => {
  it("prints a line per report and a summary, and writes the tables", () => {
    const { code, printed, out } = compile(input({ "a.txt": REPORT, "README.md": "about" }));
    expect(code).toBe(0);
    expect(printed).toMatch(/\[1\/1\] \S+a\.txt {2}agency-\w+-2021-final {2}\d+ facts?/);
    expect(printed).toMatch(/1 report, \d+ facts?, \d+ findings? in [\d.]+ s → .+ \(fingerprint \w{12}\)/);
    expect(readdirSync(out)).toEqual(expect.arrayContaining(["fact.parquet", "manifest.json"]));
  });

  it("says what it did not read again, and gives the same tables from several threads", () => {
    const inside = input({ "a.txt": REPORT, "b.txt": REPORT.replace("平川市", "北山市") });
    const tables = (out: string) =>
      readdirSync(out)
        .filter((name) => /parquet|json/.test(name))
        .map((name) => readFileSync(join(out, name), "latin1"));
    const { out } = compile(inside);
    const first = tables(out);
    const again = compile(inside);
    expect(again.printed).toMatch(/a\.txt .* unchanged, not read again/);
    expect(again.printed).toMatch(/2 of 2 reports unchanged since the last compile: not read again/);
    expect(tables(out)).toEqual(first);
    expect(compile(inside, "--fresh", "--threads", "2").printed).not.toMatch(/not read again/);
    expect(tables(out)).toEqual(first);
  });

  it("refuses the second file of one report, and lets it count with --replace", () => {
    const inside = input({ "a.txt": REPORT, "b.txt": REPORT.replace("12.50", "13.50") });
    const refused = compile(inside);
    expect(refused.code).toBe(1);
    expect(refused.complained).toMatch(
      /b\.txt:1: this is the report agency-\w+-2021-final again, which a\.txt already gave/,
    );
    expect(refused.complained).toMatch(/Leave one of the two files out, or .*--replace/);
    const replaced = compile(inside, "--replace");
    expect(replaced.code).toBe(0);
    expect(replaced.printed).toMatch(/a\.txt {2}left out: \S*b\.txt gives the same report/);
    expect(readFileSync(join(replaced.out, "manifest.json"), "utf8")).not.toContain("a.txt");
  });

  it("refuses bad files with place and remedy, compiles the others and ends with 1", () => {
    const inside = input({
      "a.txt": REPORT,
      "b.txt": "",
      "c.txt": new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d]),
      "d.txt": "一份没有标题的文字\n第二行\n",
    });
    const { code, printed, complained } = compile(inside);
    expect(code).toBe(1);
    expect(complained).toMatch(/b\.txt: the file is empty.*Extract/);
    expect(complained).toMatch(/c\.txt: this is a PDF, not text.*Extract/);
    expect(complained).toMatch(/d\.txt:1: no recognisable title.*Check/);
    expect(printed).toMatch(/1 report, .*3 refusals/);
  });

  it("leaves what was there when a folder holds no report", () => {
    const { out } = compile(input({ "a.txt": REPORT }));
    const before = readFileSync(join(out, "manifest.json"), "utf8");
    const empty = join(folder, "empty");
    mkdirSync(empty);
    const { code, complained } = compile(empty);
    expect(code).toBe(1);
    expect(complained).toMatch(/there is no report here\. Put the text/);
    expect(readFileSync(join(out, "manifest.json"), "utf8")).toBe(before);
    expect(readdirSync(folder).sort()).toEqual(["data", "empty", "in"]);
  });

  it("says which path does not exist", () => {
    const { code, complained } = compile(join(folder, "nowhere"));
    expect(code).toBe(1);
    expect(complained).toMatch(/nowhere: there is no such file or folder/);
    expect(complained).not.toMatch(/no report here/);
  });
});
