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

/** A table ready for insertion; `ipc` is null when it holds no row. */
export interface TableBytes {
  readonly table: StoredTable;
  readonly ipc: Uint8Array | null;
}

async function fetchWhole(address: string): Promise<ArrayBuffer> {
  let response: Response;
  try {
    // Data files keep their names from build to build: ask whether they have changed. The engine's
    // own program is what the start waits for, so it goes first.
    response = await fetch(address, { cache: "no-cache", priority: "low" });
  } catch (error) {
    throw new EngineStartError("file-missing", "the server did not answer", address, { cause: error });
  }
  if (!response.ok) {
    throw new EngineStartError("file-missing", `the server answered ${response.status}`, address);
  }
  return response.arrayBuffer();
}

async function loadTable({ table, address }: TableFile): Promise<TableBytes> {
  const bytes = await fetchWhole(address);
  try {
    return { table, ipc: await parquetToIpc(table, bytes) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new EngineStartError("file-damaged", reason, address, { cause: error });
  }
}

/** Fetches every table whole and decodes it. Rejects with an EngineStartError that names the file. */
export function loadTables(files: readonly TableFile[]): Promise<TableBytes[]> {
  return Promise.all(files.map(loadTable));
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
    tables.map(async ({ table, ipc }) => {
      if (ipc !== null) await connection.insertArrowFromIPCStream(ipc, { name: table.name, create: false });
    }),
  );
}
