import { format, resolveConfig } from "prettier";
import { rulesMarkdown } from "../../src/audit/rules-markdown.ts";
import { metricsMarkdown } from "../../src/model/metrics-markdown.ts";
import { tablesMarkdown } from "../../src/model/tables-markdown.ts";

/** Pages written from the lists they describe; each stands beside its list. */
const PAGES: Readonly<Record<string, () => string>> = {
  "src/model/METRICS.md": metricsMarkdown,
  "src/model/TABLES.md": tablesMarkdown,
  "src/audit/RULES.md": rulesMarkdown,
};

/** Text of every generated page as it must stand on disk, by path from the top of the repository. */
export async function generatedPages(): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  for (const [path, page] of Object.entries(PAGES)) {
    pages.set(path, await format(page(), { ...(await resolveConfig(path)), filepath: path }));
  }
  return pages;
}
