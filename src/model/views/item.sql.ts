import { ITEMS } from "../../domain/items.ts";
import type { Item } from "../../domain/items.ts";
import { valueList } from "./value-list.ts";
import { col, defineView } from "./view.ts";

export interface ItemViewRow {
  item: string;
  position: number;
  zh: string;
  en: string;
  unit: string | null;
  within_item: string | null;
}

const rows = ITEMS.map((entry: Item, position) => [
  entry.id,
  position,
  entry.zh,
  entry.en,
  entry.unit,
  entry.within ?? null,
]);

export const itemView = defineView<ItemViewRow>({
  name: "item",
  zh: "项目词表",
  en: "Vocabulary of items",
  columns: {
    item: col("VARCHAR", "项目", "Item id, as in fact.item"),
    position: col("INTEGER", "次序", "Order of the vocabulary"),
    zh: col("VARCHAR", "中文名", "Chinese name"),
    en: col("VARCHAR", "英文名", "English name"),
    unit: col("VARCHAR", "单位", "Unit"),
    within_item: col("VARCHAR", "所属项目", "Item that contains it as a part"),
  },
  sql: valueList(
    { item: "VARCHAR", position: "INTEGER", zh: "VARCHAR", en: "VARCHAR", unit: "VARCHAR", within_item: "VARCHAR" },
    rows,
  ),
});
