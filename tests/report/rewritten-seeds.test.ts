import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readReport } from "../../src/report/index.ts";

/** The seeds whose tables are written with tabs. */
const SEEDS = ["changchun-2020-final", "changchun-2021-budget", "yanjiang-2020-final", "zhuzhou-2020-final"];

const widthOf = (text: string): number =>
  [...text].reduce((width, letter) => width + (letter.charCodeAt(0) >= 0x1100 ? 2 : 1), 0);
const isFigure = (text: string): boolean => /^[-\d,.%]+$/.test(text);

/** Runs of consecutive table lines, each given to `write` as rows of cells; other lines stay. */
function rewritten(text: string, write: (rows: readonly (readonly string[])[]) => readonly string[]): string {
  const lines: string[] = [];
  let rows: string[][] = [];
  const finish = (): void => {
    lines.push(...write(rows));
    rows = [];
  };
  for (const line of text.split("\n")) {
    if (line.includes("\t")) rows.push(line.split("\t").map((cell) => cell.trim()));
    else {
      finish();
      lines.push(line);
    }
  }
  finish();
  return lines.join("\n");
}

/** How other extractions would have written the same tables. */
const LAYOUTS: Readonly<Record<string, (rows: readonly (readonly string[])[]) => readonly string[]>> = {
  strokes: (rows) => rows.map((cells) => `| ${cells.join(" | ")} |`),
  "blanks in columns": (rows) => {
    const widths = rows.reduce<number[]>((widest, cells) => {
      cells.forEach((cell, column) => (widest[column] = Math.max(widest[column] ?? 0, widthOf(cell))));
      return widest;
    }, []);
    return rows.map((cells) =>
      cells
        .map((cell, column) => {
          const blanks = " ".repeat((widths[column] ?? 0) - widthOf(cell));
          return isFigure(cell) ? blanks + cell : cell + blanks;
        })
        .join("   ")
        .trimEnd(),
    );
  },
  "one cell a line": (rows) => rows.flat().filter((cell) => cell !== ""),
  "single blanks": (rows) => rows.map((cells) => cells.filter((cell) => cell !== "").join(" ")),
};

/** Every figure that a report's tables name, evaluation sheets apart: how often it means what. */
function meanings(text: string): Map<string, number> {
  const report = readReport({ sourceName: "rewritten.txt", text }, { agencies: [] });
  const counts = new Map<string, number>();
  for (const { origin, statement, item, code, measure, value } of report.facts) {
    if (origin !== "table" || statement === "performance" || item === null || value === null) continue;
    const key = `${statement} ${item} ${code ?? ""} ${measure} ${value}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

const less = (some: ReadonlyMap<string, number>, others: ReadonlyMap<string, number>): string[] =>
  [...some].filter(([key, count]) => count > (others.get(key) ?? 0)).map(([key]) => key);

describe("readReport(a seed, its tables written otherwise)", () => {
  const all = SEEDS.flatMap((seed) => Object.keys(LAYOUTS).map((layout) => [seed, layout] as const));

  it.each(all)("%s with %s: no figure means what it does not mean in the seed", (seed, layout) => {
    const text = readFileSync(new URL(`../../seeds/${seed}.txt`, import.meta.url), "utf8");
    const write = LAYOUTS[layout] ?? (() => []);
    const [printed, found] = [meanings(text), meanings(rewritten(text, write))];
    expect(less(found, printed)).toEqual([]);
    // Where blank cells leave no trace a column may stay unknown, in the other layouts none does.
    if (layout === "strokes") expect(less(printed, found)).toEqual([]);
  });
});

/** As some extractions print every number: `１，２３４．５０`. */
const inFullWidth = (text: string): string =>
  text
    .replace(/(?<=\d)[.%](?=\D|\d)|(?<=\d),(?=\d{3}(?!\d))/g, (mark) =>
      String.fromCharCode(mark.charCodeAt(0) + 0xfee0),
    )
    .replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

describe("readReport(a seed in full-width digits)", () => {
  it.each([...SEEDS, "xinzhou-2021-final"])("%s says the same, in figures as printed", (seed) => {
    const text = readFileSync(new URL(`../../seeds/${seed}.txt`, import.meta.url), "utf8");
    const read = (printed: string) => readReport({ sourceName: "rewritten.txt", text: printed }, { agencies: [] });
    const [seedFacts, { facts, refused, lines }] = [read(text).facts, read(inFullWidth(text))];
    const plain = ({ source_line, source_from, item, code, measure, value }: (typeof facts)[number]) =>
      `${source_line}.${source_from} ${item ?? ""} ${code ?? ""} ${measure} ${value}`;
    expect(facts.map(plain)).toEqual(seedFacts.map(plain));
    expect(refused.filter(({ reason }) => reason === "cut")).toEqual([]);
    for (const { source_line, source_from, value_text } of facts) {
      expect(lines[source_line - 1]?.text.startsWith(value_text, source_from)).toBe(true);
    }
  });
});
