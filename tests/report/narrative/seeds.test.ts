import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readLines } from "../../../src/report/lines.ts";
import { readNarrative } from "../../../src/report/narrative/index.ts";
import { readOutline } from "../../../src/report/outline.ts";
import { readTables } from "../../../src/report/tables/index.ts";
import type { Line, Outline, Reading } from "../../../src/report/types.ts";

const FOLDER = join(import.meta.dirname, "../../../seeds");
const SEEDS = readdirSync(FOLDER).filter((file) => file.endsWith(".txt"));

function read(text: string): { lines: Line[]; outline: Outline; reading: Reading; tableLines: ReadonlySet<number> } {
  const lines = readLines(text);
  const outline = readOutline({ sourceName: "seed.txt", text }, lines);
  const { tableLines } = readTables(lines, outline);
  return { lines, outline, reading: readNarrative(lines, outline, tableLines), tableLines };
}

/** A small generator of numbers, the same on every run. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Numbers that are figures by their unit; dates, lists, limits and document numbers have none of these. */
const FIGURE = /(?<![\d.,第〔[])\d[\d,]*(?:\.\d+)?(?=\s*(?:万元|亿元|%|人次|批次|辆|分\s*[。，,；;]))/g;
const LIMIT = /^\s*万元(?:（含）|\(含\))?以[上下]/;

describe("readNarrative on the seeds", () => {
  const texts = SEEDS.map((name) => ({ name, text: readFileSync(join(FOLDER, name), "utf8") }));

  it.each(texts)("keeps the printed digits of $name under their spans", ({ text }) => {
    const { lines, reading } = read(text);
    expect(reading.facts.length).toBeGreaterThan(50);
    for (const { span, amount } of reading.facts) {
      expect(lines[span.line - 1]?.text.slice(span.from, span.to)).toBe(amount?.printed);
    }
  });

  it.each(texts)("leaves no figure of the running text of $name unread", ({ text }) => {
    const { lines, outline, reading, tableLines } = read(text);
    const spans = new Set(reading.facts.map(({ span }) => `${span.line}:${span.from}`));
    const parts = outline.parts.filter(({ kind }) => kind !== "contents" && kind !== "glossary");
    const unread = parts
      .flatMap(({ from, to }) => lines.slice(from - 1, to))
      .filter((line) => !tableLines.has(line.no) && !line.text.includes("\t"))
      .flatMap((line) =>
        [...line.text.matchAll(FIGURE)]
          .filter((match) => !LIMIT.test(line.text.slice(match.index + match[0].length)))
          .filter((match) => !spans.has(`${line.no}:${match.index}`))
          .map((match) => `${line.no}: ${match[0]}`),
      );
    expect(unread).toEqual([]);
  });

  it.each(texts)("tells one thing of $name once", ({ text }) => {
    const { reading } = read(text);
    const keys = reading.facts.map(({ span, item, measure }) => `${span.line}:${span.from}:${item ?? ""}:${measure}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each(texts)("ends and keeps its spans when lines of $name are cut, dropped and doubled", ({ text }) => {
    const random = randomOf(20_240_101);
    const { outline: undamaged } = read(text);
    for (let run = 0; run < 20; run += 1) {
      const damaged = text
        .split("\n")
        .flatMap((line) => {
          const chance = random();
          if (chance < 0.05) return [];
          if (chance < 0.1) return [line, line];
          const cut = Math.floor(random() * line.length);
          return chance < 0.2 ? [line.slice(0, cut), line.slice(cut)] : [line];
        })
        .join("\n");
      const lines = readLines(damaged);
      const outline = {
        ...undamaged,
        parts: [{ kind: "narrative", title: "", from: 1, to: lines.length }],
      } as const;
      for (const { span, amount } of readNarrative(lines, outline, new Set()).facts) {
        expect(lines[span.line - 1]?.text.slice(span.from, span.to)).toBe(amount?.printed);
      }
    }
  });
});
