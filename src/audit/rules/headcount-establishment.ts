import { Decimal } from "../../domain/decimal.ts";
import { said } from "../cases.ts";
import { valueOf } from "../tolerance.ts";
import type { Check, Rule } from "../types.ts";

export const headcountEstablishment: Rule = {
  id: "headcount-establishment",
  category: "headcount",
  severity: "warning",
  holds: { zh: "在职人员不超过编制。", en: "In-service staff do not exceed the establishment." },
  inputs: { zh: "在职人员数和编制数", en: "In-service staff and establishment" },
  message: {
    zh: "{place}在职人员 {stated}，超过{otherPlace}编制 {otherStated}，多 {differenceInUnit}。",
    en: "{place}: {stated} in service exceed the establishment of {otherStated} ({otherPlace}) by {differenceInUnit}.",
  },
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    const staff = ledger.first({ item: "headcount.in_service", measure: ledger.own, year: ledger.year });
    const posts = ledger.first({ item: "headcount.establishment", measure: ledger.own, year: ledger.year });
    if (staff === undefined || posts === undefined) return checks;
    // «行政编制12名、事业编制36名»: kinds of posts without their sum; one of them is not all.
    const [, ...kinds] = ledger
      .find({ item: "headcount.establishment", measure: ledger.own, year: ledger.year })
      .filter((fact) => fact.source_line === posts.source_line && fact.parent_label === null);
    const sum = kinds.reduce((total, fact) => total.plus(valueOf(fact)), Decimal.zero);
    const isAll = kinds.length === 0 || sum.eq(valueOf(posts));
    if (!isAll && valueOf(staff).gt(valueOf(posts))) return checks;
    checks.push({
      verdict: valueOf(staff).lte(valueOf(posts)) ? "passed" : "failed",
      facts: [staff, posts],
      stated: valueOf(staff),
      expected: valueOf(posts),
      unit: staff.unit,
    });
    return checks;
  },
  cases: [
    {
      name: "fewer people than posts",
      expect: "passed",
      facts: [said("headcount.establishment", "20"), said("headcount.in_service", "18")],
    },
    {
      name: "more people than posts",
      expect: "failed",
      facts: [said("headcount.establishment", "20"), said("headcount.in_service", "23")],
      message: "情况说明第2行在职人员 23人，超过情况说明第1行编制 20人，多 3人。",
    },
    {
      name: "kinds of posts without their sum",
      expect: "not_checkable",
      facts: [
        said("headcount.establishment", "12", { source_line: 1 }),
        said("headcount.establishment", "36", { source_line: 1 }),
        said("headcount.in_service", "44"),
      ],
    },
    {
      name: "more people than all posts, of which two kinds are told",
      expect: "failed",
      facts: [
        said("headcount.establishment", "48", { source_line: 1 }),
        said("headcount.establishment", "12", { source_line: 1 }),
        said("headcount.establishment", "36", { source_line: 1 }),
        said("headcount.in_service", "50", { source_line: 2 }),
      ],
      message: "情况说明第2行在职人员 50人，超过情况说明第1行编制 48人，多 2人。",
    },
    { name: "no establishment printed", expect: "not_checkable", facts: [said("headcount.in_service", "18")] },
  ],
};
