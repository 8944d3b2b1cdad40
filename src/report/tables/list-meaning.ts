import type { ItemId } from "../../domain/items.ts";
import { assetItem } from "./asset-meaning.ts";
import type { ColumnMeaning } from "./column-meanings.ts";
import { isEconomicCode } from "./class-names.ts";
import type { ListKind } from "./names.ts";
import type { Entry } from "./parsed-table.ts";
import type { RowMeaning } from "./row-meanings.ts";
import { bareLabel } from "./words.ts";

/** What a cell of a list says: a list has rows of projects, purchases or costs instead of classes. */
export interface ListMeaning {
  readonly item: ItemId | null;
  readonly code: string | null;
  /** The row's own name, null where the table's usual label is right. */
  readonly label: string | null;
}

const TOTAL = /^(?:政府采购(?:支出|预算)?)?(?:合计|总计|共计|小计)$/;
const PURCHASES: readonly (readonly [RegExp, ItemId])[] = [
  [/^(?:A)?(?:政府采购)?货物类?(?:采购)?(?:支出|预算)?$/, "procurement.goods"],
  [/^(?:B)?(?:政府采购)?工程类?(?:采购)?(?:支出|预算)?$/, "procurement.works"],
  [/^(?:C)?(?:政府采购)?服务类?(?:采购)?(?:支出|预算)?$/, "procurement.services"],
];

/**
 * Item, code and name of a cell in a list of projects, purchases or costs of running an agency:
 *
 *     208<TAB>01<TAB>09<TAB>社会保险经办机构<TAB>社会保险稽核专项<TAB>186.00
 *                                                     ^^^^^^^^^^^^^^^^ the project's name
 */
export function listMeaning(list: ListKind, entry: Entry, row: RowMeaning, column: ColumnMeaning): ListMeaning {
  const words = entry.group.naming.map(({ index, path }) => ({
    text: entry.row.cells[index]?.text ?? "",
    header: path.at(-1) ?? "",
  }));
  const isFirst = column.whole || column.column === entry.group.values[0];
  const isTotal = words.some(({ text }) => TOTAL.test(text));
  if (list === "agency_operating") {
    if (isTotal) return { item: isFirst ? "expenditure.agency_operating" : null, code: null, label: null };
    const economic = row.code !== null && isEconomicCode(row.code);
    return { item: economic && isFirst ? "expenditure.economic" : row.item, code: row.code, label: null };
  }
  if (list === "procurement") {
    if (!isFirst) return { item: null, code: null, label: null };
    if (isTotal) return { item: "procurement.total", code: null, label: null };
    const name = bareLabel(entry.label.text);
    return { item: PURCHASES.find(([pattern]) => pattern.test(name))?.[1] ?? null, code: null, label: null };
  }
  const project =
    words.find(({ header }) =>
      /项目名称|^项目$|^支出项目|、项目[)）]$|^专项(?:资金|经费)?名称$|^资金名称$/.test(header),
    )?.text ?? "";
  if (list === "purchased_services")
    return { item: isTotal && isFirst ? "procurement.purchased_services" : null, code: null, label: project || null };
  if (list === "new_assets") {
    const isAmount = /金额|^合计$/.test(column.column.path.at(-1) ?? "");
    return { item: isTotal && isAmount ? "asset.acquired" : null, code: null, label: null };
  }
  if (list === "assets") return { item: assetItem(entry.label.text, column.column.path), code: null, label: null };
  if (list === "projects" && !isTotal && project !== "") {
    return { item: isFirst ? "project" : null, code: null, label: project };
  }
  // 一般公共预算项目支出表（按支出经济分类科目）: what projects spend by class.
  if (list === "projects" && row.code !== null && project === "")
    return { item: isFirst ? "expenditure.project" : null, code: row.code, label: null };
  if (list === "projects") return { item: null, code: null, label: null };
  return { item: null, code: row.code, label: null };
}
