import type { MeasureId } from "../../domain/measures.ts";
import { remembered, rememberedBeside } from "../../domain/remembered.ts";
import type { Name } from "./names.ts";
import { nameOf } from "./names.ts";
import type { Comparison, Measured } from "./words.ts";
import {
  accountAtEnd,
  accountAtStart,
  changeAtEnd,
  comparedAtEnd,
  comparisonOf,
  indicatorAtEnd,
  JOINING,
  levelAtEnd,
  rateAtEnd,
  scoreAtEnd,
} from "./words.ts";

/** Words of a measure with the name before them. */
export interface NamedReading extends Measured {
  /** `rest` as a name. */
  readonly name: Name;
}

/** What the words before a figure say, before anybody asks what the name means. */
export interface Lead {
  /** Candidate names with the measure that goes with each, best first; an empty name means «as before». */
  readonly readings: readonly NamedReading[];
  /** Direction of a change, 0 for no change. */
  readonly sign: 1 | -1 | 0;
  readonly comparison: Comparison | null;
}

export type UnitKind = "money" | "percent" | "points" | "bare" | "count";

/** Which grammar a figure's unit asks for. */
export function unitKindOf(unit: string): UnitKind {
  if (unit === "万元") return "money";
  if (unit === "%" || unit === "‰" || unit.endsWith("百分点")) return "percent";
  if (unit === "分") return "points";
  return unit === "" ? "bare" : "count";
}

const plain = (rest: string, words = ""): Measured => ({ measure: "final", words, rest });

/**
 * Reads the words between the last separator and a figure.
 *
 *     公务接待费支出决算为 0.07万元          name 公务接待费, measure final, words 支出决算为
 *     公务接待费支出决算比2019年减少 0.11    name 公务接待费, measure change, falling, against the year before
 *     占本年支出合计的 78.6%                name as before, measure share
 *
 * @param text without enumeration, connecting words and year.
 * @param compared what an earlier clause compares with («与2019年相比，»), null for nothing.
 */
export function leadOf(
  text: string,
  kind: UnitKind,
  compared: Comparison | null,
  ofIndicator: boolean,
  fiscalYear: number,
): Lead {
  if (compared !== null) return withNames(leadBeside(text, kind, compared, ofIndicator, fiscalYear));
  return LEADS[kind][ofIndicator ? 1 : 0](text, fiscalYear);
}

function withNames({ sign, comparison, readings }: UnnamedLead): Lead {
  return {
    sign,
    comparison,
    readings: readings.map(({ measure, words, rest }): NamedReading => {
      const name = nameOf(cleanName(rest));
      return { measure, words, rest: name.text, name };
    }),
  };
}

type UnnamedLead = Omit<Lead, "readings"> & { readonly readings: readonly Measured[] };

/** Of a clause beside which nothing is compared: what it says depends on its words alone. */
const plainLead = (kind: UnitKind, ofIndicator: boolean): ((text: string, fiscalYear: number) => Lead) =>
  rememberedBeside((text, fiscalYear) => withNames(leadBeside(text, kind, null, ofIndicator, fiscalYear)));
const LEADS: Readonly<Record<UnitKind, readonly [ReturnType<typeof plainLead>, ReturnType<typeof plainLead>]>> = {
  money: [plainLead("money", false), plainLead("money", true)],
  percent: [plainLead("percent", false), plainLead("percent", true)],
  points: [plainLead("points", false), plainLead("points", true)],
  bare: [plainLead("bare", false), plainLead("bare", true)],
  count: [plainLead("count", false), plainLead("count", true)],
};

function leadBeside(
  text: string,
  kind: UnitKind,
  compared: Comparison | null,
  ofIndicator: boolean,
  fiscalYear: number,
): UnnamedLead {
  if (ofIndicator) {
    const measured = indicatorAtEnd(text) ?? scoreAtEnd(text);
    if (measured !== null) return { readings: [measured], sign: 0, comparison: null };
  }
  if (kind === "points" || kind === "bare") {
    const measured = scoreAtEnd(text);
    if (measured !== null) return { readings: [measured], sign: 0, comparison: null };
  }
  const base = kind === "money" || kind === "count" ? comparisonOf(withoutJoining(text), fiscalYear) : null;
  if (base !== null) return { readings: [comparedAmount(base)], sign: 0, comparison: base };
  const beside = kind === "money" ? comparedAtEnd(text, fiscalYear) : null;
  if (beside !== null) {
    const readings = accountReadings(beside.name).map(({ rest }) => ({ ...comparedAmount(beside.base), rest }));
    return { readings, sign: 0, comparison: beside.base };
  }
  const level = kind === "money" && compared === null ? levelAtEnd(text) : null;
  if (level !== null) return { readings: accountReadings(level), sign: 0, comparison: null };
  const change = changeAtEnd(text, fiscalYear);
  if (change !== null) {
    const against = change.comparison ?? compared;
    if (against !== null || !change.needsComparison || kind === "percent")
      return changeLead(change.rest, change.words, change.sign, against, kind);
  }
  if (kind === "percent" || kind === "bare") {
    const rate = rateAtEnd(text);
    if (rate !== null) return { readings: namesBefore(rate), sign: 0, comparison: null };
  }
  return { readings: accountReadings(text), sign: 0, comparison: null };
}

/** «与2021年决算数223.30万元相比»: the figure that is compared with, of the subject so far. */
function comparedAmount({ words, base }: Comparison): Measured {
  const ofBudget = /预算/.test(words);
  if (base === "budget") return { measure: /年初/.test(words) ? "initial_budget" : "budget", words, rest: "" };
  return { measure: ofBudget ? "prior_budget" : "prior_final", words, rest: "" };
}

/** «比2019年（疫情前）减少» is no change on the year before. */
const CHANGES = { budget: "budget_change", prior: "change", earlier: "earlier_change" } as const satisfies Record<
  Comparison["base"],
  MeasureId
>;

function changeLead(rest: string, words: string, sign: 1 | -1, base: Comparison | null, kind: UnitKind): UnnamedLead {
  const change = CHANGES[base?.base ?? "prior"];
  const measure: MeasureId = kind === "percent" ? `${change}_rate` : change;
  const printed = `${base?.words ?? ""}${words}`;
  const readings = accountReadings(rest).map((reading) => ({ measure, words: printed, rest: reading.rest }));
  return { readings, sign, comparison: base };
}

/** 决算数比预算数: words of a column that the name before a rate or a change may carry. */
function namesBefore(measured: Measured): Measured[] {
  return accountReadings(measured.rest).map((reading) => ({ ...measured, rest: reading.rest }));
}

/** The candidate names of a clause, without the words of a column: 公务接待费支出决算. */
export const namesIn = (text: string): readonly string[] => accountReadings(text).map(({ rest }) => rest);

/** The name as it stands, then without words of a column, then without 支出, 收入 before those words. */
const accountReadings = remembered((text): readonly Measured[] => {
  const bare = withoutJoining(text);
  const joined = text.slice(bare.length);
  const readings: Measured[] = [plain(bare, "")];
  const atEnd = accountAtEnd(bare);
  if (atEnd !== null) {
    const words = `${atEnd.words}${joined}`;
    const rest = atEnd.rest.replace(/[,，:]$/, "");
    // «“三公”经费2022年初预算»: 年初 is of the measure, the year of neither.
    const name = rest.replace(/\d{4}(?:年度?)?$/, "");
    // «支出决算为» speaks of what the sentence speaks of, not of all expenditure.
    if (!/^(?:(?:当年|全年)?(?:支出|收入)|财政拨款|项目|该项目|本项目)?$/.test(name))
      readings.push({ ...atEnd, words, rest: name });
    const shorter = name
      .replace(/(?:财政拨款)?(?:支出|收入|费用|资金|经费支出)$/, "")
      .replace(/\d{4}年度?$/, "")
      .replace(/^(?:当年|全年)$/, "");
    readings.push({ ...atEnd, words: `${name.slice(shorter.length)}${words}`, rest: shorter });
  }
  const atStart = accountAtStart(bare);
  if (atStart !== null) readings.push({ ...atStart, words: `${atStart.words}${joined}` });
  return readings;
});

/** A name without «该项目», which is the project that the sentence speaks of, and without «…中包含». */
const cleanName = remembered((name) =>
  name
    .replace(/^(?:该|本|此)?项目(?:资金)?$/, "")
    // «1.因公出国（境）费。2022年安排预算10.00万元»
    .replace(/^(?:拟|计划)?安排$/, "")
    // «完成全年预算84.82万元的73.2%»
    .replace(/^完成$/, "")
    // «公务接待费2.20万元，…。费用支出较年初预算数减少»
    // «基本工资、津贴补贴等人员经费支出»: what it pays for stands before the name.
    .replace(/^.{2,80}等(?=(?:人员|日常公用|公用)经费)/, "")
    .replace(/^(?:该项|此项|本项)?(?:费用支出|费用|支出费用)$/, "")
    .replace(/^“[^”]{1,20}”的(?=.)/, "")
    // «1家行政单位和2家参公管理事业单位的机关运行经费»
    .replace(/^.{1,40}(?:单位|机关|机构|本级|部门)的(?=机关运行经费)/, "")
    // «某街道办事处单位（行政单位和参照公务员法管理事业单位）机关运行经费»
    .replace(/^.{0,40}\((?:行政单位|参照公务员法)[^()]{0,30}\)的?(?=机关运行经费)/, "")
    .replace(/^(?:与|比|较|相比|比较)$/, "")
    .replace(/^.{0,12}?中?(?:包含|包括)(?=.)/, "")
    .replace(/^[,，:、]+|[,，:、]+$/g, ""),
);

/** Without 为, 是, 共计 … at the end. */
export const withoutJoining = remembered((text) => {
  let rest = text;
  for (let pass = 0; pass < 4; pass += 1) {
    const shorter = rest.replace(JOINING, "");
    if (shorter === rest || shorter === "") return shorter === "" ? "" : rest;
    rest = shorter;
  }
  return rest;
});
