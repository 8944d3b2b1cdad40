import { describe, expect, it } from "vitest";
import { chartRows } from "../../../src/screens/compare/value-rows.ts";

describe("chartRows(rows, inFocus)", () => {
  const rows = Array.from({ length: 4000 }, (_, index) => index);

  it("keeps the first and those around the focus", () => {
    const shown = chartRows(rows, 2000);
    expect(shown).toHaveLength(30);
    expect(shown.slice(0, 3)).toEqual([0, 1, 2]);
    expect(shown.slice(-11)).toEqual([1995, 1996, 1997, 1998, 1999, 2000, 2001, 2002, 2003, 2004, 2005]);
  });

  it("keeps all of a few", () => {
    expect(chartRows([1, 2, 3], null)).toEqual([1, 2, 3]);
  });
});
