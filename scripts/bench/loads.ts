import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { chromium, type Browser } from "playwright-core";
import { CHROMIUM_FLAGS, ensureChromium } from "../site/chromium.ts";
import { serveFolder } from "../site/serve.ts";
import { median } from "./median.ts";

/** Milliseconds from navigation, medians; null where a page has no such moment. */
export interface LoadTimes {
  readonly firstChart: number | null;
  /** DuckDB runs, empty. */
  readonly engineOpen: number;
  /** The tables and views are in; null where a page has none. */
  readonly tablesIn: number | null;
  readonly firstQuery: number;
}

/** Bytes over the wire, by what a server sends. */
export interface Bytes {
  readonly files: number;
  readonly raw: number;
  readonly gzip: number;
  readonly brotli: number;
}

interface Load extends LoadTimes {
  /** Path and start of each request, ms. */
  readonly requests: readonly { readonly path: string; readonly start: number }[];
}

/** One cold load: a context of its own, so nothing is cached. */
async function loadOnce(browser: Browser, address: string): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    // tsx names functions through this helper, which a page does not have.
    await context.addInitScript({ content: "globalThis.__name = (target) => target;" });
    const page = await context.newPage();
    await page.goto(address);
    return await page.evaluate(async () => {
      const marked = (name: string) => performance.getEntriesByName(name)[0]?.startTime ?? null;
      const until = async (name: string): Promise<number> => {
        for (;;) {
          const time = marked(name);
          if (time !== null) return time;
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
      };
      const duibiao = (globalThis as { duibiao?: typeof globalThis.duibiao }).duibiao;
      let firstQuery: number;
      if (duibiao === undefined) firstQuery = await until("duibiao:first-query");
      else {
        await duibiao.ready;
        await duibiao.sql("SELECT 42");
        firstQuery = performance.now();
      }
      const resources = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
      return {
        firstChart: marked("duibiao:first-chart"),
        engineOpen: await until("duibiao:engine-open"),
        tablesIn: marked("duibiao:engine-ready"),
        firstQuery,
        requests: [
          { path: location.pathname, start: 0 },
          ...resources.map((entry) => ({ path: new URL(entry.name).pathname, start: entry.startTime })),
        ],
      };
    });
  } finally {
    await context.close();
  }
}

async function sizeOf(path: string): Promise<number | null> {
  return stat(path).then(
    (entry) => entry.size,
    () => null,
  );
}

/** Sizes of the files that requests name; a page asked for twice (a HEAD, a revalidation) counts once. */
async function bytesOf(folder: string, paths: readonly string[]): Promise<Bytes> {
  const total = { files: 0, raw: 0, gzip: 0, brotli: 0 };
  for (const path of new Set(paths)) {
    const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
    const raw = (await readFile(file)).length;
    total.files++;
    total.raw += raw;
    total.gzip += (await sizeOf(`${file}.gz`)) ?? raw;
    total.brotli += (await sizeOf(`${file}.br`)) ?? raw;
  }
  return total;
}

function mediansOf(loads: readonly Load[]): LoadTimes {
  const whereAll = (times: readonly (number | null)[]): number | null => {
    const marked = times.filter((time) => time !== null);
    return marked.length === loads.length ? median(marked) : null;
  };
  return {
    firstChart: whereAll(loads.map((load) => load.firstChart)),
    engineOpen: median(loads.map((load) => load.engineOpen)),
    tablesIn: whereAll(loads.map((load) => load.tablesIn)),
    firstQuery: median(loads.map((load) => load.firstQuery)),
  };
}

export interface LoadResults {
  readonly site: LoadTimes;
  readonly bare: LoadTimes;
  readonly beforeFirstChart: Bytes;
  readonly inAll: Bytes;
}

/**
 * Loads the site and the bare page in turn, so that both meet the same noise.
 *
 * @param worker path of the engine's worker and program, which a page's own timeline does not list.
 */
export async function measureLoads(site: string, bare: string, times: number): Promise<LoadResults> {
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS });
  const servers = await Promise.all([serveFolder(site, 0), serveFolder(bare, 0)]);
  try {
    const [siteServer, bareServer] = servers;
    const loads: { site: Load[]; bare: Load[] } = { site: [], bare: [] };
    for (let round = 0; round < times; round++) {
      loads.site.push(await loadOnce(browser, siteServer.address));
      loads.bare.push(await loadOnce(browser, bareServer.address));
    }
    const last = loads.site.at(-1);
    if (last === undefined) throw new RangeError("at least one load is needed");
    const before = last.requests.filter((request) => last.firstChart !== null && request.start <= last.firstChart);
    return {
      site: mediansOf(loads.site),
      bare: mediansOf(loads.bare),
      beforeFirstChart: await bytesOf(
        site,
        before.map((request) => request.path),
      ),
      inAll: await bytesOf(
        site,
        last.requests.map((request) => request.path),
      ),
    };
  } finally {
    await Promise.all(servers.map((server) => server.close()));
    await browser.close();
  }
}
