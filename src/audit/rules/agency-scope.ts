import { linesText } from "../describe.ts";
import type { Check, Rule } from "../types.ts";

/** «部门（单位）名称：某局（本级）» above a table. */
const HEAD = /^\s*(?:部门|单位|编制单位|公开部门|预算单位)[^:：\t]{0,8}[:：]\s*([^\t]{4,40}?)\s*$/;
const OWN_LEVEL = /[（(]?本级[)）]?$/;

export const agencyScope: Rule = {
  id: "agency-scope",
  category: "label",
  severity: "info",
  holds: {
    zh: "各表表头的单位名称一致，包括是否注明「本级」。",
    en: "Every table head names the agency alike, with or without «本级».",
  },
  inputs: { zh: "两个以上写明单位名称的表头", en: "At least two table heads that name the agency" },
  message: {
    zh: "第{where}行表头写作「{odd}」，其余各表写作「{usual}」，范围（本级或汇总）不明。",
    en: "Line {where}: the table head says “{odd}”, the others “{usual}”: its scope is unclear.",
  },
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    const heads = ledger.linesWith(":", "：").flatMap((line) => {
      const name = HEAD.exec(line.text)?.[1]?.replace(/\s+/g, "").replace(/\(/g, "（").replace(/\)/g, "）");
      return name === undefined ? [] : [{ no: line.no, name }];
    });
    if (heads.length < 2) return checks;
    const own = heads.filter(({ name }) => OWN_LEVEL.test(name));
    const bare = heads.filter(({ name }) => own.some((other) => other.name.replace(OWN_LEVEL, "") === name));
    const odd = bare.length <= own.length ? bare : own;
    const usual = odd === bare ? own : bare;
    checks.push({
      verdict: odd.length === 0 ? "passed" : "failed",
      facts: [],
      lines: odd.map(({ no }) => no),
      stated: null,
      expected: null,
      unit: null,
      fill: {
        where: linesText(odd.map(({ no }) => no)),
        odd: odd[0]?.name ?? "",
        usual: usual[0]?.name ?? "",
      },
    });
    return checks;
  },
  cases: [
    {
      name: "every head alike",
      expect: "passed",
      facts: [],
      lines: ["部门：示例中心（本级）", "部门：示例中心（本级）"],
    },
    {
      name: "one head leaves 本级 out",
      expect: "failed",
      facts: [],
      lines: ["部门：示例中心（本级）", "部门：示例中心（本级）", "部门：示例中心"],
      message: "第3行表头写作「示例中心」，其余各表写作「示例中心（本级）」，范围（本级或汇总）不明。",
    },
    { name: "one head", expect: "not_checkable", facts: [], lines: ["部门：示例中心（本级）"] },
  ],
};
