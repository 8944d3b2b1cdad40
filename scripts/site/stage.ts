import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Manifest } from "../../src/compile/manifest.ts";
import { encodeRows, joinParquet, ParquetFile } from "../../src/compile/parquet.ts";
import type { Engine } from "../../src/engine/engine.ts";
import { openNative } from "../../src/engine/native.ts";
import { preparedKey } from "../../src/engine/prepared-key.ts";
import { reports } from "../../src/model/queries/index.ts";
import { OPENING, openingOfAgency, openingOfPair, openingOfReport } from "../../src/model/queries/opening.ts";
import type { OpeningQuestion } from "../../src/model/queries/opening.ts";
import { storedViews, TABLES, type StoredTable } from "../../src/model/index.ts";
import { ident, type Query } from "../../src/model/sql.ts";
import { FIRST_SCREEN, STAGING } from "./staging.ts";

/** Of more reports no answer is prepared: each would be a file of megabytes, and the engine gives it soon enough. */
const MOST_PREPARED = 1000;
/** So many reports can be read before the engine is up; a larger collection would be a second copy of its text. */
const PREPARED_REPORTS = 50;

/**
 * Copies the tables that the manifest names, and the manifest. A page loads one file per table: what
 * a large collection divides by fiscal year is joined again.
 */
async function stageData(data: string, target: string): Promise<void> {
  const manifest = JSON.parse(await readFile(join(data, "manifest.json"), "utf8")) as Manifest; // written by our own compile
  await mkdir(target, { recursive: true });
  await cp(join(data, "manifest.json"), join(target, "manifest.json"));
  for (const table of TABLES) {
    const files = manifest.tables.filter(({ name }) => name === table.name).map(({ file }) => join(data, file));
    const [only, second] = files;
    const whole = join(target, `${table.name}.parquet`);
    if (only !== undefined && second === undefined) await cp(only, whole);
    else await writeFile(whole, joinParquet(table, await Promise.all(files.map((file) => readFile(file)))));
  }
}

/** So many rows are taken out of the engine at once. */
const PIECE = 50_000;

/**
 * The rows of a stored view as a Parquet file, piece by piece, since many rows as objects are more
 * than a process may hold. Decimals go through their text, which is exact.
 */
async function storedRows(engine: Engine, view: StoredTable): Promise<Uint8Array> {
  const columns = Object.entries(view.columns).map(([name, { type }]) => {
    const column = ident(name).text;
    return type.startsWith("DECIMAL") ? `${column}::VARCHAR AS ${column}` : column;
  });
  const table = ident(view.name).text;
  await engine.run(`CREATE TABLE in_order AS SELECT * FROM ${table} ORDER BY ALL`);
  const file = new ParquetFile(view);
  const parts: Uint8Array[] = [file.head];
  for (let start = 0; ; start += PIECE) {
    const range = `rowid >= ${String(start)} AND rowid < ${String(start + PIECE)}`;
    const { rows } = await engine.run(`SELECT ${columns.join(", ")} FROM in_order WHERE ${range} ORDER BY rowid`);
    if (start > 0 && rows.length === 0) break;
    parts.push(file.add(encodeRows(view, rows)));
    if (rows.length < PIECE) break;
  }
  await engine.run("DROP TABLE in_order");
  return Buffer.concat([...parts, file.foot]);
}

/**
 * Computes the answers that screens open with, natively, by the SQL that the page runs later: those
 * of the first screen in one file, since six connections fetch many small files one after the other.
 */
async function stageAnswers(data: string, target: string): Promise<number> {
  await mkdir(target, { recursive: true });
  const engine = await openNative(data, { comments: false });
  const written = new Set<string>();
  const answer = async ({ query, params, statement }: OpeningQuestion): Promise<readonly unknown[]> => {
    const bound: Query<object, unknown> = { name: query.name, columns: query.columns, sql: () => statement };
    return engine.query(bound, params);
  };
  try {
    const known = await engine.query(reports, {});
    for (const view of storedViews(known.length)) {
      await writeFile(join(target, `${view.name}.parquet`), await storedRows(engine, view));
    }
    const ofReports = known.slice(0, PREPARED_REPORTS).flatMap((report) => openingOfReport(report.report_id));
    const agencies = [...new Set(known.slice(0, PREPARED_REPORTS).map((report) => report.agency_id))];
    const ofAgencies = agencies.flatMap((id) =>
      openingOfAgency(
        id,
        known.filter((report) => report.agency_id === id).map((report) => report.report_id),
      ),
    );
    const first: Record<string, readonly unknown[]> = {};
    const isLarge = known.length > MOST_PREPARED;
    for (const question of isLarge ? [] : OPENING[FIRST_SCREEN]) {
      const key = preparedKey(question.query.name, question.params);
      first[key] = await answer(question);
      written.add(key);
    }
    await writeFile(join(target, `${FIRST_SCREEN}.json`), JSON.stringify(first));
    if (isLarge) return 0;
    for (const question of [...Object.values(OPENING).flat(), ...ofReports, ...ofAgencies, ...openingOfPair(known)]) {
      const key = preparedKey(question.query.name, question.params);
      if (written.has(key)) continue;
      await writeFile(join(target, `${key}.json`), JSON.stringify({ [key]: await answer(question) }));
      written.add(key);
    }
  } finally {
    await engine.close();
  }
  return written.size;
}

/** Fills the folder that is served beside the bundle from a folder of compiled tables. */
export async function stageSite(data: string): Promise<{ answers: number }> {
  await rm(STAGING, { recursive: true, force: true });
  await stageData(data, join(STAGING, "data"));
  const answers = await stageAnswers(data, join(STAGING, "prepared"));
  return { answers };
}
