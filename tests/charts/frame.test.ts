import { describe, expect, it } from "vitest";
import { drawEmpty, rightMargin } from "../../src/charts/frame.ts";
import { OPTIONS } from "./drawn.ts";

describe("rightMargin(overhangs, fraction, width, left, least)", () => {
  it("lets the label of the farthest value just end inside", () => {
    const margin = rightMargin([{ value: 1, pixels: 80 }], (value) => value, 500, 100, 10);
    expect(margin).toBe(80);
    const inner = 400 - rightMargin([{ value: 0.8, pixels: 150 }], (value) => value, 500, 100, 10);
    expect(0.8 * inner + 150).toBeCloseTo(400, 9);
  });

  it("never takes the room of the axis altogether", () => {
    expect(rightMargin([{ value: 1, pixels: 900 }], (value) => value, 500, 100, 10)).toBe(340);
    expect(rightMargin([], (value) => value, 500, 100, 10)).toBe(10);
  });
});

describe("drawEmpty(options)", () => {
  it("says that there is nothing, with name and description", () => {
    const svg = drawEmpty(OPTIONS);
    expect(svg.textContent).toBe("没有可显示的单位");
    expect(svg.getAttribute("role")).toBe("img");
    expect(svg.getAttribute("aria-label")).toBe("图");
    expect(svg.getAttribute("aria-description")).toBe("一句话");
  });

  it("leaves no style sheet behind, so that a strict policy needs no exception for it", () => {
    expect(drawEmpty(OPTIONS).querySelector("style")).toBeNull();
  });
});
