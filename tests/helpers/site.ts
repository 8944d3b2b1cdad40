import { existsSync } from "node:fs";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { CHROMIUM_FLAGS, ensureChromium } from "../../scripts/site/chromium.ts";
import { serveFolder, type Site as ServedSite } from "../../scripts/site/serve.ts";

/** What a page did that a test may want to know of. */
export interface PageLog {
  /** Addresses asked for on any other host; a page of ours asks for none. */
  readonly foreign: string[];
  /** Messages of console.error and of uncaught errors. */
  readonly errors: string[];
}

/** The built site in a real browser. */
export interface BrowserSite {
  /** With a slash at its end. */
  readonly address: string;
  readonly browser: Browser;
  /** What all pages opened here did. */
  readonly log: PageLog;
  /** A page of its own (no shared storage), nothing loaded yet; close its context when done. */
  newPage(options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

/** Serves `dist/` (or another built folder) on a free port and starts Chromium. */
export async function openSite(folder = process.env["DUIBIAO_DIST"] ?? "dist"): Promise<BrowserSite> {
  if (!existsSync(`${folder}/index.html`)) throw new Error(`${folder}/ is not built; run «npm run build» first`);
  const served: ServedSite = await serveFolder(folder, 0);
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS });
  const log: PageLog = { foreign: [], errors: [] };
  return {
    address: served.address,
    browser,
    log,
    async newPage(options) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
      const page = await context.newPage();
      context.on("request", (request) => {
        const address = request.url();
        if (!address.startsWith(served.address) && !/^(?:data|blob|about):/.test(address)) log.foreign.push(address);
      });
      page.on("console", (message) => {
        if (message.type() === "error") log.errors.push(message.text());
      });
      page.on("pageerror", (error) => log.errors.push(error.message));
      return page;
    },
    async close() {
      await browser.close();
      await served.close();
    },
  };
}

/** Waits for the page's engine and gives back what went wrong, null when it is up. */
export function engineReady(page: Page): Promise<string | null> {
  return page.evaluate(async () => {
    try {
      await globalThis.duibiao.ready;
      return null;
    } catch (error) {
      return String(error);
    }
  });
}

/** Rows of a statement as the page's own interface gives them, or the message of its error. */
export function askPage(
  page: Page,
  sql: string,
): Promise<{ rows: readonly Record<string, unknown>[] } | { error: string; name: string }> {
  return page.evaluate(async (text) => {
    try {
      return { rows: [...(await globalThis.duibiao.sql(text))] };
    } catch (error) {
      return error instanceof Error ? { error: error.message, name: error.name } : { error: String(error), name: "" };
    }
  }, sql);
}
