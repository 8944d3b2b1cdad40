import { describe, expect, it } from "vitest";
import { ByteSink } from "../../src/compile/byte-sink.ts";
import { VALUE_TYPES } from "../../src/compile/stored-types.ts";

describe("VALUE_TYPES.VARCHAR.appendAll(page, values, name)", () => {
  const { append, appendAll } = VALUE_TYPES.VARCHAR;

  it.each([
    ["no text", []],
    ["one text", ["决算"]],
    ["Latin texts", ["a", "", "bcd", "e".repeat(200), "f"]],
    ["texts of every script", ["款", "", "é", "𠮷", "a", "\ud83d", "\ude00", "社会保险".repeat(90)]],
    ["texts that hold what stands between them", ["a\0", "款\0\0\0\0b", "", "\0", "é\0\0\0", "c"]],
    ["Latin texts that hold it", ["a\0", "\0\0\0\0", "", "\0", "c"]],
  ])("gives %s the bytes they have one by one", (_, texts) => {
    const [one, all] = [new ByteSink(), new ByteSink()];
    for (const page of [one, all]) append(page, "before", "c");
    for (const text of texts) append(one, text, "c");
    appendAll?.(all, texts, "c");
    expect(Buffer.compare(all.taken(), one.taken())).toBe(0);
  });

  it("refuses what is no text", () => {
    expect(() => appendAll?.(new ByteSink(), ["a", "b", "c", "d", 5], "t.c")).toThrow("t.c holds 5, which is no text");
  });
});
