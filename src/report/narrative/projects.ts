import type { Subject } from "./subject.ts";

/** Where a sentence names the project or the indicator that the next figures are about. */

/**
 * A self-evaluation of one project:
 *
 *     (2) 自主聘用人员经费项目绩效自评综述。      我部门重点评价的某某中心运行费项目绩效评价结果如下：
 *         ^^^^^^^^^^^^                                    ^^^^^^^^^^^^^^
 */
const SUMMARY = /^(.{2,60}?)(?:项目)?(?:支出)?(?:绩效)?(?:自评|自评价|评价)综述/;
const RESULT = /(?:^|的)([^的，。]{2,40}?)项目(?:支出)?(?:绩效)?(?:自评|评价)(?:结果|情况)如下/;
/** «年初预算项目:某某专项经费», «项目名称：某某». */
const TITLED = /^(?:年初预算|年中追加|重点|专项)?项目(?:名称)?:(.{2,40})$/;

/** Whether a text may name a project: most do not, and need not be looked at further. */
export function mayNameProject(text: string): boolean {
  return /综述|如下|项目/.test(text);
}

/** The project's name as printed, null for a clause that names none. */
function projectNamed(clause: string): string | null {
  if (!mayNameProject(clause)) return null;
  const match = SUMMARY.exec(clause) ?? RESULT.exec(clause) ?? TITLED.exec(clause);
  const name = match?.[1]?.replace(/项目$/, "");
  return name === undefined || /^(?:部门|单位|整体支出|部门整体支出)$/.test(name) ? null : name;
}

/** A project as what the next figures are about. */
export function projectSubject(clause: string): Subject | null {
  const label = projectNamed(clause);
  return label === null ? null : { item: "project", code: null, label, parentLabel: null };
}

/**
 * An indicator with its target; commas may stand in its name:
 *
 *     指标 1：采购物品与实际相符，各项性能指标正常 年度指标达标，实际完成达标，得分 40 分。
 *            ^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
const INDICATOR = /(?:指标\d{0,2}:?)?([^。;]{2,80}?)(?:年度指标|预期指标|目标值|指标值)/y;

/** The indicator's name if a sentence on an indicator begins at `at`, else null. */
export function indicatorNamed(text: string, at: number): string | null {
  if (!text.includes("指标", at) && !text.includes("目标值", at)) return null;
  INDICATOR.lastIndex = at;
  const name = INDICATOR.exec(text)?.[1];
  if (name === undefined || !/(?:实际|完成|得分)/.test(text.slice(at, at + 240))) return null;
  return (
    name
      .replace(/^[①-⑳(（\d).、]+/, "")
      .split(/[—–-]/)
      .at(-1) ?? name
  );
}

/** A heading over indicators: it keeps the project of the headings before. */
export function isIndicatorHeading(heading: string): boolean {
  return /指标/.test(heading) && heading.length <= 30;
}
