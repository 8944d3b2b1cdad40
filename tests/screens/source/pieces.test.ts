import { describe, expect, it } from "vitest";
import { cellsOf, isSpan, piecesOf } from "../../../src/screens/source/pieces.ts";
import type { Piece } from "../../../src/screens/source/pieces.ts";

const LINE = "本年收入合计 19611.45 万元，其中：其他收入 7.88 万元。";
const TOTAL = { fact_id: "a#L1.7", from: 7, to: 15 };
const OTHER = { fact_id: "a#L1.28", from: LINE.indexOf("7.88"), to: LINE.indexOf("7.88") + 4 };

const textOf = (pieces: readonly Piece[]): string =>
  pieces.flatMap((piece) => piece.inlines.map((inline) => inline.text)).join("");

describe("piecesOf(text, facts, marks)", () => {
  it("keeps every character, whatever is marked", () => {
    const pieces = piecesOf(
      LINE,
      [OTHER, TOTAL],
      [
        { from: 0, to: 9, kind: "match" },
        { from: 5, to: 12, kind: "asked" },
      ],
    );
    expect(textOf(pieces)).toBe(LINE);
  });

  it("makes one stretch per printed figure, in the order of the text", () => {
    const pieces = piecesOf(LINE, [OTHER, TOTAL], []);
    expect(pieces.filter((piece) => piece.facts.length > 0).map((piece) => [piece.facts, textOf([piece])])).toEqual([
      [["a#L1.7"], "19611.45"],
      [["a#L1.28"], "7.88"],
    ]);
  });

  it("gives facts printed at the same place one stretch", () => {
    const pieces = piecesOf(
      LINE,
      [TOTAL, { ...TOTAL, fact_id: "a#L1.7-2" }, { fact_id: "inner", from: 9, to: 11 }],
      [],
    );
    expect(pieces.map((piece) => piece.facts)).toEqual([[], ["a#L1.7", "a#L1.7-2", "inner"], []]);
  });

  it("marks a part of a figure without cutting the figure", () => {
    const pieces = piecesOf(LINE, [TOTAL], [{ from: 7, to: 10, kind: "match" }]);
    expect(pieces[1]?.inlines).toEqual([
      { text: "196", marks: ["match"] },
      { text: "11.45", marks: [] },
    ]);
  });

  it.each([
    { from: -1, to: 3 },
    { from: 3, to: 3 },
    { from: 5, to: 2 },
    { from: 0, to: 999 },
  ])("leaves out a span that does not fit: %j", (span) => {
    const pieces = piecesOf(LINE, [{ fact_id: "x", ...span }], [{ ...span, kind: "asked" }]);
    expect(pieces).toEqual([{ from: 0, to: LINE.length, facts: [], inlines: [{ text: LINE, marks: [] }] }]);
    expect(isSpan(span, LINE.length)).toBe(false);
  });

  it("has nothing for an empty line", () => {
    expect(piecesOf("", [], [])).toEqual([]);
  });
});

describe("cellsOf(text)", () => {
  it.each(["a\tb\t\tc", "\t9\t", "no tab", "", "\t"])("covers %j but for its tabs", (text) => {
    expect(cellsOf(text).map((cell) => text.slice(cell.from, cell.to))).toEqual(text.split("\t"));
  });

  it("lets the pieces of all cells and the tabs make up the line again", () => {
    const text = "其他收入\t8\t7.88\t合计";
    const fact = { fact_id: "x", from: 7, to: 11 };
    const cells = cellsOf(text).map((cell) => textOf(piecesOf(text, [fact], [], cell)));
    expect(cells.join("\t")).toBe(text);
  });
});
