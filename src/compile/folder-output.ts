import { createHash, type Hash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, open, readFile, rename, rm, type FileHandle } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { Output } from "./effects.ts";

interface GrowingFile {
  readonly path: string;
  readonly hash: Hash;
  bytes: number;
  /** What is not yet written: small files are written once, and large ones in few pieces. */
  held: Uint8Array[];
  heldBytes: number;
  handle: FileHandle | null;
}

/** More than this is not held back. */
const MOST_HELD = 1024 * 1024;

async function flush(file: GrowingFile): Promise<void> {
  if (file.heldBytes === 0 && file.handle !== null) return;
  file.handle ??= await open(file.path, "w");
  await file.handle.writeFile(Buffer.concat(file.held));
  file.held = [];
  file.heldBytes = 0;
}

/** Names of the files that the former compile put into the folder. */
async function formerFiles(folder: string): Promise<string[]> {
  try {
    const manifest: unknown = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8"));
    if (typeof manifest !== "object" || manifest === null || !("tables" in manifest)) return [];
    const tables: unknown[] = Array.isArray(manifest.tables) ? manifest.tables : [];
    return tables.flatMap((table) => {
      const file = typeof table === "object" && table !== null && "file" in table ? table.file : null;
      return typeof file === "string" && file === basename(file) && file.endsWith(".parquet") ? [file] : [];
    });
  } catch {
    return [];
  }
}

/**
 * Files that grow beside a folder and are put into it together: all of them or, when one cannot be
 * placed, none; the one begun last is placed last. What the former compile wrote and this one does
 * not goes; other files stay.
 */
export async function openFolder(folder: string): Promise<Output> {
  const target = resolve(folder);
  const staging = join(dirname(target), `.${basename(target)}-${process.pid}`);
  const [fresh, former] = [join(staging, "new"), join(staging, "old")];
  const files = new Map<string, GrowingFile>();
  await rm(staging, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true });

  const closeAll = async (): Promise<void> => {
    for (const { handle } of files.values()) await handle?.close();
  };

  const place = async (): Promise<void> => {
    const placed: string[] = [];
    const movedAway: string[] = [];
    const moveAway = async (name: string): Promise<void> => {
      if (!existsSync(join(target, name))) return;
      await rename(join(target, name), join(former, name));
      movedAway.push(name);
    };
    try {
      for (const name of await formerFiles(target)) if (!files.has(name)) await moveAway(name);
      for (const name of files.keys()) {
        await moveAway(name);
        await rename(join(fresh, name), join(target, name));
        placed.push(name);
      }
    } catch (error) {
      for (const name of placed) await rm(join(target, name), { force: true });
      for (const name of movedAway) await rename(join(former, name), join(target, name));
      throw error;
    }
  };

  return {
    async append(name, bytes) {
      let file = files.get(name);
      if (file === undefined) {
        if (name !== basename(name)) throw new RangeError(`${name} is no file of the folder itself`);
        const path = join(fresh, name);
        file = { path, hash: createHash("sha256"), bytes: 0, held: [], heldBytes: 0, handle: null };
        files.set(name, file);
      }
      file.hash.update(bytes);
      file.bytes += bytes.length;
      file.held.push(bytes);
      file.heldBytes += bytes.length;
      if (file.heldBytes > MOST_HELD) await flush(file);
    },
    measure(name) {
      const file = files.get(name);
      if (file === undefined) return Promise.reject(new RangeError(`${name} was not begun`));
      return Promise.resolve({ bytes: file.bytes, sha256: file.hash.copy().digest("hex") });
    },
    async commit() {
      try {
        await Promise.all([...files.values()].map(flush));
        await closeAll();
        await mkdir(target, { recursive: true });
        await mkdir(former, { recursive: true });
        await place();
      } finally {
        await rm(staging, { recursive: true, force: true });
      }
    },
    async discard() {
      await closeAll();
      await rm(staging, { recursive: true, force: true });
    },
  };
}
