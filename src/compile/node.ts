import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { CompileEffects, CompileEvent, ReadEffects } from "./effects.ts";
import { openFolder } from "./folder-output.ts";

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

/** Reading files of this machine: a report is small, and waiting for a thread takes longer than reading it. */
export const nodeReading: ReadEffects = {
  read: (path) => new Promise((resolve) => resolve(readFileSync(path))), // what it throws becomes the rejection
  hash: (bytes) => Promise.resolve(createHash("sha256").update(bytes).digest("hex")),
};

/** The effects of a compile on this machine's files. */
export function nodeEffects(outputFolder: string, progress: (event: CompileEvent) => void): CompileEffects {
  return { ...nodeReading, output: () => openFolder(outputFolder), progress };
}
