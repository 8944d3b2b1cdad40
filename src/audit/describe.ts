import type { Decimal } from "../domain/decimal.ts";
import { groupedDigits, isDigit } from "../domain/digits.ts";
import { englishUnit } from "../domain/english-units.ts";
import { itemOf } from "../domain/items.ts";
import { MEASURES } from "../domain/measures.ts";
import type { FactRow } from "../domain/records.ts";
import { remembered } from "../domain/remembered.ts";
import { STATEMENTS } from "../domain/statements.ts";
import { normalisedUnit } from "../domain/units.ts";
import type { Bilingual } from "./types.ts";

/** How findings name figures and places, in both languages. Printed names stay Chinese in quotes. */

export function same(text: string): Bilingual {
  return { zh: text, en: text };
}

/** «208 社会保障和就业支出» as printed; in English the item's name with the code. */
export function nameOf(fact: FactRow): Bilingual {
  const label = cleaned(fact.label);
  const zh = fact.code === null || label.includes(fact.code) ? label : `${fact.code} ${label}`;
  const { item } = fact;
  const english = item === null || item === "project" || item === "project.indicator" ? label : itemOf(item).en;
  return { zh, en: fact.code === null ? english : `${english}, ${fact.code}` };
}

/** Headers that say no more than that an amount follows. */
const PLAIN_HEADERS = new Set(["决算数", "预算数", "金额", "合计", "小计", "本年支出", "支出", "收入"]);

/** The name with the column, where a table row has several: «208 社会保障和就业支出／财政拨款收入». */
export function cellNameOf(fact: FactRow): Bilingual {
  const name = nameOf(fact);
  const column = fact.column_label.split("/").findLast((part) => !PLAIN_HEADERS.has(part)) ?? "";
  const plain = column === "" || fact.origin !== "table" || fact.label.includes(column);
  return { zh: plain ? name.zh : `${name.zh}／${column}`, en: name.en };
}

export function measureOf(fact: FactRow): Bilingual {
  const measure = MEASURES.find((entry) => entry.id === fact.measure);
  return { zh: measure?.zh ?? fact.measure, en: measure?.en ?? fact.measure };
}

const STATEMENT_NAMES: ReadonlyMap<string, Bilingual> = new Map(STATEMENTS.map((entry) => [entry.id, entry]));

/** «《支出表》第174行», «情况说明第417行». */
export function placeOf(fact: FactRow): Bilingual {
  const statement = STATEMENT_NAMES.get(fact.statement);
  const zh = statement?.zh ?? fact.statement;
  return {
    zh: `${fact.origin === "table" ? `《${zh}》` : zh}第${fact.source_line}行`,
    en: `${statement?.en ?? fact.statement}, line ${fact.source_line}`,
  };
}

/** A text in both languages around values: `both`${place}为 ${amount}``; for texts that differ in their values only. */
export function both(texts: TemplateStringsArray, ...values: readonly (string | Bilingual)[]): Bilingual {
  const fill = (language: "zh" | "en") =>
    texts.reduce((text, next, index) => {
      const value = values[index - 1] ?? "";
      return `${text}${typeof value === "string" ? value : value[language]}${next}`;
    });
  return { zh: fill("zh"), en: fill("en") };
}

/** The digits as printed, with their sign: «12948.8», in English «12,948.8». */
export function digitsOf(fact: FactRow): Bilingual {
  const digits = fact.value_text;
  const negative = fact.value?.startsWith("-") === true && !/^[-－–−(（]/.test(digits) ? "−" : "";
  return { zh: negative + digits, en: negative + groupedDigits(digits) };
}

/** The same without the sign. */
export function sizeOf(fact: FactRow): Bilingual {
  const { zh, en } = digitsOf(fact);
  return { zh: zh.replace(SIGN, ""), en: en.replace(SIGN, "") };
}

const SIGN = /^[-－–−]/;

/** The digits as printed with the printed unit: «12948.8万元», «95.84%»; in English «12,948.8 ¥10k». */
export function printed(fact: FactRow): Bilingual {
  const { zh, en } = digitsOf(fact);
  const { unit_text: unit } = fact;
  if (unit === "" || zh.endsWith(unit)) return { zh, en };
  return { zh: zh + unit, en: /[%％]/.test(unit) ? `${en}%` : `${en} ${unitName(unit, en).en}` };
}

const ONE = /^1(?:\.0+)?$/;

/**
 * A unit as printed, and its English name: 名 is 人, 套 is 台(套); money keeps its size.
 *
 * @param amount what is counted, in digits: one of it is named in the singular.
 */
export function unitName(unit: string, amount = ""): Bilingual {
  const size = MONEY_SIZES[unit];
  if (size !== undefined) return { zh: unit, en: size };
  const data = normalisedUnit(unit);
  return { zh: unit, en: englishUnit(data === null || data.unit === "万元" ? unit : data.unit, !ONE.test(amount)) };
}

/** Sizes of money that reports print and the data does not have. */
const MONEY_SIZES: Readonly<Record<string, string>> = { 百元: "¥100", 千元: "¥1k", 百万元: "¥1m", 亿: "¥100m" };

/** «12.50 + 3.00 − 1.20». */
export function sumText(amounts: readonly Decimal[]): Bilingual {
  const text = (language: "zh" | "en") =>
    amounts
      .map((amount) => figure(amount)[language])
      .join(" + ")
      .replaceAll("+ −", "− ");
  return { zh: text("zh"), en: text("en") };
}

/** Texts one after the other, as each language lists them. */
export function listed(texts: readonly Bilingual[], mark: Bilingual = { zh: "；", en: "; " }): Bilingual {
  return { zh: texts.map(({ zh }) => zh).join(mark.zh), en: texts.map(({ en }) => en).join(mark.en) };
}

/** The printed unit that fits figures which must be multiplied with 10^exponent: 元 for 万元, and the reverse. */
export function otherUnit(unitText: string, exponent: 4 | -4): Bilingual {
  const smaller: Readonly<Record<string, string>> = { 万元: "元", 亿元: "万元" };
  const larger: Readonly<Record<string, string>> = { 元: "万元", 万元: "亿元" };
  const right = (exponent === -4 ? smaller : larger)[unitText];
  return right === undefined ? both`${unitName(unitText)}×10^${String(exponent)}` : unitName(right);
}

/** «13894.78（第140行）+ 125.73（第142行）», at most six addends, zeros left out. */
export function addends(facts: readonly FactRow[], minus: readonly FactRow[] = []): Bilingual {
  const terms = [...facts.map((fact) => ["+", fact] as const), ...minus.map((fact) => ["−", fact] as const)].filter(
    ([, fact]) => Number(fact.value) !== 0,
  );
  if (terms.length === 0) return { zh: "均为 0", en: "all 0" };
  const shown = terms.slice(0, MOST_ADDENDS);
  const rest = terms.length - shown.length;
  let [zh, en] = ["", ""];
  for (const [sign, fact] of shown) {
    const mark = zh === "" ? (sign === "+" ? "" : `${sign} `) : ` ${sign} `;
    const digits = digitsOf(fact);
    zh += `${mark}${digits.zh}（第${fact.source_line}行）`;
    en += `${mark}${digits.en} (line ${fact.source_line})`;
  }
  return rest > 0 ? { zh: `${zh} 等共 ${terms.length} 项`, en: `${en} and ${rest} more` } : { zh, en };
}

const MOST_ADDENDS = 6;

/**
 * A number for a message, in the printed unit of the figure it is held against: plain decimals, at
 * least as many digits as that figure prints, thousands grouped where that figure groups them and in
 * English always.
 */
export function figure(value: Decimal, like?: FactRow): Bilingual {
  const plain = plainFigure(value, like);
  const grouped = groupedDigits(plain);
  return { zh: like?.value_text.includes(",") === true ? grouped : plain, en: grouped };
}

/** The same without grouping, to be held against printed digits. */
export function plainFigure(value: Decimal, like?: FactRow): string {
  const factor = like === undefined || like.unit_text === like.unit ? null : normalisedUnit(like.unit_text)?.factor;
  const shown = factor === null || factor === undefined ? value : value.over(factor);
  const own = shown.decimals;
  const text = shown.toFixed(Math.min(Math.max(printedDecimals(like?.value_text ?? ""), own), 6));
  return text.startsWith("-") ? `−${text.slice(1)}` : text;
}

/** Digits behind the first point that has some: 2 of «1,234.50», 0 of «12». */
function printedDecimals(text: string): number {
  for (let point = text.indexOf("."); point !== -1; point = text.indexOf(".", point + 1)) {
    let end = point + 1;
    while (end < text.length && isDigit(text, end)) end += 1;
    if (end > point + 1) return end - point - 1;
  }
  return 0;
}

/** «第44、45行» and «line 44, 45»: distinct lines in printed order. */
export function linesText(lines: readonly number[]): Bilingual {
  const distinct = [...new Set(lines)];
  return { zh: distinct.join("、"), en: distinct.join(", ") };
}

/** A printed label without numbering, brackets of the outline and white space. */
export const cleaned = remembered((label) =>
  label
    .replace(/\s+/g, "")
    .replace(/^(?:其中[:：])?(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])+/, "")
    .replace(/^其中[:：]/, ""),
);

/** A difference for a message, in the printed unit: «6000», «0.10». */
export function differenceText(difference: Decimal, like?: FactRow): Bilingual {
  const { zh, en } = figure(difference, like);
  return { zh: zh.replace(/\.0+$/, ""), en: en.replace(/\.0+$/, "") };
}
