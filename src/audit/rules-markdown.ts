import { RULES } from "./rules/index.ts";
import type { Severity } from "../domain/records.ts";
import { CATEGORIES } from "./types.ts";

const SEVERITY: Record<Severity, string> = {
  error: "错误 error",
  warning: "提示 warning",
  rounding: "尾差 rounding",
  info: "备注 info",
};

/** RULES.md: the catalogue for people, generated from the rules themselves. */
export function rulesMarkdown(): string {
  const sections = CATEGORIES.flatMap((category) => {
    const rules = RULES.filter((rule) => rule.category === category.id);
    if (rules.length === 0) return [];
    return [
      `## ${category.zh} · ${category.en}`,
      "",
      "| 规则 rule | 级别 severity | 应当成立 what must hold | 所需 inputs | 例 cases |",
      "| --- | --- | --- | --- | --- |",
      ...rules.map(
        (rule) =>
          `| \`${rule.id}\` | ${SEVERITY[rule.severity]} | ${rule.holds.zh}<br>${rule.holds.en} | ${rule.inputs.zh}<br>${rule.inputs.en} | ${rule.cases.length} |`,
      ),
      "",
    ];
  });
  return [
    "# 核查规则 · Audit rules",
    "",
    `${RULES.length} 条规则，由 \`npm run docs\` 依规则目录生成，勿手工修改。${RULES.length} rules, generated from the catalogue by \`npm run docs\`; do not edit.`,
    "",
    "缺少所需数字时结果为「不可核」，不算通过。每个加数末位一个单位以内的差为尾差。A rule without its inputs is not checkable, never passed; a difference of at most one unit of the last printed digit per addend is rounding.",
    "",
    ...sections,
  ].join("\n");
}
