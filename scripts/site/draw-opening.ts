import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { builtinEnvironments } from "vitest/runtime";

/**
 * Draws the opening page of a built site outside a browser and prints its HTML: the same code, the
 * same answers. A process of its own, for the page's code takes over the globals.
 *
 * Usage: draw-opening.ts <folder of the built site>
 */
const folder = resolve(process.argv[2] ?? "dist");

/** Room for a chart on a screen of 1440 px, where three stand side by side; the picture scales. */
const CHART_WIDTH = 437;
/** A page that still changes after this has not settled, ms. */
const PATIENCE = 20_000;
const QUIET = 200;

const pending = new Promise<never>(() => undefined);

/** Answers from the built folder; whatever the engine asks for never comes. */
async function answer(input: RequestInfo | URL): Promise<Response> {
  const { pathname } = new URL(input instanceof Request ? input.url : input);
  return pathname.endsWith(".json") ? new Response(await readFile(join(folder, pathname))) : pending;
}

class Silent {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
  postMessage(): void {}
  addEventListener(): void {}
}

const html = await readFile(join(folder, "index.html"), "utf8");
await builtinEnvironments.jsdom.setup(globalThis, {
  jsdom: { html: html.replace(/<script\b[^>]*>/g, ""), url: "http://localhost/" },
});
Object.assign(globalThis, {
  fetch: answer,
  ResizeObserver: Silent,
  IntersectionObserver: Silent,
  Worker: Silent,
  matchMedia: () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }),
});
// Styles are not fetched here, but the page's code waits for those of each screen.
new MutationObserver((records) => {
  for (const { addedNodes } of records) for (const node of addedNodes) node.dispatchEvent(new Event("load"));
}).observe(document.head, { childList: true });
Object.defineProperty(HTMLElement.prototype, "clientWidth", { get: () => CHART_WIDTH });

const entry = /<script type="module"[^>]* src="([^"]+)"/.exec(html)?.[1];
if (entry === undefined) throw new Error(`${folder}/index.html names no code`);
await import(pathToFileURL(join(folder, entry)).href);

const app = document.getElementById("app");
if (app === null) throw new Error("the page has no element #app");
const begun = performance.now();
let drawn = "";
for (let quietSince = begun; ;) {
  await new Promise((done) => setTimeout(done, 20));
  const now = performance.now();
  if (now - begun > PATIENCE) throw new Error("the opening page did not settle");
  if (app.innerHTML !== drawn) {
    drawn = app.innerHTML;
    quietSince = now;
  } else if (app.querySelector("figure svg") !== null && now - quietSince > QUIET) break;
}
// Names within the page are the live page's own, which stands beside this picture for a moment.
const picture = app.innerHTML.replace(/<!--.*?-->/gs, "").replace(/ (?:id|for|aria-[a-z]+by)="[^"]*"/g, "");
process.stdout.write(picture, () => process.exit(0));
