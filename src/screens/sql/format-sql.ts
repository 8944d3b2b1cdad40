/**
 * A text of statements laid out: keywords in small letters, a clause a line. Words, texts and
 * comments stay as they are. The formatter is fetched at first use.
 *
 * @throws Error when the text cannot be read as SQL; it then stays as it is.
 */
export async function formatSql(text: string): Promise<string> {
  const { duckdb, formatDialect } = await import("sql-formatter");
  return formatDialect(text, {
    dialect: duckdb,
    keywordCase: "lower",
    dataTypeCase: "lower",
    functionCase: "preserve",
    tabWidth: 2,
    expressionWidth: 90,
    paramTypes: { named: ["$"] },
  });
}
