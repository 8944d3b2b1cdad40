import { printedText } from "../families/printed-text.ts";

export const blankAmount = printedText({
  id: "blank-amount",
  category: "template",
  severity: "warning",
  holds: {
    zh: "金额、比例处已填数字，没有空缺或 ×× 占位。",
    en: "Amounts and rates are filled in: no gap and no XX stands in their place.",
  },
  inputs: { zh: "述及金额或比例的文字", en: "Words that tell an amount or a rate" },
  message: {
    zh: "第{line}行「{quote}」处缺少数字，恐系模板未填。",
    en: "Line {line}: a number is missing at “{quote}”, probably a template left unfilled.",
  },
  words: ["万元", "%", "％", "X", "x", "×", "Ｘ", "Х", "__", "＿"],
  pattern:
    /(?:[Xx×ＸХ]{2,}|_{2,}|＿{2,}|(?<=[为加少长降占])[ \u3000]{1,6}(?=万元|%|％))\s*(?:万元|元|%|％|人|辆|年)|\d\s*(?:万元|%)/g,
  read: (match) => ({ verdict: /^\d/.test(match[0]) ? "passed" : "failed" }),
  cases: [
    { name: "the amount is filled in", expect: "passed", facts: [], lines: ["支出决算为 3.50 万元。"] },
    {
      name: "a placeholder is left",
      expect: "failed",
      facts: [],
      lines: ["支出决算为XX万元。"],
      message: "第1行「XX万元」处缺少数字，恐系模板未填。",
    },
    { name: "no amount is told", expect: "not_checkable", facts: [], lines: ["本单位没有政府性基金收入。"] },
  ],
});
