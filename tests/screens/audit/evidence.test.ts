import { describe, expect, it } from "vitest";
import { evidenceOf, excerptOf, namedFigures } from "../../../src/screens/audit/evidence.ts";
import { evidenceRow } from "./rows.ts";

const FINDING = "a-2020-final:income-codes:3:5";
const at = (line: number, text: string, report?: string) =>
  report === undefined ? { finding: FINDING, line, text } : { finding: FINDING, line, text, report };

const told = (pieces: ReturnType<typeof excerptOf>): string =>
  pieces
    .map((piece) => (piece.kind === "gap" ? "…" : piece.kind === "figure" ? `[${piece.text}]` : piece.text))
    .join("");

describe("evidenceOf(rows, isMisprint)", () => {
  it("sets the questioned line against the others, lines of zeros last", () => {
    const { questioned, witnesses } = evidenceOf(
      [
        evidenceRow(at(3, "208\t合计\t12.50"), "12.50"),
        evidenceRow(at(4, "20801\t甲\t0.00"), "0.00"),
        evidenceRow(at(5, "20802\t乙\t18.50"), "18.50"),
      ],
      false,
    );
    expect([questioned?.line, questioned?.figures.map((figure) => figure.questioned)]).toEqual([3, [true]]);
    expect(witnesses.map((line) => [line.line, line.zero])).toEqual([
      [5, false],
      [4, true],
    ]);
  });

  it("keeps several figures of one line together, from left to right", () => {
    const text = "12.50\t7.00\t5.50";
    const { questioned, witnesses } = evidenceOf(
      [evidenceRow(at(3, text), "12.50"), evidenceRow(at(3, text), "5.50"), evidenceRow(at(3, text), "7.00")],
      false,
    );
    expect(witnesses).toEqual([]);
    expect(questioned?.figures.map((figure) => [figure.from, figure.questioned])).toEqual([
      [0, true],
      [6, false],
      [11, false],
    ]);
  });

  it("questions the same digits of the line together when they are a misprint, and only then", () => {
    const text = "12.50\t12.50";
    const rows = [
      evidenceRow(at(3, text), "12.50"),
      { ...evidenceRow(at(3, text), "12.50"), source_from: 6, source_to: 11 },
    ];
    const questioned = (isMisprint: boolean) =>
      evidenceOf(rows, isMisprint).questioned?.figures.map((figure) => figure.questioned);
    expect(questioned(true)).toEqual([true, true]);
    expect(questioned(false)).toEqual([true, false]);
  });

  it("tells the same line number of two reports apart", () => {
    const { witnesses } = evidenceOf(
      [evidenceRow(at(3, "合计 12.50"), "12.50"), evidenceRow(at(3, "合计 18.50", "a-2019-final"), "18.50")],
      false,
    );
    expect(witnesses.map((line) => line.report.report_id)).toEqual(["a-2019-final"]);
  });

  it("has a line without figures, and nothing where nothing is printed", () => {
    const { questioned } = evidenceOf([evidenceRow(at(3, "××年度"), null)], false);
    expect([questioned?.text, questioned?.statement, questioned?.figures]).toEqual(["××年度", null, []]);
    expect(evidenceOf([], false)).toEqual({ questioned: null, witnesses: [] });
  });
});

describe("namedFigures(line)", () => {
  it("names the questioned figure, else what is not zero", () => {
    const text = "0.00\t7.00\t12.50";
    const line = (first: string) =>
      evidenceOf(
        [first, "0.00", "7.00"].map((printed) => evidenceRow(at(3, text), printed)),
        false,
      ).questioned;
    const [questioned] = [line("12.50")];
    expect(questioned && namedFigures(questioned).map((figure) => figure.printed)).toEqual(["12.50 万元"]);
    const witness = questioned && {
      ...questioned,
      figures: questioned.figures.map((figure) => ({ ...figure, questioned: false })),
    };
    expect(witness && namedFigures(witness).map((figure) => figure.printed)).toEqual(["7.00 万元", "12.50 万元"]);
  });
});

describe("excerptOf(line)", () => {
  const excerpt = (text: string, printed: readonly string[]) => {
    const rows = printed.map((one) => evidenceRow(at(3, text), one));
    const { questioned } = evidenceOf(rows.length > 0 ? rows : [evidenceRow(at(3, text), null)], false);
    return questioned === null ? "" : told(excerptOf(questioned));
  };

  it("quotes a short line whole, figures apart", () => {
    expect(excerpt("208\t合计\t12.50\t0.00", ["12.50"])).toBe("208\t合计\t[12.50]\t0.00");
  });

  it("leaves out what is far from the figures of a long line", () => {
    const far = "甲".repeat(200);
    const text = `${far}收入12.50万元${far}支出18.50万元${far}`;
    const near = "甲".repeat(58);
    const after = "甲".repeat(58);
    expect(excerpt(text, ["12.50", "18.50"])).toBe(`…${near}收入[12.50]万元${after}…${near}支出[18.50]万元${after}…`);
  });

  it("joins windows that touch", () => {
    const text = `${"甲".repeat(150)}12.50${"乙".repeat(80)}18.50${"丙".repeat(150)}`;
    expect(excerpt(text, ["12.50", "18.50"])).toBe(
      `…${"甲".repeat(60)}[12.50]${"乙".repeat(80)}[18.50]${"丙".repeat(60)}…`,
    );
  });

  it("begins a long line without figures", () => {
    expect(excerpt("甲".repeat(300), [])).toBe(`${"甲".repeat(220)}…`);
  });

  it("marks what the finding quotes on a line without figures, and shows that part of a long one", () => {
    const text = `${"甲".repeat(300)}减少（增加）0万元`;
    const rows = [evidenceRow(at(3, text), null)];
    const { questioned } = evidenceOf(rows, false, "第3行「减少（增加）」是模板文字，「别处」没有。");
    expect(questioned && excerptOf(questioned)).toEqual([
      { kind: "gap" },
      { kind: "text", text: "甲".repeat(60) },
      { kind: "words", text: "减少（增加）" },
      { kind: "text", text: "0万元" },
    ]);
  });

  it("leaves a span alone that does not fit its line", () => {
    const line = {
      text: "合计",
      figures: [{ fact_id: "f", from: 5, to: 9, questioned: true, name: "", printed: "", zero: false }],
    };
    expect(told(excerptOf({ ...line, words: [] }))).toBe("合计");
  });
});
