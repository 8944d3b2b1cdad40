import { describe, expect, it } from "vitest";
import { dataChange, dataStamp } from "../../src/state/data-stamp.ts";

const STAMP = {
  fingerprint: "e67253ea6b29",
  reports: 2,
  digests: { "jia-2020-final": "a1b2c3", "yi-2021-final": "0f0f0f" },
};

describe("dataStamp()", () => {
  const { parse, print } = dataStamp();

  it("prints what it reads", () => {
    const text = print(STAMP);
    expect(text).toBe("e67253ea6b29.2~jia-2020-final:a1b2c3~yi-2021-final:0f0f0f");
    expect(parse(text)).toEqual(STAMP);
  });

  it("shortens fingerprint and digests, and names forty reports at most", () => {
    const digests = Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [`r-${String(at)}`, "0123456789abcdef"] as const),
    );
    const read = parse(print({ fingerprint: "f".repeat(64), reports: 60, digests }));
    expect(read?.fingerprint).toHaveLength(12);
    expect(Object.values(read?.digests ?? {})).toHaveLength(40);
    expect(read?.digests["r-0"]).toBe("012345");
  });

  it.each(["", "x", "e672", "e67253ea6b29", "e67253ea6b29.x", "e67253ea6b29.2~a", "e67253ea6b29.2~a:zz", "%00"])(
    "refuses %j",
    (text) => {
      expect(parse(text)).toBeUndefined();
    },
  );
});

describe("dataChange(stamp, here, digests)", () => {
  it("tells what changed, what is gone and what came", () => {
    const change = dataChange(
      STAMP,
      ["jia-2020-final", "bing-2022-final"],
      new Map([["jia-2020-final", "ffffffffffff"]]),
    );
    expect(change).toEqual({
      then: 2,
      now: 2,
      changed: ["jia-2020-final"],
      removed: ["yi-2021-final"],
      added: ["bing-2022-final"],
    });
  });

  it("says nothing of added reports when the link did not name all it had", () => {
    const change = dataChange(
      { ...STAMP, reports: 4000 },
      ["jia-2020-final", "yi-2021-final", "bing"],
      new Map([["jia-2020-final", "a1b2c3d4"]]),
    );
    expect(change).toMatchObject({ changed: [], removed: [], added: [] });
  });
});
