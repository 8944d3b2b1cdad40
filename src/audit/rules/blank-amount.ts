import { isDigit } from "../describe.ts";
import { printedText } from "../families/printed-text.ts";
import type { Ledger } from "../ledger.ts";

/** A gap where an amount or a rate is told. */
const GAPS = ["为", "加", "少", "长", "降", "占"].flatMap((word) => [`${word} `, `${word}\u3000`]);

/** How often a unit has its number before it. */
function filledIn(ledger: Ledger, unit: string): number {
  let count = 0;
  for (const { text } of ledger.linesWith(unit)) {
    for (let at = text.indexOf(unit); at !== -1; at = text.indexOf(unit, at + unit.length)) {
      let before = at - 1;
      while (before >= 0 && !isDigit(text, before) && /\s/.test(text.charAt(before))) before -= 1;
      if (before >= 0 && isDigit(text, before)) count += 1;
    }
  }
  return count;
}

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
  words: ["X", "x", "×", "Ｘ", "Х", "__", "＿", ...GAPS],
  pattern: /(?:[Xx×ＸХ]{2,}|_{2,}|＿{2,}|(?<=[为加少长降占])[ \u3000]{1,6}(?=万元|%|％))\s*(?:万元|元|%|％|人|辆|年)/g,
  read: () => ({ verdict: "failed" }),
  held: (ledger) => filledIn(ledger, "万元") + filledIn(ledger, "%"),
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
