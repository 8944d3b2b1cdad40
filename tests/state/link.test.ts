import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fallbackValues, printLink, readLink } from "../../src/state/link.ts";
import { NO_ASSUMPTIONS, SCREEN_IDS } from "../../src/state/routes/index.ts";

describe("readLink(address)", () => {
  it("reads the parts of a screen and the shared ones", () => {
    const link = readLink(
      "#/compare?metric=basic_per_staff&basis=reported&year=2020&agencies=a,b&lang=en&unit=yuan&theme=dark",
    );
    expect(link.screen).toBe("compare");
    expect(link.values).toMatchObject({
      metric: "basic_per_staff",
      basis: "reported",
      year: 2020,
      agencies: ["a", "b"],
      denominator: "in_service",
    });
    expect(link.shared).toMatchObject({ lang: "en", unit: "yuan", theme: "dark" });
    expect(link.dropped).toEqual([]);
  });

  it.each(["", "#", "#/", undefined, null, 7, {}])("takes %j for the overview with nothing dropped", (address) => {
    expect(readLink(address)).toEqual({
      screen: "overview",
      path: "/",
      shared: { lang: "zh", unit: "wan", theme: "auto", my: [], data: null, ...NO_ASSUMPTIONS },
      values: {},
      dropped: [],
    });
  });

  it("names what it does not know and what it does not accept, and keeps the rest", () => {
    const link = readLink("#/compare?basis=best&colour=red&year=20x0&denominator=establishment&lang=fr");
    expect(link.dropped).toEqual([
      { kind: "invalid", name: "basis", value: "best" },
      { kind: "unknown", name: "colour", value: "red" },
      { kind: "invalid", name: "year", value: "20x0" },
      { kind: "invalid", name: "lang", value: "fr" },
    ]);
    expect(link.values).toMatchObject({ basis: "comparable", year: null, denominator: "establishment" });
    expect(link.shared.lang).toBe("zh");
  });

  it("takes the first of a part given twice and names the other", () => {
    const link = readLink("#/compare?basis=reported&basis=comparable");
    expect(link.values).toMatchObject({ basis: "reported" });
    expect(link.dropped).toEqual([{ kind: "unknown", name: "basis", value: "comparable" }]);
  });

  it("does not take names of every object for parts or screens", () => {
    expect(readLink("#/constructor").screen).toBeNull();
    expect(readLink("#/compare?__proto__=x&toString=y").dropped.map((part) => part.name)).toEqual([
      "__proto__",
      "toString",
    ]);
  });

  it("gives no screen for an unknown path and keeps language and theme", () => {
    expect(readLink("#/nowhere/%E4%B8%AD?lang=en&x=1")).toMatchObject({
      screen: null,
      path: "/nowhere/中",
      shared: { lang: "en" },
      dropped: [],
    });
    expect(readLink("#/%E4%B").path).toBe("/%E4%B");
  });

  it("rejects assumed amounts that are not plain decimal numbers", () => {
    expect(readLink("#/compare?assume=x-2021-final:12.5").shared).toMatchObject({ assume: { "x-2021-final": "12.5" } });
    for (const bad of ["x", "x:", ":3", "x:-3", "x:1e9", "x:3,,", "x:NaN"]) {
      expect(readLink(`#/compare?assume=${bad}`).dropped).toHaveLength(1);
    }
  });

  it("survives any text and always gives values that its screen accepts", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("#/", "compare", "?", "&", "=", "%", "%zz", "basis", "reported", "lang=en", "year=", ",", ":"),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const link = readLink(pieces.join(""));
        if (link.screen === null) return;
        const again = readLink(printLink(link.screen, link.values, link.shared));
        expect(again.values).toEqual(link.values);
        expect(again.shared).toEqual(link.shared);
        expect(again.dropped).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe("printLink(screen, values, shared)", () => {
  it.each(SCREEN_IDS)("leaves out of %s what equals its fallback", (screen) => {
    expect(printLink(screen, fallbackValues(screen), { lang: "zh", unit: "wan", theme: "auto" })).toBe(
      screen === "overview" ? "#/" : `#/${screen}`,
    );
  });

  it("keeps a statement with every character that an address could take for its own", () => {
    const statement = "select '100%' as \"a&b\", '#/x?y=z' -- 中文\nfrom fact;";
    expect(readLink(printLink("sql", { statement }, {})).values).toMatchObject({ statement });
  });

  it("keeps what is filled in and how the result is drawn, and refuses what is no such list", () => {
    const values = {
      params: { agency: "长春 & 忻州", n: "7" },
      chart: { mark: "bar", x: "a=b" },
      kind: "notebook",
    } as const;
    expect(readLink(printLink("sql", values, {})).values).toMatchObject(values);
    for (const wrong of ["%5B1%5D", "%7B%22a%22%3A1%7D", "%7B", "7", "null"]) {
      const link = readLink(`#/sql?params=${wrong}`);
      expect(link.values).toMatchObject({ params: {} });
      expect(link.dropped).toHaveLength(1);
    }
  });

  it("prints a place in a report", () => {
    expect(printLink("source", { report: "a-2020-final", line: 12, from: 0, to: 4, fact: "f-1" }, { lang: "en" })).toBe(
      "#/source?report=a-2020-final&line=12&from=0&to=4&fact=f-1&lang=en",
    );
  });
});
