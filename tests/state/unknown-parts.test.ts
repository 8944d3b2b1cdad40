import { describe, expect, it } from "vitest";
import { knownId, unknownIds } from "../../src/state/unknown-parts.ts";

describe("unknownIds(kind, ids, known)", () => {
  it("names what is not among those there are", () => {
    expect(unknownIds("agency", ["a", null, "b"], ["a", "c"])).toEqual([{ kind: "agency", text: "b" }]);
  });

  it("names one that an address names twice once", () => {
    expect(unknownIds("agency", ["b", "a", "b"], ["a"])).toEqual([{ kind: "agency", text: "b" }]);
  });

  it("calls nothing wrong as long as nothing is known", () => {
    expect(unknownIds("report", ["a"], [])).toEqual([]);
  });
});

describe("knownId(id, unknown)", () => {
  it("leaves out what is unknown", () => {
    const unknown = unknownIds("rule", ["x"], ["y"]);
    expect([knownId("x", unknown), knownId("y", unknown), knownId(null, unknown)]).toEqual([null, "y", null]);
  });
});
