import { said } from "../cases.ts";
import { toldSum } from "../families/told-sums.ts";

export const toldBasic = toldSum({
  id: "told-basic",
  totals: ["expenditure.basic"],
  parts: ["expenditure.personnel", "expenditure.operating"],
  needed: [["expenditure.personnel"], ["expenditure.operating"]],
  holds: {
    zh: "文字所述基本支出等于人员经费与公用经费之和。",
    en: "Basic expenditure told in a sentence is personnel plus operating.",
  },
  inputs: {
    zh: "基本支出及其后的人员经费、公用经费",
    en: "Basic expenditure, and personnel and operating told after it",
  },
  cases: [
    {
      name: "the parts make the total",
      expect: "passed",
      facts: [
        said("expenditure.basic", "70.00"),
        said("expenditure.personnel", "50.00"),
        said("expenditure.operating", "20.00"),
      ],
    },
    {
      name: "the parts do not make the total",
      expect: "failed",
      facts: [
        said("expenditure.basic", "70.00"),
        said("expenditure.personnel", "50.00"),
        said("expenditure.operating", "21.50"),
      ],
      message:
        "情况说明第1行「基本支出」印为 70.00万元，而其组成部分之和为 71.50万元，相差 1.50万元：50.00（第2行） + 21.50（第3行）。",
    },
    {
      name: "two hundredths over two parts are rounding",
      expect: "rounding",
      facts: [
        said("expenditure.basic", "70.02"),
        said("expenditure.personnel", "50.00"),
        said("expenditure.operating", "20.00"),
      ],
    },
    {
      name: "a part is not told",
      expect: "not_checkable",
      facts: [said("expenditure.basic", "70.00"), said("expenditure.personnel", "50.00")],
    },
  ],
});
