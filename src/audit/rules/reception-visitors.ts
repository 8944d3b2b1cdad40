import { said } from "../cases.ts";
import { bounded } from "../families/bounds.ts";

export const receptionVisitors = bounded({
  id: "reception-visitors",
  category: "plausibility",
  severity: "warning",
  holds: {
    zh: "接待批次不多于接待人次。",
    en: "There are no more visits than visitors.",
  },
  inputs: { zh: "接待批次、接待人次", en: "Visits and visitors" },
  bounds: (ledger) => [
    {
      small: ledger.first({ item: "reception.visits", measure: ledger.own }),
      large: ledger.first({ item: "reception.visitors", measure: ledger.own }),
    },
  ],
  cases: [
    {
      name: "within the bound",
      expect: "passed",
      facts: [said("reception.visits", "5"), said("reception.visitors", "48")],
    },
    {
      name: "beyond the bound",
      expect: "failed",
      facts: [said("reception.visits", "48"), said("reception.visitors", "5")],
      message: "情况说明第1行「国内公务接待批次」48批次，大于情况说明第2行「国内公务接待人次」5人次，多出 43批次。",
    },
    { name: "one figure is missing", expect: "not_checkable", facts: [said("reception.visits", "5")] },
  ],
});
