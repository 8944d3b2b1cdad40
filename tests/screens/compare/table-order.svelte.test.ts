import { describe, expect, it } from "vitest";
import { ordered } from "../../../src/screens/compare/table-order.ts";
import { compareScreen } from "../../helpers/compare-screen.svelte.ts";

const { open } = compareScreen();

describe("ordered(rows, order, locale)", () => {
  it("puts rows without a figure last, either way round", async () => {
    const compare = await open("#/compare");
    const names = (key: "value" | "headcount" | "agency", turned: boolean): string[] =>
      ordered(compare.position.rows, { key, turned }, "zh").map(({ row }) => row.short_name);
    expect(names("value", false)).toEqual(["株洲", "长春", "雁江", "忻州"]);
    expect(names("value", true)).toEqual(["雁江", "长春", "株洲", "忻州"]);
    expect(names("headcount", false)).toEqual(["长春", "株洲", "雁江", "忻州"]);
    expect(names("headcount", true)).toEqual(["雁江", "株洲", "长春", "忻州"]);
    expect(names("agency", true)).toEqual(names("agency", false).toReversed());
  });
});
