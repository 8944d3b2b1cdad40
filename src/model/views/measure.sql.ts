import { MEASURES } from "../../domain/measures.ts";
import { valueList } from "./value-list.ts";
import { col, defineView } from "./view.ts";

export interface MeasureViewRow {
  measure: string;
  zh: string;
  en: string;
}

export const measureView = defineView<MeasureViewRow>({
  name: "measure",
  zh: "数字性质词表",
  en: "Vocabulary of measures",
  columns: {
    measure: col("VARCHAR", "数字性质", "Measure id, as in fact.measure"),
    zh: col("VARCHAR", "中文名", "Chinese name"),
    en: col("VARCHAR", "英文名", "English name"),
  },
  sql: valueList(
    { measure: "VARCHAR", zh: "VARCHAR", en: "VARCHAR" },
    MEASURES.map(({ id, zh, en }) => [id, zh, en]),
  ),
});
