import { describe, expect, it } from "vitest";
import { toSvg, toTsv } from "../../src/charts/export.ts";
import { rankedDots } from "../../src/charts/ranked-dots.ts";
import { OPTIONS } from "./drawn.ts";
import { expectGolden } from "./snapshot.ts";

const chart = () =>
  rankedDots(
    [{ report_id: "a", agency_id: "1", label: "甲市", value: 2, lo: 2, hi: 2, status: "ok", href: "#/source/a" }],
    { ...OPTIONS, width: 400 },
  );
const WORDS = {
  title: "人均基本支出",
  subtitle: "万元/人 · 可比口径 · n = 1",
  notes: ["○ 口径借用：人数取自 2021 预算"],
  source: "来源：甲市 2020 决算",
};
const resolve = (property: string, value: string) =>
  property === "color" ? (value.includes("ground") ? "#fff" : "#123") : "serif";

describe("toSvg(chart, words, options)", () => {
  const text = toSvg(chart(), WORDS, { resolve });
  const parsed = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;

  it("draws the same picture as before", () => {
    expectGolden("export", text);
  });

  it("is a document of its own with title, subtitle, marks and source", () => {
    expect(parsed.tagName).toBe("svg");
    expect(parsed.namespaceURI).toBe("http://www.w3.org/2000/svg");
    for (const words of Object.values(WORDS).flat()) expect(parsed.textContent).toContain(words);
  });

  it("leaves nothing for the page to resolve", () => {
    expect(text).not.toMatch(/var\(|currentColor|color-mix|Canvas/);
  });

  it("drops links that lead nowhere outside the page, or makes them absolute", () => {
    expect(parsed.querySelector("a")).toBeNull();
    expect(parsed.querySelector("circle")).not.toBeNull();
    expect(toSvg(chart(), WORDS, { resolve, linkBase: "https://example.org/app/" })).toContain(
      'href="https://example.org/app/#/source/a"',
    );
  });

  it("leaves the chart on screen as it was", () => {
    const shown = chart();
    const before = shown.outerHTML;
    toSvg(shown, WORDS, { resolve });
    expect(shown.outerHTML).toBe(before);
  });

  it("escapes what would be markup", () => {
    expect(toSvg(chart(), { ...WORDS, title: "a < b & c" }, { resolve })).toContain("a &lt; b &amp; c");
  });

  it("wraps long words into lines and grows with them", () => {
    const long = toSvg(chart(), { ...WORDS, source: "来源：各单位公开的部门决算".repeat(8) }, { resolve });
    const heightOf = (svg: string) => Number(/height="([\d.]+)"/.exec(svg)?.[1]);
    expect(heightOf(long)).toBeGreaterThan(heightOf(text) + 30);
  });
});

describe("toTsv(words, header, rows)", () => {
  it("says above the table what it is, and keeps one row a line and one cell a column", () => {
    expect(
      toTsv(
        WORDS,
        ["单位", "万元/人"],
        [
          ["甲\t市\n", 22.65],
          ["丁市", "未披露"],
        ],
      ),
    ).toBe(
      "# 人均基本支出\n# 万元/人 · 可比口径 · n = 1\n# ○ 口径借用：人数取自 2021 预算\n# 来源：甲市 2020 决算\n" +
        "单位\t万元/人\n甲 市\t22.65\n丁市\t未披露\n",
    );
  });

  it("lets no text become a formula, and says no more than it knows", () => {
    const words = { title: "t", subtitle: "", notes: ["a\nb"], source: "s" };
    expect(toTsv(words, ["x"], [["=1+1"], ["@a"], [-3]])).toBe("# t\n# a b\n# s\nx\n'=1+1\n'@a\n-3\n");
  });
});
