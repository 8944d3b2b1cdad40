import type { Locale } from "../../i18n/locale.ts";
import { statementName } from "../../ui/statement-name.ts";

/** A place to jump to. */
export interface OutlineEntry {
  readonly title: string;
  /** 1-based. */
  readonly line: number;
  readonly level: 1 | 2;
}

interface Placed {
  readonly statement: string;
  readonly origin: string;
  readonly source_line: number;
}

const PART = /^[\s#*＊]*第\s*(?:[一二三四五六七八九十]+|\d{1,2})\s*部分/;

/**
 * The parts of a report, as its own headings name them, and its tables that hold figures. A part
 * named in the table of contents as well is listed once, where it begins.
 */
export function outlineOf(lines: readonly string[], facts: readonly Placed[], locale: Locale): OutlineEntry[] {
  const parts = new Map<string, OutlineEntry>();
  lines.forEach((printed, index) => {
    // Left over from the original file, in the middle of a heading.
    const text = printed.replace(/\[bookmark:[^\]]*\]/g, "");
    const start = PART.exec(text);
    if (start === null || text.length > 60) return;
    const key = start[0].replace(/[\s#*＊]/g, "");
    const rest = text
      .replace(/[\s#*＊]+/g, " ")
      .replace(/[.…·]{3,}.*$/, "")
      .trim();
    const following = lines.slice(index + 1, index + 4).find((line) => line.trim() !== "") ?? "";
    const title = rest.replace(/\s/g, "") === key && following.length < 40 ? `${rest} ${following.trim()}` : rest;
    parts.set(key, { title, line: index + 1, level: 1 });
  });
  const tables = new Map<string, OutlineEntry>();
  for (const fact of facts) {
    if (fact.origin !== "table" || tables.has(fact.statement)) continue;
    tables.set(fact.statement, { title: statementName(fact.statement, locale), line: fact.source_line, level: 2 });
  }
  return [...parts.values(), ...tables.values()].sort((one, other) => one.line - other.line || one.level - other.level);
}
