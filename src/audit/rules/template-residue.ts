import type { Reading } from "../families/printed-text.ts";
import { printedText } from "../families/printed-text.ts";

const ONE_WORD = 2;
const LEFT: Reading = { verdict: "failed" };
const CHOSEN: Reading = { verdict: "passed" };

export const templateResidue = printedText({
  id: "template-residue",
  category: "template",
  severity: "warning",
  holds: {
    zh: "增减方向已选定，不保留模板中的「减少（增加）」等备选词。",
    en: "The direction of a change is chosen: no «decreased (increased)» is left from the template.",
  },
  inputs: { zh: "述及增减的文字", en: "Words that tell a change" },
  message: {
    zh: "第{line}行「{quote}」是未删改的模板文字，增减方向不明。",
    en: "Line {line}: “{quote}” is left from the template and leaves the direction open.",
  },
  words: ["减少", "增加", "增长", "下降", "降低", "上升", "大于", "小于"],
  pattern:
    /(?:减少|增加|增长|下降|降低|上升|大于|小于)(?:\s*[（(/／、或]\s*(?:减少|增加|增长|下降|降低|上升|大于|小于)\s*[）)]?)?/g,
  read: ([words]) => (words.length > ONE_WORD ? LEFT : CHOSEN),
  cases: [
    { name: "the direction is told", expect: "passed", facts: [], lines: ["与上年相比减少0.11万元。"] },
    {
      name: "both directions are left",
      expect: "failed",
      facts: [],
      lines: ["与上年相比减少（增加）0万元。"],
      message: "第1行「减少（增加）」是未删改的模板文字，增减方向不明。",
    },
    { name: "no change is told", expect: "not_checkable", facts: [], lines: ["支出决算为0万元。"] },
  ],
});
