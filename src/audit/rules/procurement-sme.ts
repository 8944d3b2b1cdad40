import { said } from "../cases.ts";
import { bounded } from "../families/bounds.ts";

export const procurementSme = bounded({
  id: "procurement-sme",
  category: "footing",
  severity: "error",
  holds: {
    zh: "授予中小企业合同金额不大于政府采购支出总额。",
    en: "Contracts awarded to small and medium firms do not exceed procurement.",
  },
  inputs: { zh: "中小企业合同金额、采购总额", en: "Awarded to small and medium firms, procurement total" },
  bounds: (ledger) => [
    {
      small: ledger.first({ item: "procurement.sme", measure: ledger.own }),
      large: ledger.first({ item: "procurement.total", measure: ledger.own }),
    },
  ],
  cases: [
    {
      name: "within the bound",
      expect: "passed",
      facts: [said("procurement.total", "39"), said("procurement.sme", "39")],
    },
    {
      name: "beyond the bound",
      expect: "failed",
      facts: [said("procurement.total", "39"), said("procurement.sme", "49")],
      message:
        "情况说明第2行「授予中小企业合同金额」49万元，大于情况说明第1行「政府采购支出总额」39万元，多出 10万元。",
    },
    { name: "one figure is missing", expect: "not_checkable", facts: [said("procurement.sme", "39")] },
  ],
});
