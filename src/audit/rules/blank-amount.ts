import { HELD } from "../check.ts";
import { isDigit } from "../../domain/digits.ts";
import { printedText } from "../families/printed-text.ts";
import type { Ledger } from "../ledger.ts";
import type { Check, Rule } from "../types.ts";

/** Words of a sentence behind which an amount or a rate stands: «支出决算为», «收、支总计», «公用经费», «增长», «占». */
const TELLS = new Set([..."为计出入费算款余额加少长降占"]);
/** What follows a unit in a sentence; in a header there is nothing or another cell. */
const GOES_ON = new Set([..."，。；、,;（("]);

/** «支出决算为 万元，»: a unit at `at` without a number before it, in the middle of a sentence. */
function isGap(text: string, last: number, at: number, length: number): boolean {
  if (!TELLS.has(text.charAt(last))) return false;
  // «元» alone begins other words: «经费 元旦».
  if (length === 1 && text.charAt(at) === "元") return GOES_ON.has(text.charAt(at + 1));
  // Behind blanks a line of a sentence may break; without any a header reads so too: «增长%».
  return GOES_ON.has(text.charAt(at + length)) || (at - last > 1 && !text.includes("\t") && /[，。]/.test(text));
}

/** A check for every unit of a sentence: whether its number stands before it. */
function unitsOf(ledger: Ledger, sign: "元" | "%"): Check[] {
  const checks: Check[] = [];
  for (const { no, text } of ledger.linesWith(sign)) {
    for (let end = text.indexOf(sign); end !== -1; end = text.indexOf(sign, end + 1)) {
      const at = text.charCodeAt(end - 1) === TEN_THOUSAND ? end - 1 : end;
      let last = at - 1;
      if (isDigit(text, last)) {
        checks.push(HELD);
        continue;
      }
      while (last >= 0 && !isDigit(text, last) && /\s/.test(text.charAt(last))) last -= 1;
      if (last < 0) continue;
      if (isDigit(text, last)) checks.push(HELD);
      else if (isGap(text, last, at, end + 1 - at)) checks.push(gapOf(no, text.slice(last, end + 1)));
    }
  }
  return checks;
}

/** 万 */
const TEN_THOUSAND = 0x4e07;

function gapOf(line: number, quote: string): Check {
  return { verdict: "failed", facts: [], lines: [line], stated: null, expected: null, unit: null, fill: { quote } };
}

const PLACEHOLDERS = printedText({
  id: "blank-amount",
  category: "template",
  severity: "warning",
  holds: {
    zh: "金额、比例处已填数字，没有空缺或 ××、**** 占位。",
    en: "Amounts and rates are filled in: no gap, no XX and no **** stands in their place.",
  },
  inputs: { zh: "述及金额或比例的文字", en: "Words that tell an amount or a rate" },
  message: {
    zh: "第{line}行「{quote}」处缺少数字，恐系模板未填。",
    en: "Line {line}: a number is missing at “{quote}”, probably a template left unfilled.",
  },
  words: ["X", "x", "×", "Ｘ", "Х", "__", "＿", "**", "＊", "##", "□", "■", "○○", "〇〇"],
  // Bold letters of a web page are no placeholder: «为**12**万元», «**年初结转**».
  pattern:
    /(?:(?<![Xx×ＸХ])[Xx×ＸХ]{2,}|(?<!_)_{2,}|(?<!＿)＿{2,}|(?<![\d#])#{2,}|(?<![□■])[□■]+|(?<![○〇])[○〇]{2,})\s{0,9}(?:万元|元|%|％|人|辆|年)|(?:(?<![\d*])\*{2,}|(?<!＊)＊+)\s{0,9}(?:万元|元|%|％)/g,
  read: () => ({ verdict: "failed" }),
  cases: [
    { name: "the amount is filled in", expect: "passed", facts: [], lines: ["支出决算为 3.50 万元。"] },
    {
      name: "a placeholder is left",
      expect: "failed",
      facts: [],
      lines: ["支出决算为XX万元。"],
      message: "第1行「XX万元」处缺少数字，恐系模板未填。",
    },
    {
      name: "asterisks are left",
      expect: "failed",
      facts: [],
      lines: ["2030年度收、支总计****万元，增长5.20%。"],
      message: "第1行「****万元」处缺少数字，恐系模板未填。",
    },
    {
      name: "the place is empty",
      expect: "failed",
      facts: [],
      lines: ["本年收入合计  万元，其中：财政拨款收入 80.00 万元。"],
      message: "第1行「计  万元」处缺少数字，恐系模板未填。",
    },
    {
      name: "the place is left out",
      expect: "failed",
      facts: [],
      lines: ["支出决算为80.00万元，比上年增长%，主要是人员增加。"],
      message: "第1行「长%」处缺少数字，恐系模板未填。",
    },
    { name: "a number in bold letters", expect: "passed", facts: [], lines: ["支出决算为**12**万元，占支出的5%。"] },
    {
      name: "an amount in 元 is left out",
      expect: "failed",
      facts: [],
      lines: ["2030年收支总预算元，比上年增加10000.00元。"],
      message: "第1行「算元」处缺少数字，恐系模板未填。",
    },
    { name: "a header has no amounts", expect: "not_checkable", facts: [], lines: ["项目\t支出 万元\t增长%\t占%"] },
    { name: "no amount is told", expect: "not_checkable", facts: [], lines: ["本单位没有政府性基金收入。"] },
  ],
});

/** The lines with an amount left blank: what is missed there is told by this rule alone. */
export function blankLines(ledger: Ledger): ReadonlySet<number> {
  return ledger.derived(findBlankLines);
}

/** Whether an amount is left blank on one of the lines `from` to `to`. */
export function hasBlank(ledger: Ledger, from: number, to: number): boolean {
  for (const line of blankLines(ledger)) if (line >= from && line <= to) return true;
  return false;
}

function findBlankLines(ledger: Ledger): ReadonlySet<number> {
  return new Set(
    ledger.derived(findBlanks).flatMap((check) => (check.verdict === "passed" ? [] : (check.lines ?? []))),
  );
}

function findBlanks(ledger: Ledger): readonly Check[] {
  return [...unitsOf(ledger, "元"), ...unitsOf(ledger, "%"), ...PLACEHOLDERS.check(ledger, [])];
}

export const blankAmount: Rule = { ...PLACEHOLDERS, check: (ledger) => ledger.derived(findBlanks) };
