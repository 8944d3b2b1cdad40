import { remembered } from "../../domain/remembered.ts";
import type { NameSurroundings } from "./names.ts";
import { nameOf, subjectsNamed } from "./names.ts";
import { openingOf } from "./openings.ts";
import type { Subject } from "./subject.ts";

/** What a heading says about the sentences below it. */
export interface Section {
  readonly heading: string;
  readonly subjects: readonly Subject[];
  readonly fiscalOnly: boolean;
  /** The fund that the section is about: «本年收入» below 政府性基金… is that fund's. */
  readonly fund: Fund | null;
  /** It lists expenditure by function class. */
  readonly byFunction: boolean;
}

export type Fund = "government_fund" | "state_capital";

export const NO_SECTION: Section = { heading: "", subjects: [], fiscalOnly: false, fund: null, byFunction: false };

/** The fund that a heading or a name begins with. */
export function fundOf(text: string): Fund | null {
  if (/^政府性基金/.test(text)) return "government_fund";
  return /^国有资本经营/.test(text) ? "state_capital" : null;
}

const TAIL =
  /(?:(?:财政拨款)?(?:支出|收入)?(?:决算|预算)?(?:收支)?(?:总体|结构|具体|支出)?(?:情况)?(?:的)?(?:说明)?(?:如下)?[:：]?)$/;

/** «收入支出决算总体情况» speaks of both sides and of neither alone. */
const BOTH = /^(?:财政拨款)?(?:收入支出|收支|收入、支出)/;

const ALONE: NameSurroundings = {
  unit: "万元",
  within: null,
  section: null,
  fiscalOnly: false,
  before: "",
  withinLabel: null,
  withinCode: null,
  inService: null,
  byFunction: false,
};

/** What the words of a heading name, whatever stands around it. */
const headedSubjects = remembered((words): readonly Subject[] => {
  const name = words.replace(/关于|(?:情况|说明|的|如下|:)+$/g, "");
  if (BOTH.test(name)) return [];
  // «（一）收入预算说明»: one side, whatever the heading above speaks of.
  const side = /^(?:本年|部门|单位)?(收入|支出)(?:预算|决算)$/.exec(name)?.[1];
  if (side !== undefined) return subjectsNamed(nameOf(side), ALONE) ?? [];
  return subjectsNamed(nameOf(name), ALONE) ?? subjectsNamed(nameOf(name.replace(TAIL, "")), ALONE) ?? [];
});

/**
 * Reads a heading:
 *
 *     （一）机关运行经费支出情况        四、财政拨款收入支出决算总体情况说明
 *           ^^^^^^^^^^^^                   ^^^^^^^^^^^^ totals below are of appropriations only
 */
export function sectionOf(heading: string, agencyNames: readonly string[], fallback: Section): Section {
  const { rest } = openingOf(heading, agencyNames);
  const subjects = headedSubjects(rest);
  const isTop = /^[一二三四五六七八九十]{1,3}[、.]/.test(heading) || fallback === NO_SECTION;
  return {
    heading: rest,
    subjects: subjects.length > 0 ? subjects : isTop ? [] : fallback.subjects,
    fiscalOnly: /^财政拨款(?:收入支出|收支)/.test(rest) || (!isTop && fallback.fiscalOnly),
    fund: fundOf(rest.replace(/^关于/, "")) ?? (isTop ? null : fallback.fund),
    byFunction: rest.includes("功能分类"),
  };
}
