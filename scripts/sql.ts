import { text as readAll } from "node:stream/consumers";
import { Command, Option } from "commander";
import { QueryError } from "../src/engine/engine.ts";
import { formatRows, ROW_FORMATS } from "../src/engine/format-rows.ts";
import type { RowFormat } from "../src/engine/format-rows.ts";
import { DataFolderError, openNative } from "../src/engine/native.ts";
import { printable, printableNames } from "../src/model/printable.ts";

const command = new Command("sql")
  .description("Asks the compiled tables and the model’s views, natively. Nothing is changed on disk.")
  .argument("[statement]", "SQL; read from standard input when absent")
  .addOption(new Option("--format <format>", "how rows are printed").choices([...ROW_FORMATS]).default("table"))
  .option("--data <dir>", "folder of the Parquet files", "data")
  .option("--print <name>", "print the SQL of a view or named query instead")
  .parse();

const options = command.opts<{ format: RowFormat; data: string; print?: string }>();

function printDefinition(name: string): void {
  const text = printable(name);
  if (text === null) {
    console.error(`There is no view or query «${name}». There are: ${printableNames().join(", ")}.`);
    process.exitCode = 1;
    return;
  }
  console.log(text);
}

async function ask(statement: string): Promise<void> {
  const engine = await openNative(options.data, { comments: /comment|duckdb_/i.test(statement) });
  try {
    console.log(formatRows(await engine.run(statement), options.format));
  } finally {
    await engine.close();
  }
}

/** Exit code 1 with what went wrong and what to do; anything unforeseen keeps its stack. */
function fail(error: unknown): void {
  if (!(error instanceof QueryError || error instanceof DataFolderError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

if (options.print !== undefined) {
  printDefinition(options.print);
} else {
  const given = command.args[0] ?? (process.stdin.isTTY ? "" : await readAll(process.stdin));
  if (given.trim() === "") command.error('error: give a statement, e.g. npm run sql -- "select * from report"');
  await ask(given).catch(fail);
}
