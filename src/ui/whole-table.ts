import { flushSync, mount, unmount } from "svelte";
import type { Component } from "svelte";
import type { TableColumn } from "./data-table.ts";
import DataTable from "./DataTable.svelte";
import { tableCells } from "./table-cells.ts";
import type { TableTexts } from "./twin.ts";

/** Rows drawn at once: between two chunks the page answers. */
const CHUNK = 200;

interface DrawnTable<Row> extends Record<string, unknown> {
  caption: string;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  key: (row: Row) => string;
}

/**
 * The texts of all rows of a table that shows a page of them, as each would read there: they are
 * drawn out of sight, chunk by chunk, so that a copy can never say anything else than the page.
 *
 * @param contexts those of the component that asks: cells may need the app.
 */
export async function wholeTable<Row>(
  of: {
    readonly columns: readonly TableColumn<Row>[];
    readonly rows: readonly Row[];
    readonly key: (row: Row) => string;
  },
  contexts: Map<unknown, unknown>,
): Promise<TableTexts> {
  const { columns, rows, key } = of;
  const texts: TableTexts = { header: columns.map(({ label }) => label), rows: [] };
  for (let from = 0; from < rows.length; from += CHUNK) {
    const box = document.createElement("div");
    // A plain module knows no type parameters of components: these are those of `DataTable`.
    const drawn = mount(DataTable as Component<DrawnTable<Row>>, {
      target: box,
      props: { caption: "", columns, rows: rows.slice(from, from + CHUNK), key },
      context: contexts,
    });
    flushSync();
    const table = box.querySelector("table");
    if (table !== null) texts.rows.push(...tableCells(table).rows);
    await unmount(drawn);
    await new Promise((resolve) => setTimeout(resolve));
  }
  return texts;
}
