import { describe, expect, it } from "vitest";
import { parseAdjustmentAmount, readerAdjustments } from "../../src/state/reader-adjustments.ts";
import { SavedViews } from "../../src/state/saved-views.svelte.ts";
import type { DeviceStorage } from "../../src/state/device-store.ts";

function storage(text: string | null = null): DeviceStorage {
  let kept = text;
  return { getItem: () => kept, setItem: (_, value) => void (kept = value), removeItem: () => void (kept = null) };
}

describe("SavedViews", () => {
  it("keeps views of a screen, the latest first, and finds them again", () => {
    const device = storage();
    const views = new SavedViews(device);
    expect(views.save("甲", "#/compare?metric=a")).toBe(true);
    views.save("乙", "#/compare");
    views.save("别处", "#/audit");
    expect(new SavedViews(device).of("compare").map(({ name }) => name)).toEqual(["乙", "甲"]);
    views.save("甲", "#/compare?metric=b");
    expect(views.of("compare")).toEqual([
      { name: "甲", href: "#/compare?metric=b" },
      { name: "乙", href: "#/compare" },
    ]);
  });

  it("renames, but not to nothing and not to a name that is taken", () => {
    const views = new SavedViews(storage());
    views.save("甲", "#/compare");
    views.save("乙", "#/compare");
    const [first] = views.of("compare");
    if (first === undefined) throw new Error("nothing kept");
    expect([views.rename(first, " "), views.rename(first, "甲"), views.rename(first, " 丙 ")]).toEqual([
      false,
      false,
      true,
    ]);
    expect(views.of("compare").map(({ name }) => name)).toEqual(["丙", "甲"]);
  });

  it("brings back what was taken away, where it was", () => {
    const views = new SavedViews(storage());
    for (const name of ["甲", "乙", "丙"]) views.save(name, "#/compare");
    const before = views.of("compare");
    const middle = before[1];
    if (middle === undefined) throw new Error("nothing kept");
    views.remove(middle);
    expect(views.removed?.name).toBe("乙");
    views.restore();
    expect(views.of("compare")).toEqual(before);
    expect(views.removed).toBeNull();
  });

  it("takes nothing that is no view of this page, and says when the device keeps nothing", () => {
    for (const text of ["", "[", "{}", '[{"name":"x","href":"https://example.org/"}]', '[{"name":"","href":"#/"},7]']) {
      expect(new SavedViews(storage(text)).of("compare")).toEqual([]);
    }
    expect(new SavedViews(null).save("甲", "#/compare")).toBe(false);
  });
});

describe("readerAdjustments()", () => {
  const { parse, print } = readerAdjustments();
  const own = {
    report_id: "a-2020-final",
    side: "numerator",
    concept: "expenditure.basic",
    amount: "-12.5",
    reason: "代管：两家",
  } as const;

  it("prints what it reads", () => {
    const text = print([own, { ...own, side: "both", reason: "" }]);
    expect(text).toBe("a-2020-final:n:expenditure.basic:-12.5:代管：两家;a-2020-final:b:expenditure.basic:-12.5:");
    expect(parse(text)).toEqual([own, { ...own, side: "both", reason: "" }]);
  });

  it.each([
    "",
    "x",
    "a:n:b",
    "a-2020-final:x:expenditure.basic:1:",
    "a-2020-final:n:expenditure.basic:0:",
    "a-2020-final:n:expenditure.basic:1e9:r",
  ])("refuses %j", (text) => {
    expect(parse(text)).toBeUndefined();
  });
});

describe("parseAdjustmentAmount(text)", () => {
  it.each([
    ["120.5", "120.5"],
    [" 1,234 ", "1234"],
    ["−３", "-3"],
    ["0", null],
    ["", null],
    ["abc", null],
    ["1e3", null],
    ["1.2345678", null],
  ])("reads %j as %j", (text, amount) => {
    expect(parseAdjustmentAmount(text)).toBe(amount);
  });
});
