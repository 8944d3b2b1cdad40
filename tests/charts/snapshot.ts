import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { expect } from "vitest";

const FOLDER = resolve(import.meta.dirname, "../golden/charts");

/** Numbers cut to one decimal and tags on lines of their own: what a person can compare. */
export function normalised(markup: string): string {
  const cut = markup.replace(/-?\d+\.\d+/g, (number) => String(Number(Number(number).toFixed(1))));
  return `${cut.replace(/></g, ">\n<").trim()}\n`;
}

/**
 * Compares a picture with `tests/golden/charts/<name>.svg`. A missing one is written, unless CI is
 * set; a changed one fails, and is written anew with `GOLDEN=write` once somebody has looked at it.
 */
export function expectGolden(name: string, markup: string): void {
  const file = resolve(FOLDER, `${name}.svg`);
  const actual = normalised(markup);
  const mayWrite = !process.env["CI"] && (process.env["GOLDEN"] === "write" || !existsSync(file));
  if (mayWrite) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, actual);
  }
  expect(existsSync(file), `${file} is missing; run once without CI to write it`).toBe(true);
  expect(actual).toBe(readFileSync(file, "utf8"));
}
