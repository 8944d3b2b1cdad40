/** Rows of a small CSV with a header line; cells may be quoted, a quote inside is doubled. */
export function readCsv(text: string): Record<string, string>[] {
  const [header = [], ...rows] = text
    .trim()
    .split("\n")
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((match) =>
        match[1] === undefined ? (match[2] ?? "") : match[1].replaceAll('""', '"'),
      ),
    );
  return rows.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ""])));
}
