import { Decimal } from "../../domain/decimal.ts";
import type { FactRow, ReasonRow } from "../../domain/records.ts";
import { said } from "../cases.ts";
import { figure, sumText } from "../describe.ts";
import { holdsTwice, matchesOf } from "../matches.ts";
import type { Ledger } from "../ledger.ts";
import { valueOf } from "../tolerance.ts";
import type { Check, Rule } from "../types.ts";

const AMOUNT = /([^，。；,;、]*?)(\d+(?:\.\d+)?)\s*万元/g;
const RISES = /增加|增长|追加|新增|提高|上调|上升|多支出|增支|增收/;
const FALLS = /减少|下降|压减|核减|调减|追减|降低|收回|扣回|节约|减支|减收/;
/** What a sentence compares with, and how the comparison with a budget is worded: the last of both is explained. */
const YEAR_BEFORE = /上年|上一年|去年|20\d{2}年(?!初|度?(?:年初|全年|调整)?预算)/g;
const BUDGET = /预算数|(?:年初|全年|调整)预算/g;
/** So many characters of an explanation tell where on its line it begins. */
const BEGINNING = 12;
/** An explanation stands with its change or in the next sentence. */
const REACH = 4;
const CENT = Decimal.of("0.01");

export const explanationOfChange: Rule = {
  id: "explanation-of-change",
  category: "explanation",
  severity: "warning",
  holds: {
    zh: "解释上年增减的各项增减额，其合计与所解释的增减方向相同且不超过它。",
    en: "The rises and falls that explain a change on last year together go the same way and no further.",
  },
  inputs: {
    zh: "较上年增减额，及列有两个以上增减金额的原因说明",
    en: "A change on last year, and an explanation that lists two rises or falls or more",
  },
  message: {
    zh: "{place}「{what}」较上年变动 {stated}，而原因说明所列 {told} 合计 {sum} 万元，{how}。",
    en: "{place}: “{what}” changed by {stated} on last year, while the explanation tells {told} = {sum} ¥10k: {how}.",
  },
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    for (const reason of ledger.source.reasons) {
      const amounts = amountsOf(reason.text);
      const change = amounts === null || reason.item === null ? undefined : changeOf(ledger, reason);
      if (amounts === null || change === undefined || isOfBudget(ledger, reason)) continue;
      const changed = valueOf(change);
      const sum = amounts.reduce((total, amount) => total.plus(amount), Decimal.zero);
      if (changed.sign === 0) continue;
      const opposite = sum.sign * changed.sign < 0;
      checks.push({
        verdict: opposite || sum.abs().minus(changed.abs()).gt(CENT) ? "failed" : "passed",
        facts: [change],
        lines: [reason.source_line],
        stated: changed,
        expected: sum,
        unit: "万元",
        fill: {
          told: sumText(amounts),
          sum: figure(sum),
          how: opposite
            ? { zh: "方向相反", en: "the other way" }
            : { zh: "超出所解释的变动", en: "more than there is to explain" },
        },
      });
    }
    return checks;
  },
  cases: [
    {
      name: "rises and falls make the change",
      expect: "passed",
      facts: [changed("30.00")],
      reasons: [reason("人员经费增加40万元，项目经费减少10万元")],
    },
    {
      name: "a part of the change is explained",
      expect: "passed",
      facts: [changed("30.00")],
      reasons: [reason("人员经费增加15万元，公用经费增加5万元")],
    },
    {
      name: "more is explained than changed",
      expect: "failed",
      facts: [changed("30.00")],
      reasons: [reason("人员经费增加28.5万元，公用经费增加11.2万元")],
      message:
        "情况说明第1行「本年支出合计」较上年变动 30.00万元，而原因说明所列 28.5 + 11.2 合计 39.7 万元，超出所解释的变动。",
    },
    {
      name: "what is told goes the other way",
      expect: "failed",
      facts: [changed("-30.00")],
      reasons: [reason("人员经费增加20万元，项目经费减少5万元")],
    },
    {
      name: "an amount without a direction",
      expect: "not_checkable",
      facts: [changed("30.00")],
      reasons: [reason("人员经费增加20万元，其中奖金35万元")],
    },
    {
      name: "what is told explains the difference from the budget, the last that its sentence names",
      expect: "not_checkable",
      facts: [changed("-2.78")],
      reasons: [reason("接待减少2.95万元、车辆减少4.63万元")],
      lines: [
        "支出88.42万元，比上年减少2.78万元；决算数小于预算数7.58万元，主要原因是接待减少2.95万元、车辆减少4.63万元。",
      ],
    },
    {
      name: "one amount only",
      expect: "not_checkable",
      facts: [changed("30.00")],
      reasons: [reason("人员经费增加40万元")],
    },
  ],
};

/** Signed amounts, null where there are fewer than two or one does not say whether it rises or falls. */
function amountsOf(text: string): readonly Decimal[] | null {
  if (!holdsTwice(text, "万元")) return null;
  const amounts: Decimal[] = [];
  for (const [, words = "", digits = "0"] of matchesOf(AMOUNT, text)) {
    const rises = RISES.test(words);
    if (rises === FALLS.test(words)) return null;
    amounts.push(rises ? Decimal.of(digits) : Decimal.of(digits).negated());
  }
  return amounts.length < 2 ? null : amounts;
}

/** Whether a final account explains by how much it differs from its budget, and not from the year before. */
function isOfBudget(ledger: Ledger, reason: ReasonRow): boolean {
  if (ledger.report.report_kind !== "final") return false;
  const line = ledger.text(reason.source_line);
  const at = line.indexOf(reason.text.slice(0, BEGINNING));
  if (at <= 0) return false;
  const words = line.slice(line.lastIndexOf("。", at - 1) + 1, at);
  const last = (pattern: RegExp): number => [...words.matchAll(pattern)].at(-1)?.index ?? -1;
  return last(BUDGET) > last(YEAR_BEFORE);
}

/** The nearest change told before the explanation about the same thing. */
function changeOf(ledger: Ledger, reason: ReasonRow): FactRow | undefined {
  return ledger.told.findLast(
    (fact) =>
      fact.measure === "change" &&
      fact.item === reason.item &&
      fact.code === reason.code &&
      fact.unit === "万元" &&
      fact.value !== null &&
      fact.origin !== "table" &&
      fact.source_line <= reason.source_line &&
      reason.source_line - fact.source_line <= REACH,
  );
}

function changed(value: string) {
  return said("expenditure.total", value, { measure: "change", source_line: 1 });
}

function reason(text: string) {
  return { item: "expenditure.total", text, source_line: 1 } as const;
}
