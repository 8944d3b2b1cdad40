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

/** WCAG contrast ratio of two colours `#rrggbb`. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string): number => {
    const [r = 0, g = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue;
  };
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const TEXTS = [
  ["text", "ground"],
  ["text", "ground-quiet"],
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
