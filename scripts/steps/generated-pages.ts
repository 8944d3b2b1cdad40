import { pinyin } from "pinyin-pro";
import { format, resolveConfig } from "prettier";
import { rulesMarkdown } from "../../src/audit/rules-markdown.ts";
import { metricsMarkdown } from "../../src/model/metrics-markdown.ts";
import { pinyinModule } from "../../src/model/pinyin-module.ts";
import { tablesMarkdown } from "../../src/model/tables-markdown.ts";

/** First letters of a text’s pinyin: `rjgyjf` for 人均公用经费. Letters and digits stay, the rest goes. */
const initials = (text: string): string =>
  pinyin(text.replace(/[^\p{L}\p{N}]/gu, ""), {
    pattern: "first",
    toneType: "none",
    type: "array",
    nonZh: "consecutive",
  })
    .join("")
    .toLowerCase();

/** Pages written from the lists they describe; each stands beside its list. */
const PAGES: Readonly<Record<string, () => string>> = {
  "src/model/METRICS.md": metricsMarkdown,
  "src/model/TABLES.md": tablesMarkdown,
  "src/audit/RULES.md": rulesMarkdown,
  "src/model/pinyin-initials.ts": () => pinyinModule(initials),
};

/** Text of every generated page as it must stand on disk, by path from the top of the repository. */
export async function generatedPages(): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  for (const [path, page] of Object.entries(PAGES)) {
    pages.set(path, await format(page(), { ...(await resolveConfig(path)), filepath: path }));
  }
  return pages;
}
