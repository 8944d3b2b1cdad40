import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { decimalText } from "../../../src/domain/amount.ts";
import { inHalfWidth } from "../../../src/domain/half-width.ts";
import type { ReportKind } from "../../../src/domain/statements.ts";
import { readLines } from "../../../src/report/lines.ts";
import { readNarrative } from "../../../src/report/narrative/index.ts";
import type { DraftFact, Line, Outline, PartKind, Reading } from "../../../src/report/types.ts";

const FOLDER = join(import.meta.dirname, "../../fixtures/narrative");

/** What a `.facts.json` says: the setting of the text and all that it tells. */
export interface Expected {
  readonly kind: ReportKind;
  readonly fiscalYear: number;
  readonly part: PartKind;
  readonly agencyName: string;
  readonly facts: readonly unknown[];
  readonly reasons: readonly unknown[];
}

export interface Fixture {
  readonly name: string;
  readonly text: string;
  readonly expected: Expected;
}

export function narrativeFixtures(): Fixture[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith(".txt"))
    .map((file) => file.slice(0, -".txt".length))
    .map((name) => ({
      name,
      text: readFileSync(join(FOLDER, `${name}.txt`), "utf8"),
      expected: JSON.parse(readFileSync(join(FOLDER, `${name}.facts.json`), "utf8")) as Expected,
    }));
}

/** A report that consists of one part. */
export function outlineOf(expected: Expected, lineCount: number): Outline {
  const { kind, fiscalYear, agencyName, part } = expected;
  return {
    title: `${agencyName}${fiscalYear}年度部门${kind === "final" ? "决算" : "预算"}`,
    titleLine: 1,
    agencyName,
    fiscalYear,
    kind,
    publishedOn: null,
    disclosure: "narrative",
    parts: [{ kind: part, title: "", from: 1, to: lineCount }],
  };
}

export function readFixture({ text, expected }: Fixture): { lines: Line[]; reading: Reading } {
  const lines = [...inHalfWidth(readLines(text))];
  return { lines, reading: readNarrative(lines, outlineOf(expected, lines.length), new Set()) };
}

/** The rows of a `.facts.json`. */
export function factRows(facts: readonly DraftFact[], fiscalYear: number): Record<string, unknown>[] {
  return facts.map((fact) => ({
    line: fact.span.line,
    printed: fact.amount?.printed,
    item: fact.item,
    ...(fact.code === null ? {} : { code: fact.code }),
    measure: fact.measure,
    value: fact.amount === null ? null : decimalText(fact.amount.value),
    unit: fact.amount?.unit,
    ...(fact.fiscalYear === fiscalYear ? {} : { fiscalYear: fact.fiscalYear }),
    label: fact.label,
    ...(fact.parentLabel === null ? {} : { parentLabel: fact.parentLabel }),
  }));
}

export function reasonRows(reasons: Reading["reasons"]): Record<string, unknown>[] {
  return reasons.map(({ sourceLine, item, code, label, text }) => ({
    line: sourceLine,
    item,
    ...(code === null ? {} : { code }),
    label,
    text,
  }));
}
