import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/**
 * The overview as the build draws it stands in the page itself, so that it is painted before any
 * code has run. An address with a screen or a choice of its own is another page: there the picture
 * stays hidden, which has to be known before the first paint.
 */
const SCRIPT = 'location.hash.length>2&&document.documentElement.classList.add("elsewhere")';

/** For the page's Content-Security-Policy, which lets no other inline script run. */
export const OPENING_SCRIPT_SOURCE = `'sha256-${createHash("sha256").update(SCRIPT).digest("base64")}'`;

/** The live page is laid out behind the picture until its own first chart is drawn. */
const STYLE = [
  ".elsewhere #opening{display:none}",
  "#opening svg{max-width:100%}",
  "html:not(.elsewhere) #opening+#app{position:absolute;inset:0 0 auto;visibility:hidden}",
].join("");

const DRAW = fileURLToPath(new URL("./draw-opening.ts", import.meta.url));
const LARGEST = 4 * 1024 * 1024;

/** Draws the opening page of a built site and puts it into its index.html. */
export async function insertOpeningPicture(folder: string): Promise<void> {
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", DRAW, folder], {
    maxBuffer: LARGEST,
  });
  const file = join(folder, "index.html");
  const html = await readFile(file, "utf8");
  const parts = html
    .replace('<script type="module"', `<script>${SCRIPT}</script><style>${STYLE}</style>$&`)
    .split('<div id="app">');
  if (parts.length !== 2) throw new Error(`${file} has no element #app to put the opening picture before`);
  await writeFile(file, parts.join(`<div id="opening" inert>${stdout}</div><div id="app">`));
}
