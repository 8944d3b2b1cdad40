import * as m from "../i18n/generated/messages.js";
import type { AppState } from "../state/app.svelte.ts";
import { copyText } from "./copy-text.ts";
import { sourceText } from "./export-words.ts";

/** Copies header and rows with title, basis, the reader's assumptions and the source above; gives what to say of it. */
export async function copyTable(
  app: AppState,
  { title, subtitle }: { readonly title: string; readonly subtitle: string },
  { header, rows }: { readonly header: string[]; readonly rows: string[][] },
): Promise<string> {
  const [{ toTsv }, { assumptionNotes }] = await Promise.all([
    import("../charts/export.ts"),
    import("./assumption-text.ts"),
  ]);
  const words = { title, subtitle, notes: assumptionNotes(app), source: sourceText(app.data) };
  return (await copyText(toTsv(words, header, rows))) ? m.figure_copied() : m.figure_copy_refused();
}
