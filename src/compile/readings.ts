import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { threadId } from "node:worker_threads";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { FactRow } from "../domain/records.ts";
import type { Readings } from "./effects.ts";
import type { CompiledReport } from "./steps.ts";
import { COMPILER_VERSION } from "./version.ts";

/** What reading and encoding consist of; a change of any file here makes a new compiler. */
const CODE = ["domain", "report", "audit", "model", "compile"];
const SOURCES = join(dirname(fileURLToPath(import.meta.url)), "..");

async function sourcesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The compiler's version with a hash of its code: `0.1.0+3f2a…`. It changes by itself. */
export async function compilerVersion(): Promise<string> {
  const files = (await Promise.all(CODE.map((folder) => sourcesIn(join(SOURCES, folder))))).flat().sort();
  const texts = await Promise.all(files.map((file) => readFile(file)));
  const hash = createHash("sha256");
  files.forEach((file, index) => {
    hash.update(file.slice(SOURCES.length).replaceAll("\\", "/"));
    hash.update(texts[index] ?? "");
  });
  return `${COMPILER_VERSION}+${hash.digest("hex").slice(0, 12)}`;
}

/** Facts as columns and rows: their names once, not a thousand times. */
interface Packed {
  readonly report: Omit<CompiledReport, "facts" | "lines">;
  readonly lines: readonly string[];
  readonly names: readonly (keyof FactRow)[];
  readonly facts: readonly (readonly unknown[])[];
}

function packed({ facts, lines, ...report }: CompiledReport): Uint8Array {
  const names = Object.keys(facts[0] ?? {}) as (keyof FactRow)[]; // of our own row
  const pack: Packed = {
    report,
    lines: lines.map(({ text }) => text),
    names,
    facts: facts.map((fact) => names.map((name) => fact[name])),
  };
  return deflateRawSync(JSON.stringify(pack), { level: 1 });
}

function unpacked(bytes: Uint8Array): CompiledReport {
  const pack = JSON.parse(inflateRawSync(bytes).toString("utf8")) as Packed; // written by packed() of this very compiler
  return {
    ...pack.report,
    lines: pack.lines.map((text, index) => ({ no: index + 1, text })),
    facts: pack.facts.map(
      (cells) => Object.fromEntries(pack.names.map((name, index) => [name, cells[index]])) as unknown as FactRow, // as packed
    ),
  };
}

/** Readings in a folder; `prune` forgets those that the last compile had no use for. */
export interface FolderReadings extends Readings {
  prune(used: ReadonlySet<string>): Promise<void>;
}

/**
 * Readings in `<folder>/.readings/<key>/`, one file each.
 *
 * @param key of compiler and reference list: another one makes all earlier readings void.
 */
export function folderReadings(folder: string, key: string): FolderReadings {
  const root = join(folder, ".readings");
  const place = join(root, key.replace(/[^\w.+-]/g, "_"));
  const pathOf = (sha256: string): string => join(place, sha256.slice(0, 2), `${sha256}.json.deflate`);
  return {
    async get(sha256) {
      const path = pathOf(sha256);
      if (!existsSync(path)) return null;
      try {
        return unpacked(await readFile(path));
      } catch {
        // A damaged file is no reading: the report is read again and the file replaced.
        return null;
      }
    },
    async put(sha256, report) {
      const path = pathOf(sha256);
      const partial = `${path}.${process.pid}-${threadId}`;
      try {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(partial, packed(report));
        await rename(partial, path);
      } catch {
        // What cannot be kept is read again the next time; the compile itself needs none of it.
        await rm(partial, { force: true });
      }
    },
    async prune(used) {
      if (!existsSync(root)) return;
      for (const name of await readdir(root)) {
        if (join(root, name) !== place) await rm(join(root, name), { recursive: true, force: true });
      }
      if (!existsSync(place)) return;
      for (const entry of await readdir(place, { recursive: true, withFileTypes: true })) {
        const sha256 = entry.name.slice(0, entry.name.indexOf("."));
        if (entry.isFile() && !used.has(sha256)) await rm(join(entry.parentPath, entry.name), { force: true });
      }
    },
  };
}
