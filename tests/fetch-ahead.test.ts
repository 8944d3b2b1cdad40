import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

/** Modules that `src` fetches when they are wanted, as written in each file: path from `src`, or name of a package. */
function lazyModules(only: (file: string) => boolean): Set<string> {
  const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.(?:ts|svelte)$/.test(file) && !file.includes("generated") && only(file),
  );
  return new Set(
    files.flatMap((file) =>
      [...readFileSync(join("src", file), "utf8").matchAll(/\bimport\("([^"]+)"\)/g)].map(([, path = ""]) =>
        path.startsWith(".") ? join(file, "..", path) : path,
      ),
    ),
  );
}

/** What is there when the engine is up: it brought them, or they brought it. */
const THERE = ["start.ts", "ask-ahead.ts", "fetch-ahead.ts", "engine/page.ts", "apache-arrow"];

describe("fetch-ahead.ts", () => {
  it("holds every module that is fetched when it is wanted", () => {
    const wanted = lazyModules((file) => file !== "fetch-ahead.ts");
    const fetched = lazyModules((file) => file === "fetch-ahead.ts");
    expect([...wanted].filter((module) => !fetched.has(module)).sort()).toEqual([...THERE].sort());
    expect([...fetched].filter((module) => !wanted.has(module))).toEqual([]);
  });
});
