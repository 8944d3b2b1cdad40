import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { STATUSES } from "../../src/domain/status.ts";
import { STATUS_LOOKS, agencyColours } from "../../src/styles/palette.ts";

const CSS = readFileSync(join(import.meta.dirname, "../../src/styles/tokens.css"), "utf8");
const COLOURS = new Map(
  [...CSS.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map((found) => [
    found[1] ?? "",
    { light: found[2] ?? "", dark: found[3] ?? "" },
  ]),
);

type Theme = "light" | "dark";
const THEMES: readonly Theme[] = ["light", "dark"];

function colour(name: string, theme: Theme): string {
  const found = COLOURS.get(name)?.[theme];
  if (found === undefined) throw new Error(`no colour --${name}`);
  return found;
}

/** The three parts of `#rrggbb` as amounts of light, 0…1. */
function linear(hex: string): number[] {
  return [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
}

/** WCAG contrast ratio of two colours `#rrggbb`. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string): number => {
    const [r = 0, g = 0, blue = 0] = linear(hex);
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue;
  };
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const TEXTS = [
  ["text", "ground"],
  ["text", "ground-quiet"],
  ["text", "heat-low-1"],
  ["text", "heat-low-2"],
  ["text", "heat-low-3"],
  ["text", "heat-high-1"],
  ["text", "heat-high-2"],
  ["text", "heat-high-3"],
  ["text-quiet", "ground"],
  ["text-quiet", "ground-quiet"],
  ["text-faint", "ground"],
  ["accent", "ground"],
  ["accent", "ground-quiet"],
  ["accent", "accent-ground"],
  ["accent", "bad-ground"],
  ["text", "accent-ground"],
  ["text-quiet", "accent-ground"],
  ["text-quiet", "ground-raised"],
  ["caution", "ground"],
  ["caution", "caution-ground"],
  ["bad", "ground"],
  ["bad", "bad-ground"],
  ["good", "ground"],
  ["text", "highlight"],
  ["on-part-1", "part-1"],
  ["on-part-2", "part-2"],
  ["on-part-3", "part-3"],
  ["on-part-4", "part-4"],
] as const;

describe("tokens.css", () => {
  it("contrast() agrees with the known ends of its scale", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
  });

  it.each(THEMES.flatMap((theme) => TEXTS.map(([text, ground]) => ({ theme, text, ground }))))(
    "$theme: $text on $ground reads at 4.5 : 1",
    ({ theme, text, ground }) => {
      expect(contrast(colour(text, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
    },
  );

  const graphics = [...COLOURS.keys()].filter((name) => /^(agency-\d|control-rule|focus|mark)$/.test(name));
  it.each(THEMES.flatMap((theme) => graphics.map((name) => ({ theme, name }))))(
    "$theme: $name stands out from the ground at 3 : 1",
    ({ theme, name }) => {
      expect(contrast(colour(name, theme), colour("ground", theme))).toBeGreaterThanOrEqual(3);
    },
  );
});

/** How light falls on the eye without one kind of cone, as matrices on linear RGB (Machado, Oliveira, Fernandes 2009). */
const EYES = {
  all: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  "no red": [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  "no green": [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  "no blue": [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const;
const TO_LMS = [
  0.4122214708, 0.5363325363, 0.0514459929, 0.2119034982, 0.6806995451, 0.1073969566, 0.0883024619, 0.2817188376,
  0.6299787005,
];
const TO_LAB = [
  0.2104542553, 0.793617785, -0.0040720468, 1.9779984951, -2.428592205, 0.4505937099, 0.0259040371, 0.7827717662,
  -0.808675766,
];

function times(matrix: readonly number[], vector: readonly number[]): number[] {
  return [0, 3, 6].map((row) =>
    vector.reduce((sum, value, column) => sum + value * (matrix[row + column] ?? Number.NaN), 0),
  );
}

/** Distance of two colours in OKLab, as an eye sees them; black to white is 1. */
function distance(a: string, b: string, eye: keyof typeof EYES): number {
  const [first = [], second = []] = [a, b].map((hex) => {
    const seen = times(EYES[eye], linear(hex)).map((value) => Math.min(1, Math.max(0, value)));
    return times(TO_LAB, times(TO_LMS, seen).map(Math.cbrt));
  });
  return Math.hypot(...first.map((value, index) => value - (second[index] ?? Number.NaN)));
}

describe("agency colours", () => {
  it("distance() knows black from white and a red from a green only with all cones", () => {
    expect(distance("#000000", "#ffffff", "all")).toBeCloseTo(1, 3);
    expect(distance("#b04a00", "#6f6f00", "no red")).toBeLessThan(0.5 * distance("#b04a00", "#6f6f00", "all"));
  });

  const eyes = Object.keys(EYES) as (keyof typeof EYES)[];
  it.each(THEMES.flatMap((theme) => eyes.map((eye) => ({ theme, eye }))))(
    "$theme, cones: $eye: the first four are told apart",
    ({ theme, eye }) => {
      const four = [1, 2, 3, 4].map((index) => colour(`agency-${String(index)}`, theme));
      const pairs = four.flatMap((a, index) => four.slice(index + 1).map((b) => distance(a, b, eye)));
      expect(Math.min(...pairs)).toBeGreaterThan(0.075);
    },
  );
});

describe("agencyColours(agencyIds)", () => {
  it("gives each agency the colour of its first appearance, the same when others follow", () => {
    const few = agencyColours(["b", "a", "b"]);
    const more = agencyColours(["b", "a", "c"]);
    expect([...few]).toEqual([
      ["b", "var(--agency-1)"],
      ["a", "var(--agency-2)"],
    ]);
    expect(more.get("a")).toBe(few.get("a"));
  });

  it("names only colours that exist, however many agencies there are", () => {
    const many = agencyColours(Array.from({ length: 30 }, (_, index) => `a${String(index)}`));
    for (const value of many.values()) expect(COLOURS.has(value.slice("var(--".length, -1))).toBe(true);
  });
});

describe("STATUS_LOOKS", () => {
  it("gives every status a shape of its own", () => {
    expect(Object.keys(STATUS_LOOKS).sort()).toEqual(STATUSES.map((status) => status.id).sort());
    const shapes = Object.values(STATUS_LOOKS).map((look) => look.shape);
    expect(new Set(shapes).size).toBe(shapes.length);
  });
});
