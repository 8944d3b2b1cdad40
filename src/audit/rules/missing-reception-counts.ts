import { said } from "../cases.ts";
import { disclosure, isFinal } from "../families/disclosure.ts";

export const missingReceptionCounts = disclosure({
  id: "missing-reception-counts",
  items: [["reception.visits"], ["reception.visitors"]],
  when: (ledger) => isFinal(ledger) && ledger.find({ item: "three_public.reception", measure: "final" }).length > 0,
  name: { zh: "国内公务接待批次和人次", en: "the visits and visitors received" },
  holds: {
    zh: "决算述及公务接待费时，同时披露接待批次和人次（为 0 亦应说明）。",
    en: "A final account that tells its reception cost discloses visits and visitors, zeros included.",
  },
  cases: [
    {
      name: "cost, visits and visitors",
      expect: "passed",
      facts: [said("three_public.reception", "0.37"), said("reception.visits", "5"), said("reception.visitors", "48")],
    },
    {
      name: "cost alone",
      expect: "failed",
      facts: [said("three_public.reception", "0.37")],
      message: "报告未披露国内公务接待批次和人次，也未作说明。",
    },
    { name: "no reception is told", expect: "not_checkable", facts: [] },
  ],
});
