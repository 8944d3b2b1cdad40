import { describe, expect, it } from "vitest";
import { stackedBars } from "../../src/charts/result-chart.ts";
import type { ResultAxis, ResultPoint } from "../../src/charts/result-chart.ts";

const point = (x: ResultPoint["x"], y: ResultPoint["y"], facet: string | null = null): ResultPoint => ({
  x,
  y,
  colour: null,
  facet,
});
const axis = (type: ResultAxis["type"]): { readonly y: ResultAxis } => ({ y: { label: "", type } });

describe("stackedBars(points, options)", () => {
  it("counts the names that several drawn points share in one facet", () => {
    const lying = [point(19.57, "长春"), point(13.07, "长春"), point(22.65, "株洲"), point(null, "株洲")];
    expect(stackedBars(lying, axis("text"))).toBe(1);
    const apart = [point(19.57, "长春", "2020"), point(13.07, "长春", "2021")];
    expect(stackedBars(apart, axis("text"))).toBe(0);
    expect(stackedBars([point("长春", 1), point("长春", 2), point("株洲", 3)], axis("number"))).toBe(1);
  });
});
