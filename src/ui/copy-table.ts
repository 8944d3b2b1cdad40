import { toTsv } from "../charts/export.ts";
import * as m from "../i18n/generated/messages.js";
import type { AppState } from "../state/app.svelte.ts";
import { assumptionNotes } from "./assumption-text.ts";
import { copyText } from "./copy-text.ts";
import { sourceText } from "./export-words.ts";
import { tableCells } from "./table-cells.ts";
import type { TableTexts } from "./twin.ts";

/** Copies header and rows with title, basis, the reader's assumptions and the source above; gives what to say of it. */
export async function copyTable(
  app: AppState,
  { title, subtitle }: { readonly title: string; readonly subtitle: string },
  table: TableTexts | HTMLTableElement | null,
): Promise<string> {
  if (table === null) return m.figure_empty();
  const { header, rows } = table instanceof HTMLTableElement ? tableCells(table) : table;
  const words = { title, subtitle, notes: assumptionNotes(app), source: sourceText(app.data) };
  return (await copyText(toTsv(words, header, rows))) ? m.figure_copied() : m.figure_copy_refused();
}
