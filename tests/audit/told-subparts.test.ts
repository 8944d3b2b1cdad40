import { describe, expect, it } from "vitest";
import { reportOf, said } from "../../src/audit/cases.ts";
import { holdingAmong, judge } from "../../src/audit/check.ts";
import { Ledger } from "../../src/audit/ledger.ts";
import { toldSubparts } from "../../src/audit/rules/told-subparts.ts";

function judged(...parts: readonly string[]) {
  const of = { source_line: 1, parent_label: "临聘人员" };
  const [report] = reportOf({
    name: "",
    expect: "passed",
    facts: [
      said("headcount.temporary", "11", { source_line: 1, label: "临聘人员" }),
      ...parts.map((value, index) => said("headcount.temporary", value, { ...of, label: `第${index}类` })),
    ],
  });
  if (report === undefined) throw new Error("a case has its report");
  const { outcome, checks } = judge(toldSubparts, new Ledger(report), []);
  return { outcome, identities: holdingAmong([checks]).length };
}

describe("toldSubparts.check(ledger)", () => {
  it("states an identity where the parts make the whole", () => {
    expect(judged("4", "7")).toEqual({ outcome: "passed", identities: 1 });
  });

  it("states none where parts are left out, so that no correction is held against it", () => {
    expect(judged("4", "5")).toEqual({ outcome: "passed", identities: 0 });
  });

  it("fails where the parts are more than the whole", () => {
    expect(judged("5", "7")).toEqual({ outcome: "failed", identities: 0 });
  });
});
