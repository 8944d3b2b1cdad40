import { describe, expect, it } from "vitest";
import { ECONOMIC_CLASSES } from "../../src/domain/economic-classes.ts";
import { classNameOf } from "../../src/model/class-name.ts";

describe("classNameOf(code)", () => {
  it("names every class of the outline in both languages", () => {
    const named = ECONOMIC_CLASSES.map(({ code, names }) => ({ code, zh: names[0], is: classNameOf(code) }));
    for (const { code, zh, is } of named) expect(is, code).toMatchObject({ code, zh });
    expect(named.filter(({ is }) => /[\u4e00-\u9fff]/.test(is?.en ?? "无"))).toEqual([]);
  });

  it("has no name for a code that is none", () => {
    expect(classNameOf("30999")).toBeNull();
  });
});
