import { describe, expect, it } from "vitest";
import { factRows, narrativeFixtures, readFixture } from "./fixture.ts";
import type { Fixture } from "./fixture.ts";

/** Shorter lines are headings, list entries and ends of paragraphs, which no page break cuts. */
const LONG = 40;
/** Where the rest would look like a new list entry. */
const NO_BREAK_BEFORE = /^(?:其中|[（(①-⑳]|[一二三四五六七八九十]|注|说明|附件|指标|第)/;

const INSIDE_NUMBER = /^[\d.,，．０-９]{2}$|^[-−]/;

/** The same text with its long lines cut as a page break does: in mid-sentence, with blank lines. */
function wrapped(fixture: Fixture, width: number): Fixture {
  const text = fixture.text
    .split("\n")
    .map((line) => {
      if (line.length < LONG) return line;
      let at = width;
      while (
        at < line.length &&
        (NO_BREAK_BEFORE.test(line.slice(at)) || INSIDE_NUMBER.test(line.slice(at - 1, at + 1)))
      ) {
        at += 1;
      }
      const before = line.slice(0, at);
      // A line that ends with its sentence ends its paragraph too.
      return at >= line.length || /[。；;]$/.test(before) ? line : `${before}\n\n\n${line.slice(at)}`;
    })
    .join("\n");
  return { ...fixture, text };
}

describe("readNarrative on lines cut in mid-sentence", () => {
  const widths = [23, 31, 37, 52, 71];

  it.each(narrativeFixtures())("reads the same figures of $name wherever the page broke", (fixture) => {
    const { fiscalYear } = fixture.expected;
    const figures = (read: Fixture): unknown[] =>
      factRows(readFixture(read).reading.facts, fiscalYear).map((row) => ({ ...row, line: 0 }));
    const whole = figures(fixture);
    for (const width of widths) expect(figures(wrapped(fixture, width)), `cut at ${width}`).toEqual(whole);
  });
});
