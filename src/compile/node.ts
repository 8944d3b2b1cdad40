import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { CompileEffects, CompileEvent, OutputFile } from "./effects.ts";

/** Files that stand beside reports and are none. */
const NO_REPORT = /^(?:\..*|README.*|manifest\.json|.*\.(?:csv|parquet))$/i;

/**
 * Paths of the reports under a file or folder; a file is taken as it is. In a folder everything
 * counts as a report but README, CSV and hidden files and the folder `reference`.
 */
export async function findReports(path: string): Promise<string[]> {
  if ((await stat(path)).isFile()) return [path];
  const entries = await readdir(path, { withFileTypes: true });
  const found = await Promise.all(
    entries
      .filter((entry) => !NO_REPORT.test(entry.name) && !(entry.isDirectory() && entry.name === "reference"))
      .map((entry) => {
        const inside = join(path, entry.name);
        if (entry.isDirectory()) return findReports(inside);
        return Promise.resolve(entry.isFile() ? [inside] : []);
      }),
  );
  return found.flat();
}

/**
 * Puts files into a folder: all of them or, when one cannot be placed, none. They are written
 * beside the folder first and then renamed into it, the manifest last. Other files stay.
 */
export async function placeFiles(folder: string, files: readonly OutputFile[]): Promise<void> {
  const target = resolve(folder);
  const staging = join(dirname(target), `.${basename(target)}-${process.pid}`);
  const [fresh, former] = [join(staging, "new"), join(staging, "old")];
  const placed: string[] = [];
  const movedAway: string[] = [];
  try {
    await Promise.all([fresh, former, target].map((path) => mkdir(path, { recursive: true })));
    await Promise.all(files.map((file) => writeFile(join(fresh, file.name), file.bytes)));
    try {
      for (const { name } of files) {
        if (existsSync(join(target, name))) {
          await rename(join(target, name), join(former, name));
          movedAway.push(name);
        }
        await rename(join(fresh, name), join(target, name));
        placed.push(name);
      }
    } catch (error) {
      for (const name of placed) await rm(join(target, name), { force: true });
      for (const name of movedAway) await rename(join(former, name), join(target, name));
      throw error;
    }
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** The effects of a compile on this machine's files. */
export function nodeEffects(outputFolder: string, progress: (event: CompileEvent) => void): CompileEffects {
  return {
    read: (path) => readFile(path),
    write: (files) => placeFiles(outputFolder, files),
    hash: (bytes) => Promise.resolve(createHash("sha256").update(bytes).digest("hex")),
    progress,
  };
}
