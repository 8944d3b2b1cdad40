import { said } from "../cases.ts";
import { disclosure, isFinal } from "../families/disclosure.ts";

export const missingVehiclesOwned = disclosure({
  id: "missing-vehicles-owned",
  items: [["vehicles.owned"]],
  declared: /无公车|无公务用车|没有公务用车|公务用车保有量为?0/,
  declaredWith: ["无公车", "公务用车"],
  when: isFinal,
  name: { zh: "公务用车保有量", en: "the number of vehicles owned" },
  holds: {
    zh: "决算披露公务用车保有量（没有车辆亦应说明）。",
    en: "A final account discloses the vehicles owned, or says there are none.",
  },
  cases: [
    { name: "a stated zero is a disclosure", expect: "passed", facts: [said("vehicles.owned", "0")] },
    { name: "said in words", expect: "passed", facts: [], lines: ["我单位无公车。"] },
    { name: "nothing is said", expect: "failed", facts: [], message: "报告未披露公务用车保有量，也未作说明。" },
    { name: "a budget need not disclose it", expect: "not_checkable", facts: [], report: { report_kind: "budget" } },
  ],
});
