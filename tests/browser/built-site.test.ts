import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { engineReady, openSite, type BrowserSite } from "../helpers/site.ts";

const DIST = process.env["DUIBIAO_DIST"] ?? "dist";
const files = (): string[] =>
  readdirSync(DIST, { recursive: true, encoding: "utf8" }).filter((name) => statSync(join(DIST, name)).isFile());

describe("dist/", () => {
  it("names no other host in anything that a browser loads, but for comments and namespaces", () => {
    const html = readFileSync(join(DIST, "index.html"), "utf8");
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    const styles = files().filter((name) => name.endsWith(".css"));
    for (const name of styles)
      expect(readFileSync(join(DIST, name), "utf8")).not.toMatch(/url\(\s*["']?(?:https?:)?\/\//);
    expect(styles.length).toBeGreaterThan(0);
  });

  it("carries a policy that allows this host only", () => {
    const html = readFileSync(join(DIST, "index.html"), "utf8");
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1]?.replaceAll("&#39;", "'");
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toMatch(/https?:|\*|'unsafe-eval'/);
    // The policy only binds what comes after it.
    expect(html.indexOf("Content-Security-Policy")).toBeLessThan(html.indexOf("<script"));
  });

  it("has compressed copies that hold the same bytes", () => {
    const all = files();
    const big = all.filter((name) => /\.(?:js|css|wasm|html)$/.test(name) && statSync(join(DIST, name)).size > 4096);
    expect(big.some((name) => name.endsWith(".wasm"))).toBe(true);
    for (const name of big) {
      const original = readFileSync(join(DIST, name));
      expect(brotliDecompressSync(readFileSync(join(DIST, `${name}.br`))).equals(original)).toBe(true);
      expect(gunzipSync(readFileSync(join(DIST, `${name}.gz`))).equals(original)).toBe(true);
    }
  });
});

describe("the site on any server", () => {
  let site: BrowserSite;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "duibiao-site-"));
    cpSync(DIST, join(folder, "some/where"), { recursive: true });
    cpSync(join(DIST, "index.html"), join(folder, "index.html"));
    site = await openSite(folder);
  });
  afterAll(async () => {
    await site.close();
    rmSync(folder, { recursive: true });
  });

  it("runs from a folder below the root, by a deep link", async () => {
    const page = await site.newPage();
    await page.goto(`${site.address}some/where/#/compare?lang=en`);
    expect(await engineReady(page)).toBeNull();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
    await page.context().close();
  });

  it("draws the overview's first chart before anything of the engine is asked for", async () => {
    const page = await site.newPage();
    await page.goto(`${site.address}some/where/`);
    expect(await engineReady(page)).toBeNull();
    const timeline = await page.evaluate(() => ({
      chart: performance.getEntriesByName("duibiao:first-chart")[0]?.startTime ?? null,
      engine: performance.getEntriesByName("duibiao:engine-ready")[0]?.startTime ?? null,
      requests: (performance.getEntriesByType("resource") as PerformanceResourceTiming[]).map((entry) => ({
        name: new URL(entry.name).pathname,
        start: entry.startTime,
      })),
    }));
    expect(timeline.chart).not.toBeNull();
    expect(timeline.chart).toBeLessThan(timeline.engine ?? 0);
    const heavy = timeline.requests.filter((request) => /\.(?:wasm|parquet)$|worker/.test(request.name));
    expect(heavy.length).toBeGreaterThan(0);
    for (const request of heavy) expect(request.start).toBeGreaterThan(timeline.chart ?? Infinity);
    await page.context().close();
  });

  it("asked no other host for anything and logged no error", () => {
    expect(site.log).toEqual({ foreign: [], errors: [] });
  });
});
