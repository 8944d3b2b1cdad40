import { MEASURES } from "../../domain/measures.ts";
import { join, literal, sql } from "../sql.ts";
import { col, defineView } from "./view.ts";

export interface MeasureViewRow {
  measure: string;
  zh: string;
  en: string;
}

const rows = MEASURES.map(({ id, zh, en }) => sql`(${join([id, zh, en].map(literal), ", ")})`);

export const measureView = defineView<MeasureViewRow>({
  name: "measure",
  zh: "数字性质词表",
  en: "Vocabulary of measures",
  columns: {
    measure: col("VARCHAR", "数字性质", "Measure id, as in fact.measure"),
    zh: col("VARCHAR", "中文名", "Chinese name"),
    en: col("VARCHAR", "英文名", "English name"),
  },
  sql: sql`
    SELECT * FROM (VALUES
      ${join(rows, ",\n      ")}
    ) AS vocabulary (measure, zh, en)`,
});
