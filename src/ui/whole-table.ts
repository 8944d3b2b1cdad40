import { flushSync, mount, unmount } from "svelte";
import type { Component } from "svelte";
import * as m from "../i18n/generated/messages.js";
import type { TableColumn } from "./data-table.ts";
import DataTable from "./DataTable.svelte";
import { tableCells } from "./table-cells.ts";
import { contextsOfCopy } from "./twin.ts";
import type { TableTexts } from "./twin.ts";

/** Rows drawn at once: between two chunks the page answers. */
const CHUNK = 20;

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
 * @param told hears after each chunk how much is read, from 0 to 1.
 * @param isCurrent asked before each chunk: cells read what the screen shows, and half a table of
 * one choice and half of another must not be copied. @throws Error once it is false.
 */
export async function wholeTable<Row>(
  of: {
    readonly columns: readonly TableColumn<Row>[];
    readonly rows: readonly Row[];
    readonly key: (row: Row) => string;
  },
  contexts: ReadonlyMap<unknown, unknown>,
  told: (share: number) => void,
  isCurrent: () => boolean,
): Promise<TableTexts> {
  const { columns, rows, key } = of;
  const context = contextsOfCopy(contexts);
  const texts: TableTexts = { header: columns.map(({ label }) => label), rows: [] };
  for (let from = 0; from < rows.length; from += CHUNK) {
    if (!isCurrent()) throw new Error(m.table_changed());
    const box = document.createElement("div");
    // A plain module knows no type parameters of components: these are those of `DataTable`.
    const drawn = mount(DataTable as Component<DrawnTable<Row>>, {
      target: box,
      props: { caption: "", columns, rows: rows.slice(from, from + CHUNK), key },
      context,
    });
    flushSync();
    const table = box.querySelector("table");
    if (table !== null) texts.rows.push(...tableCells(table).rows);
    await unmount(drawn);
    told(texts.rows.length / rows.length);
    await new Promise((resolve) => setTimeout(resolve));
  }
  return texts;
}
