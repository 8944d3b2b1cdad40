import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { withoutLinkNames } from "../../scripts/site/engine-program.ts";

const text = (name: string): number[] => [name.length, ...Buffer.from(name)];
const section = (id: number, ...body: number[]): number[] => [id, body.length, ...body];

/** A program of one function, asked for one by its host, that exports itself under some names. */
function program(names: readonly string[], imported: string): Uint8Array {
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, 1, 0x60, 0, 1, 0x7f), // one type: () → i32
    ...section(2, 1, ...text("env"), ...text(imported), 0, 0),
    ...section(3, 1, 0),
    ...section(7, names.length, ...names.flatMap((name) => [...text(name), 0, 1])),
    ...section(10, 1, 4, 0, 0x41, 42, 0x0b), // i32.const 42
  ]);
}

const exportsOf = (bytes: Uint8Array): string[] =>
  WebAssembly.Module.exports(new WebAssembly.Module(Uint8Array.from(bytes))).map(({ name }) => name);

describe("withoutLinkNames(program)", () => {
  it("drops C++ names and their twins, and keeps what C calls and what the program asks for", async () => {
    const names = ["duckdb_web_open", "_ZN6duckdb4OpenEv", "orig$_ZN6duckdb4OpenEv", "_Znwm", "dynCall_ii"];
    const lean = withoutLinkNames(program(names, "_Znwm"));
    expect(exportsOf(lean)).toEqual(["duckdb_web_open", "_Znwm", "dynCall_ii"]);
    const { instance } = await WebAssembly.instantiate(Uint8Array.from(lean), { env: { _Znwm: () => 0 } });
    expect((instance.exports["duckdb_web_open"] as () => number)()).toBe(42);
  });

  it("says where a program that is cut off ends", () => {
    expect(() => withoutLinkNames(program(["a"], "host").subarray(0, 9))).toThrow("ends within the number at byte 9");
  });

  it("keeps every name of DuckDB's program that is no C++ name", { timeout: 60_000 }, async () => {
    const bytes = await readFile(createRequire(import.meta.url).resolve("@duckdb/duckdb-wasm/dist/duckdb-eh.wasm"));
    const lean = withoutLinkNames(bytes);
    expect(lean.length).toBeLessThan(bytes.length * 0.85);
    const before = exportsOf(bytes).filter((name) => !name.startsWith("_Z") && !name.startsWith("orig$_Z"));
    const kept = new Set(exportsOf(lean));
    expect(before.filter((name) => !kept.has(name))).toEqual([]);
    expect(kept).toContain("duckdb_web_query_run_buffer");
  });
});
