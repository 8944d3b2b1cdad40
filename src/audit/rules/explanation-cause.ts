import { Decimal } from "../../domain/decimal.ts";
import { figure } from "../describe.ts";
import { printedText } from "../families/printed-text.ts";

export const explanationCause = printedText({
  id: "explanation-cause",
  category: "explanation",
  severity: "warning",
  holds: {
    zh: "「由于…A 万元，所以结余 B 万元」中，原因金额与结余金额相等。",
    en: "In «because of A …, B is left over» both amounts are the same.",
  },
  inputs: { zh: "以金额说明结余的句子", en: "A sentence that explains a balance by an amount" },
  message: {
    zh: "第{line}行以 {cause} 万元说明结余 {effect} 万元，尚有 {open} 万元未说明。",
    en: "Line {line}: a balance of {effect} ¥10k is explained by {cause} ¥10k, which leaves {open} ¥10k unexplained.",
  },
  words: ["结余"],
  pattern:
    /(?:由于|因|因为)[^。；]*?(\d+(?:\.\d+)?)\s*万元[^。；\d]{0,12}(?:所以|因此|故|导致)[^。；\d]*?结余\s*(\d+(?:\.\d+)?)\s*万元/g,
  read: ([, first = "0", second = "0"]) => {
    const cause = Decimal.of(first);
    const effect = Decimal.of(second);
    return {
      verdict: cause.eq(effect) ? "passed" : "failed",
      fill: { cause: figure(cause), effect: figure(effect), open: figure(effect.minus(cause).abs()) },
    };
  },
  cases: [
    {
      name: "the cause is as large as the effect",
      expect: "passed",
      facts: [],
      lines: ["由于年末收到上级资金670万元，所以年末结余670万元未使用。"],
    },
    {
      name: "the cause is smaller",
      expect: "failed",
      facts: [],
      lines: ["由于年末收到上级资金670万元，所以年末结余1000万元未使用。"],
      message: "第1行以 670 万元说明结余 1000 万元，尚有 330 万元未说明。",
    },
    { name: "no such sentence", expect: "not_checkable", facts: [], lines: ["年末无结余。"] },
  ],
});
