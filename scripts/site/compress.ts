import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { copyFile, mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const CACHE = "node_modules/.cache/duibiao/compressed";

/** Worth compressing; images and the like are compressed already. */
const KINDS = new Set([".html", ".js", ".css", ".json", ".svg", ".wasm", ".txt", ".parquet"]);
/** Smaller than this, a compressed copy saves nothing. */
const LEAST = 512;

/** `best` takes a minute for the engine's 34 MB, once per version; `quick` some seconds for 12 % more. */
export type Effort = "best" | "quick";

const brotli = (bytes: Uint8Array, effort: Effort): Promise<Buffer> =>
  promisify(brotliCompress)(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: effort === "quick" && bytes.length > 4_000_000 ? 9 : 11,
      [constants.BROTLI_PARAM_LGWIN]: effort === "quick" ? 22 : 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });

const gzipped = (bytes: Uint8Array): Promise<Buffer> => promisify(gzip)(bytes, { level: 9 });

/** A compressed copy through the cache: the same bytes are compressed once. The better effort serves both. */
async function cached(bytes: Uint8Array, suffix: "br" | "gz", effort: Effort): Promise<string> {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 32);
  const best = join(CACHE, `${hash}-best.${suffix}`);
  const path = join(CACHE, `${hash}-${suffix === "gz" ? "best" : effort}.${suffix}`);
  if (existsSync(best)) return best;
  if (existsSync(path)) return path;
  await mkdir(CACHE, { recursive: true });
  await writeFile(path, suffix === "br" ? await brotli(bytes, effort) : await gzipped(bytes));
  return path;
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Puts `.br` and `.gz` beside every file of a folder that gets smaller by it. */
export async function compressFolder(folder: string, effort: Effort): Promise<{ files: number; bytes: number }> {
  const paths = (await filesUnder(folder)).filter((path) => KINDS.has(extname(path)));
  let bytes = 0;
  await Promise.all(
    paths.map(async (path) => {
      const content = await readFile(path);
      if (content.length < LEAST) return;
      for (const suffix of ["br", "gz"] as const) {
        const compressed = await cached(content, suffix, effort);
        const { size } = await stat(compressed);
        if (size >= content.length) continue;
        await copyFile(compressed, `${path}.${suffix}`);
        if (suffix === "br") bytes += size;
      }
    }),
  );
  return { files: paths.length, bytes };
}
