import { describe, expect, it } from "vitest";
import { partsProgress, valuesProgress } from "../../../src/screens/compare/progress.ts";

describe("valuesProgress(status, hasRows)", () => {
  it("keeps the rows on show while others are read", () => {
    expect(valuesProgress("loading", true)).toBe("ready");
    expect(valuesProgress("loading", false)).toBe("loading");
    expect(valuesProgress("idle", false)).toBe("loading");
  });
  it("tells an empty answer from none, and a failure from both", () => {
    expect(valuesProgress("ready", false)).toBe("empty");
    expect(valuesProgress("ready", true)).toBe("ready");
    expect(valuesProgress("failed", true)).toBe("failed");
  });
});

describe("partsProgress(asked, hasRows, isSplit)", () => {
  it("fails with any question, and waits for none that is not asked", () => {
    expect(partsProgress(["ready", "failed"], true, true)).toBe("failed");
    expect(partsProgress(["ready", "idle"], true, false)).toBe("empty");
    expect(partsProgress(["ready", "idle"], true, true)).toBe("ready");
  });
  it("shows what is split while the rest is read", () => {
    expect(partsProgress(["loading", "ready"], false, true)).toBe("loading");
    expect(partsProgress(["ready", "loading"], true, true)).toBe("ready");
    expect(partsProgress(["ready", "loading"], true, false)).toBe("loading");
  });
});
