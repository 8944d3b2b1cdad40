import type { AsyncDuckDBConnection } from "@duckdb/duckdb-wasm";
import { ident } from "../model/sql.ts";
import type { StoredTable } from "../model/stored.ts";
import { parquetToIpc } from "./parquet-to-arrow.ts";
import { EngineStartError } from "./start-error.ts";

/** A table and the address of its Parquet file. */
export interface TableFile {
  readonly table: StoredTable;
  readonly address: string;
}

/** A table ready for insertion: its first rows decoded while the engine compiles, null when it holds none. */
export interface TableBytes {
  readonly table: StoredTable;
  readonly first: Uint8Array | null;
  /** The rows after these, decoded as they are taken. */
  readonly rest: AsyncIterable<Uint8Array>;
  readonly address: string;
}

async function fetchWhole(address: string, again: boolean): Promise<ArrayBuffer> {
  let response: Response;
  try {
    // Data files keep their names from build to build: ask whether they have changed. The engine's
    // own program is what the start waits for, so it goes first.
    response = await fetch(address, { cache: "no-cache", priority: "low" });
  } catch (error) {
    const kept = again ? await fetch(address, { cache: "force-cache" }).catch(() => null) : null;
    if (kept === null) throw new EngineStartError("no-answer", "the server did not answer", address, { cause: error });
    response = kept;
  }
  if (!response.ok) {
    throw new EngineStartError("file-missing", `the server answered ${response.status}`, address);
  }
  return response.arrayBuffer();
}

async function loadTable({ table, address }: TableFile, again: boolean): Promise<TableBytes> {
  const pieces = parquetToIpc(table, await fetchWhole(address, again));
  const first = await pieces.next().catch((error: unknown) => {
    throw damaged(error, address);
  });
  return { table, first: first.done === true ? null : first.value, rest: pieces, address };
}

function damaged(error: unknown, address: string): EngineStartError {
  const reason = error instanceof Error ? error.message : String(error);
  return new EngineStartError("file-damaged", reason, address, { cause: error });
}

/**
 * Fetches every table whole and decodes its beginning.
 *
 * @param again whether the page had these tables before: where the server is gone, what the browser keeps of them will do.
 * @throws EngineStartError that names the file.
 */
export function loadTables(files: readonly TableFile[], again: boolean): Promise<TableBytes[]> {
  return Promise.all(files.map((file) => loadTable(file, again)));
}

function createTable(table: StoredTable): string {
  const columns = Object.entries(table.columns).map(
    ([name, column]) => `${ident(name).text} ${column.type}${column.nullable ? "" : " NOT NULL"}`,
  );
  return `CREATE TABLE ${ident(table.name).text} (${columns.join(", ")})`;
}

/** Creates the tables and fills them; the worker finds the next table waiting when one is done. */
export async function insertTables(connection: AsyncDuckDBConnection, tables: readonly TableBytes[]): Promise<void> {
  await connection.query(tables.map(({ table }) => createTable(table)).join(";\n"));
  await Promise.all(
    tables.map(async ({ table, first }) => {
      if (first !== null) await connection.insertArrowFromIPCStream(first, { name: table.name, create: false });
    }),
  );
  // One table after the other: two halves of a large one at a time are what a page can hold.
  for (const { table, rest, address } of tables) {
    let inserted: Promise<void> = Promise.resolve();
    try {
      for await (const piece of rest) {
        await inserted;
        inserted = connection.insertArrowFromIPCStream(piece, { name: table.name, create: false });
      }
    } catch (error) {
      throw damaged(error, address);
    }
    await inserted;
  }
}
