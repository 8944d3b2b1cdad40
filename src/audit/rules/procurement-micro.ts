import { said } from "../cases.ts";
import { bounded } from "../families/bounds.ts";

export const procurementMicro = bounded({
  id: "procurement-micro",
  category: "footing",
  severity: "error",
  holds: {
    zh: "授予小微企业合同金额不大于授予中小企业合同金额。",
    en: "Contracts awarded to small and micro firms do not exceed those of small and medium firms.",
  },
  inputs: { zh: "小微企业合同金额、中小企业合同金额", en: "Awarded to micro firms, awarded to small and medium firms" },
  bounds: (ledger) => [
    {
      small: ledger.first({ item: "procurement.micro", measure: ledger.own }),
      large: ledger.first({ item: "procurement.sme", measure: ledger.own }),
    },
  ],
  cases: [
    {
      name: "within the bound",
      expect: "passed",
      facts: [said("procurement.sme", "39"), said("procurement.micro", "39")],
    },
    {
      name: "beyond the bound",
      expect: "failed",
      facts: [said("procurement.sme", "39"), said("procurement.micro", "49")],
      message:
        "情况说明第2行「授予小微企业合同金额」49万元，大于情况说明第1行「授予中小企业合同金额」39万元，多出 10万元。",
    },
    { name: "one figure is missing", expect: "not_checkable", facts: [said("procurement.micro", "39")] },
  ],
});
