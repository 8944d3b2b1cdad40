import type { Format } from "../../i18n/format.ts";
import * as m from "../../i18n/generated/messages.js";
import { inLocale } from "../../i18n/locale.ts";
import type { SourceFactsRow } from "../../model/queries/index.ts";

/** How many decimals were printed: 0.01 → 2. Money read from 元 has more of them in 万元. */
function decimalsOf(fact: SourceFactsRow): number {
  if (fact.precision === null || fact.precision <= 0) return 2;
  return Math.min(6, Math.max(0, Math.ceil(-Math.log10(fact.precision) - 1e-9)));
}

/** What the figure is about: its canonical item, or its printed label where it has none. */
export function factItem(fact: SourceFactsRow, format: Format): string {
  const name =
    fact.item_zh === null || fact.item_en === null
      ? m.source_fact_no_item()
      : inLocale(format.locale, { zh: fact.item_zh, en: fact.item_en });
  return fact.code === null ? name : `${name} ${fact.code}`;
}

export function factMeasure(fact: SourceFactsRow, format: Format): string {
  return inLocale(format.locale, { zh: fact.measure_zh, en: fact.measure_en });
}

/** The value in its unit, or that nothing is printed there. */
export function factValue(fact: SourceFactsRow, format: Format): string {
  return fact.value === null ? m.source_fact_no_value() : format.value(fact.value, fact.unit, decimalsOf(fact));
}
