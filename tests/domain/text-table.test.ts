import { describe, expect, it } from "vitest";
import { interned } from "../../src/domain/interned.ts";
import { TextTable } from "../../src/domain/text-table.ts";

describe("TextTable.at(text, from, to)", () => {
  it("makes what is known of a text once, wherever the text stands", () => {
    const made: string[] = [];
    const table = new TextTable((text) => {
      made.push(text);
      return { text };
    }, 16);
    const first = table.at("支出决算为3万元", 0, 5);
    expect(table.at("其中：支出决算为", 3, 8)).toBe(first);
    expect(first.text).toBe("支出决算为");
    expect(made).toEqual(["支出决算为"]);
  });

  it("tells texts of equal length and equal characters in another order apart", () => {
    const table = new TextTable((text) => text, 16);
    expect([table.at("ab", 0, 2), table.at("ba", 0, 2), table.at("ab", 0, 1), table.at("ab", 2, 2)]).toEqual([
      "ab",
      "ba",
      "a",
      "",
    ]);
  });

  it("forgets when it is full, and goes on to answer right", () => {
    let made = 0;
    const table = new TextTable((text) => {
      made += 1;
      return text;
    }, 8);
    for (let round = 0; round < 3; round += 1) {
      for (let name = 0; name < 20; name += 1) expect(table.at(`<${name}>`, 0, `<${name}>`.length)).toBe(`<${name}>`);
    }
    expect(made).toBe(60);
  });

  it("takes halves of surrogate pairs as they are", () => {
    const table = new TextTable((text) => text, 8);
    expect(table.at("a𠀀b", 1, 2)).toBe("𠀀".charAt(0));
    expect(table.at("a𠀀b", 1, 3)).toBe("𠀀");
  });
});

describe("interned(text, from, to)", () => {
  it("gives the characters asked for", () => {
    expect(interned("甲乙丙", 1, 2)).toBe("乙");
    expect(interned("甲乙丙")).toBe("甲乙丙");
    expect(interned("")).toBe("");
  });
});
