import { HELD } from "../check.ts";
import type { Bilingual, Check, Rule } from "../types.ts";

/** «减少为0.00万元，与2024年持平»: what changed and what stayed as it was, in one clause after the other. */
const CONTRADICTION =
  /(减少|下降|增加|增长|上升)(?:为|至|到)[\d.,]+(?:万元|元|%)?[,，](?:与|和|比|较|同)[^,，。;；]{0,14}(?:持平|一致|相同|无变化|没有变化)/;
const LEVEL = /持平|(?:与|和|比|较|同)[^,，。;；]{0,14}(?:一致|相同|无变化|没有变化)/;
/** A sentence goes over the end of a line: so much of the line before is read with it. */
const BEFORE = 40;

const squeezed = (text: string): string => text.replace(/\s+/g, "");

export const changeAndLevel: Rule = {
  id: "change-and-level",
  category: "stated_ratio",
  severity: "warning",
  holds: {
    zh: "称与上年持平的数，同句不称其增加或减少。",
    en: "An amount told to be the same as last year is not told to have risen or fallen in the same sentence.",
  },
  inputs: { zh: "「与××年持平」及其前一分句", en: "A clause “the same as last year” with the clause before it" },
  message: {
    zh: "第{line}行「{quote}」既称{told}又称持平，自相矛盾。",
    en: "Line {line}: “{quote}” says both that the amount {told} and that it stayed the same.",
  },
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    for (const line of ledger.linesWith("持平", "一致", "相同", "变化")) {
      const own = squeezed(line.text);
      if (!LEVEL.test(own)) continue;
      const above = squeezed(ledger.source.lines[line.no - 2]?.text ?? "").slice(-BEFORE);
      const match = CONTRADICTION.exec(above + own);
      // What ends in the line above was said of that line.
      if (match === null || match.index + match[0].length <= above.length) {
        checks.push(HELD);
        continue;
      }
      const told: Bilingual = /减少|下降/.test(match[0]) ? { zh: "减少", en: "fell" } : { zh: "增加", en: "rose" };
      checks.push({
        verdict: "failed",
        facts: [],
        lines: [line.no],
        stated: null,
        expected: null,
        unit: null,
        fill: { quote: match[0], told },
      });
    }
    return checks;
  },
  cases: [
    { name: "the same as last year", expect: "passed", facts: [], lines: ["公务接待费0.00万元，与2023年持平。"] },
    {
      name: "fallen and the same, over two lines",
      expect: "failed",
      facts: [],
      lines: ["因公出国费与2023年持平；公务接待费支出决算减少为 1.20", "万元，与 2023 年持平。"],
      message: "第2行「减少为1.20万元，与2023年持平」既称减少又称持平，自相矛盾。",
    },
    {
      name: "one fell, the other stayed",
      expect: "passed",
      facts: [],
      lines: ["公务用车运行费减少1.20万元，公务接待费与2023年持平。"],
    },
    { name: "no level told", expect: "not_checkable", facts: [], lines: ["公务接待费减少至1.20万元。"] },
  ],
};
