/** A part of a notebook: words, statements, or statements with the chart of their result. */
export interface NotebookPart {
  readonly kind: "text" | "sql";
  readonly text: string;
  /** How the result of the statements is drawn; empty for a table only. */
  readonly chart: Readonly<Record<string, string>>;
}

const MARK = /^-- %%(?: \[(text|sql)\])?(?: (\{.*))?[ \t]*$/;

function chartOf(json: string | undefined): Readonly<Record<string, string>> {
  try {
    const parsed: unknown = JSON.parse(json ?? "{}");
    if (typeof parsed !== "object" || parsed === null) return {};
    return Object.fromEntries(
      Object.entries(parsed).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
    );
  } catch {
    return {};
  }
}

const uncommented = (line: string): string => line.replace(/^-- ?/, "");

/**
 * Reads a notebook from one `.sql` file. Parts begin at lines of their own:
 *
 *     -- %% [text]
 *     -- Words, each line a comment.
 *     -- %% [sql] {"mark":"bar","x":"value","y":"short_name"}
 *     select short_name, value from …
 *
 * Any SQL file can be read: what stands before the first mark is one part of statements.
 */
export function readNotebook(file: string): NotebookPart[] {
  const parts: { kind: NotebookPart["kind"]; chart: NotebookPart["chart"]; lines: string[] }[] = [];
  for (const line of file.replaceAll("\r\n", "\n").split("\n")) {
    const mark = MARK.exec(line);
    if (mark !== null) parts.push({ kind: mark[1] === "text" ? "text" : "sql", chart: chartOf(mark[2]), lines: [] });
    else if (parts.length === 0) parts.push({ kind: "sql", chart: {}, lines: [line] });
    else parts.at(-1)?.lines.push(line);
  }
  return parts
    .map(({ kind, chart, lines }) => ({
      kind,
      chart,
      text: (kind === "text" ? lines.map(uncommented) : lines).join("\n").replace(/^\n+|\s+$/g, ""),
    }))
    .filter((part, index) => part.text !== "" || index > 0 || parts.length > 1);
}

/** Prints a notebook as a file that runs in any DuckDB: words are comments, statements end with `;`. */
export function printNotebook(parts: readonly NotebookPart[]): string {
  return parts
    .map(({ kind, text, chart }) => {
      const mark = `-- %% [${kind}]${Object.keys(chart).length === 0 ? "" : ` ${JSON.stringify(chart)}`}`;
      const lines = text.split("\n");
      const isOpen = kind === "sql" && text !== "" && !/;\s*$/.test(text);
      const body =
        kind === "text"
          ? lines.map((line) => (line === "" ? "--" : `-- ${line}`)).join("\n")
          : isOpen
            ? `${text}\n;`
            : text;
      return `${mark}\n${body}\n`;
    })
    .join("\n");
}
