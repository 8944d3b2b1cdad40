import type { AsyncDuckDB, AsyncDuckDBConnection } from "@duckdb/duckdb-wasm";
import { ident, literal } from "../model/sql.ts";
import type { OwnFile } from "./reader-engine.ts";
import { queryErrorOf } from "./query-error.ts";

/**
 * The text of a file as UTF-8, whichever of the encodings that Chinese offices use it has: UTF-8,
 * UTF-16 with its mark (Excel's «Unicode text»), else GB 18030 (Excel's own CSV).
 */
export function asUtf8(bytes: Uint8Array<ArrayBuffer>): Uint8Array {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return encode(new TextDecoder("utf-16le").decode(bytes));
  if (first === 0xfe && second === 0xff) return encode(new TextDecoder("utf-16be").decode(bytes));
  try {
    return encode(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return encode(new TextDecoder("gb18030").decode(bytes));
  }
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const ARROW_FILE = "ARROW1";

/** An Arrow file (Feather 2) or stream as a stream, which is what the engine takes. */
async function asStream(bytes: Uint8Array): Promise<Uint8Array> {
  if (!ARROW_FILE.split("").every((letter, index) => bytes[index] === letter.charCodeAt(0))) return bytes;
  const { tableFromIPC, tableToIPC } = await import("apache-arrow");
  return tableToIPC(tableFromIPC(bytes), "stream");
}

/**
 * Makes a table of a file on a connection that uses the reader's database.
 *
 * @throws QueryError of the CSV reader, or an Error that says why the file cannot be read.
 */
export async function fillTable(
  database: AsyncDuckDB,
  connection: AsyncDuckDBConnection,
  { table, kind, bytes }: OwnFile,
): Promise<void> {
  const name = ident(table).text;
  if (kind === "csv") {
    // The one folder that statements may read; the file goes again as soon as its rows are in.
    const path = `drop/${encodeURIComponent(table)}.csv`;
    const statement = `CREATE OR REPLACE TABLE ${name} AS FROM read_csv(${literal(path).text})`;
    await database.registerFileBuffer(path, asUtf8(bytes));
    try {
      await connection.query(statement);
    } catch (error) {
      throw queryErrorOf(error, statement);
    } finally {
      await database.dropFile(path).catch(() => undefined);
    }
    return;
  }
  let ipc: Uint8Array;
  if (kind === "parquet") {
    const { ownParquetToIpc } = await import("./own-parquet.ts");
    ipc = await ownParquetToIpc(bytes.buffer);
  } else ipc = await asStream(bytes);
  await connection.query(`DROP TABLE IF EXISTS ${name}`);
  await connection.insertArrowFromIPCStream(ipc, { name: table, create: true });
}
