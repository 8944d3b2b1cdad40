import { said } from "../cases.ts";
import { bounded } from "../families/bounds.ts";

export const vehiclesWithinAll = bounded({
  id: "vehicles-within-all",
  category: "plausibility",
  severity: "warning",
  holds: {
    zh: "公务用车保有量不大于国有资产部分所述的全部车辆。",
    en: "The official vehicles owned are no more than all vehicles told among the assets.",
  },
  inputs: { zh: "公务用车保有量、共有车辆", en: "Official vehicles owned, all vehicles" },
  bounds: (ledger) => {
    const told = ledger.find({ item: "vehicles.owned", measure: ledger.own, year: ledger.year, code: null });
    if (told.length < 2) return [];
    const own = told.filter(({ origin, parent_label }) => origin !== "table" && parent_label === null);
    return [
      {
        small: own.find(({ label }) => label.includes("保有量")),
        large: own.find(({ label }) => /^(?:共|共有|实有)?车辆$/.test(label)),
      },
    ];
  },
  cases: [
    { name: "all vehicles are more", expect: "passed", facts: vehicles("2", "5") },
    {
      name: "fewer vehicles in all",
      expect: "failed",
      facts: vehicles("5", "2"),
      message: "情况说明第1行「公务用车保有量」5辆，大于情况说明第2行「共有车辆」2辆，多出 3辆。",
    },
    { name: "one of them alone", expect: "not_checkable", facts: vehicles("5", "2").slice(0, 1) },
  ],
});

function vehicles(official: string, all: string) {
  return [
    said("vehicles.owned", official, { label: "公务用车保有量" }),
    said("vehicles.owned", all, { label: "共有车辆" }),
  ];
}
