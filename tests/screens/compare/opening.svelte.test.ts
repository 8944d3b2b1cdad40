import { describe, expect, it } from "vitest";
import { preparedKey } from "../../../src/engine/prepared-key.ts";
import { OPENING } from "../../../src/model/queries/opening.ts";
import { drawnParts, emptySide } from "../../../src/screens/compare/gap.ts";
import { differenceTexts } from "../../../src/ui/verdict-text.ts";
import { compareScreen, said, valueOf } from "../../helpers/compare-screen.svelte.ts";

const { asked, open } = compareScreen();

describe("CompareState at its opening", () => {
  it("asks nothing that is not prepared", async () => {
    await open("#/compare");
    const prepared = new Set(OPENING.compare.map(({ query, params }) => preparedKey(query.name, params)));
    expect(asked().filter((key) => !prepared.has(key))).toEqual([]);
    expect(asked().length).toBe(prepared.size);
  });

  it("says who is highest, by how much, and what makes the difference", async () => {
    const compare = await open("#/compare");
    // By hand: 1,336.56 ÷ 59 = 22.65; 7,141.38 ÷ 365 = 19.57; 301.43 ÷ 18 = 16.75;
    // (19.565 + 16.746) ÷ 2 = 18.156; 22.654 ÷ 18.156 = 1.25.
    expect(said(compare)).toBe(
      "株洲 22.65 万元/人，第 1 / 3，是另 2 家中位数的 1.25 倍；比长春高 3.09 万元/人，" +
        "其中对个人和家庭的补助 1.25、工资福利支出 1.21、商品和服务支出 0.63。",
    );
    expect(compare.headline.filter((piece) => piece.kind === "part").map((piece) => piece.part)).toEqual([
      "303",
      "301",
      "302",
    ]);
  });

  it("splits the gap down to classes that add up to it exactly", async () => {
    const compare = await open("#/compare");
    const split = compare.gap?.decomposition;
    if (split === undefined || split === null) throw new Error("no decomposition");
    const { parts, rest } = drawnParts(split);
    expect(parts.reduce((sum, part) => sum + part.gap, 0) + rest).toBeCloseTo(1336.56 / 59 - 7141.38 / 365, 10);
    const gapOf = (id: string): number | undefined => parts.find((part) => part.id === id)?.gap;
    expect(parts[0]?.id).toBe("30103");
    expect(gapOf("30103")).toBeCloseTo(323.57 / 59 - 2654.96 / 365, 10);
    expect(gapOf("30108")).toBeCloseTo(69.01 / 59, 10);
    expect(gapOf("30101")).toBeCloseTo(256.67 / 59 - 1251.98 / 365, 10);
    expect(gapOf("30302")).toBeCloseTo(104.98 / 59 - 366.65 / 365, 10);
    const pension = parts.find((part) => part.id === "30108");
    expect(pension === undefined ? null : emptySide(pension)).toBe("other");
  });

  it("leads from a part to both printed lines", async () => {
    const { gap } = await open("#/compare");
    expect(gap?.focusSplit?.figures.get("30103")?.place).toMatchObject({ report: "zhuzhou-2020-final", line: 294 });
    expect(gap?.peerSplit?.figures.get("30103")?.place).toMatchObject({ report: "changchun-2020-final", line: 268 });
  });

  it("keeps the row of an agency without a headcount, out of the median", async () => {
    const compare = await open("#/compare");
    expect(compare.position).toMatchObject({ n: 3, total: 4, tier: "few" });
    expect(compare.position.median).toBeCloseTo(7141.38 / 365, 10);
    expect(valueOf(compare, "xinzhou")).toMatchObject({ value: null, status: "undisclosed", numerator: 602.22 });
    expect(valueOf(compare, "changchun")).toMatchObject({ status: "borrowed", bias: "down" });
  });

  it("gives tied ranks as a range and says which headcount would turn the order round", async () => {
    const compare = await open("#/compare");
    const places = compare.position.rows.map(({ row, rank_first, rank_last }) => [
      row.agency_id,
      rank_first,
      rank_last,
    ]);
    expect(places).toEqual([
      ["zhuzhou", 1, 1],
      ["changchun", 2, 3],
      ["yanjiang", 2, 3],
      ["xinzhou", null, null],
    ]);
    const [swap] = compare.stability.swaps;
    expect(swap).toMatchObject({ ahead: "changchun", behind: "yanjiang", swapped_in: 2, compared: 4 });
    expect(swap?.swapped_under.map((trial) => trial.otherwise)).toEqual([
      { agency_id: "changchun", headcount: 432 },
      { agency_id: "changchun", headcount: 432 },
    ]);
    expect(compare.incompleteWays).toBe(4);
  });

  it("judges each pair and says why", async () => {
    const compare = await open("#/compare");
    expect(compare.verdicts.map(({ other, verdict }) => [other.agency_id, verdict])).toEqual([
      ["changchun", "conditional"],
      ["yanjiang", "conditional"],
    ]);
    const [first] = compare.verdicts;
    expect(
      first === undefined ? [] : differenceTexts(first, [first.focus.short_name, first.other.short_name], "zh"),
    ).toContain("长春人数取自另一份报告");
  });
});
