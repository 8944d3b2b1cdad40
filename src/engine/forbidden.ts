import { QueryError } from "./engine.ts";

/** Strings, dollar quotes and comments: what stands inside them is no statement. */
const INERT = /'(?:[^']|'')*'|\$(\w*)\$[\s\S]*?\$\1\$|--[^\n]*|\/\*[\s\S]*?\*\//g;
const QUOTED_NAME = /"(?:[^"]|"")*"/g;

const blank = (text: string): string => " ".repeat(text.length);

interface Forbidden {
  /** Matches up to the end of the words that give the statement away, which are its first group. */
  readonly pattern: RegExp;
  readonly message: string;
}

const INSTALLATION: Forbidden = {
  pattern: /(?:^|;)\s*((?:FORCE\s+)?INSTALL\b|UPDATE\s+EXTENSIONS\b)/i,
  message:
    "Permission Error: extensions cannot be installed here; the engine of this page fetches nothing from another host.",
};

/** What stands between the verb of a changing statement and the name of what it changes. */
const TARGETS = [
  "(?:DROP|ALTER)\\s+\\w+(?:\\s+IF\\s+EXISTS)?",
  "CREATE\\s+(?:OR\\s+REPLACE\\s+)?(?:TEMP(?:ORARY)?\\s+)?\\w+(?:\\s+IF\\s+NOT\\s+EXISTS)?",
  "CREATE\\s+(?:UNIQUE\\s+)?INDEX\\s+\\w*\\s*ON",
  "DELETE\\s+FROM",
  "(?:INSERT|MERGE)\\s+(?:OR\\s+\\w+\\s+)?INTO",
  "UPDATE|COPY|TRUNCATE(?:\\s+TABLE)?|COMMENT\\s+ON\\s+\\w+",
].join("|");

/**
 * Statements that reach into the database of the model, `memory`, to change it. They need not stand
 * first: EXPLAIN ANALYZE, PREPARE and WITH come before statements that change tables.
 */
const MODEL_CHANGES: Forbidden = {
  pattern: new RegExp(
    `\\b((?:USE|DETACH(?:\\s+DATABASE)?(?:\\s+IF\\s+EXISTS)?)\\s+"?memory\\b|COPY\\s+FROM\\s+DATABASE\\b|(?:RE)?SET\\s+(?:\\w+\\s+)?"?(?:schema|search_path)\\b|PRAGMA\\s+"?(?:schema|search_path)\\b|(?:${TARGETS})\\s+"?memory"?\\s*\\.)`,
    "i",
  ),
  message: "Permission Error: the tables of the reports are read-only here; make your own with CREATE TABLE.",
};

function refuse({ pattern, message }: Forbidden, bare: string, text: string): void {
  const match = pattern.exec(bare);
  if (match === null) return;
  throw new QueryError(message, text, match.index + match[0].length - (match[1] ?? "").length);
}

/**
 * Refuses what DuckDB in the page would not refuse by itself: INSTALL, which it answers with
 * silence although nothing is installed, and changes to the model's own tables, which the other
 * screens read. A reader's own tables live in another database and are free.
 *
 * @throws QueryError at the statement.
 */
export function refuseForbidden(text: string): void {
  const code = text.replace(INERT, blank);
  refuse(INSTALLATION, code.replace(QUOTED_NAME, blank), text);
  refuse(MODEL_CHANGES, code, text);
}

/** What a statement takes away or puts in another's place, up to its definition. */
const TAKEN = /\b(?:DROP|ALTER|REPLACE)\b([^;(]*?)(?:\bAS\b|[;(]|$)/gi;

/**
 * Whether a statement may have taken away or changed a view of these names: then the reader's views
 * are made again. Asked of the text, for the engine's own list of views costs more than most statements.
 */
export function touchesViews(text: string, names: ReadonlySet<string>): boolean {
  for (const [, target = ""] of text.replace(INERT, blank).matchAll(TAKEN)) {
    const words = target.toLowerCase().match(/\w+/g) ?? [];
    if (words.some((word) => names.has(word) || word === "schema" || word === "database")) return true;
  }
  return false;
}
