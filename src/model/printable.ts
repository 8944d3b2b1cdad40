import { QUERIES } from "./queries/opening.ts";
import { VIEWS } from "./views/index.ts";

/** Names that `printable` knows: views, then named queries. */
export function printableNames(): string[] {
  return [...VIEWS.map((view) => view.name), ...QUERIES.map(({ query }) => query.name)];
}

/** The rendered SQL of a view or named query with its comment, or null for an unknown name. */
export function printable(name: string): string | null {
  const view = VIEWS.find((one) => one.name === name);
  if (view !== undefined) {
    const kept =
      view.stored === false ? "" : view.stored === true ? " (kept as a table)" : " (kept as a table of few reports)";
    return `-- ${view.name}${kept}: ${view.zh} · ${view.en}\n${trimmed(view.sql.text)}`;
  }
  const question = QUERIES.find(({ query }) => query.name === name);
  if (question === undefined) return null;
  const { text, values } = question.statement;
  const bound = values.length === 0 ? "" : `\n-- ? = ${JSON.stringify(values)} for ${JSON.stringify(question.params)}`;
  return `-- ${question.query.name}\n${trimmed(text)}${bound}`;
}

/** The text without the indentation it has in its module. */
function trimmed(text: string): string {
  const lines = text.replace(/^\n/, "").trimEnd().split("\n");
  const indents = lines.filter((line) => line.trim() !== "").map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const least = Math.min(...indents);
  return lines.map((line) => line.slice(Math.min(least, line.length - line.trimStart().length))).join("\n");
}
