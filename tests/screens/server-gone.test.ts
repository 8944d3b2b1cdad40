import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM_FLAGS, ensureChromium } from "../../scripts/site/chromium.ts";
import { serveFolder } from "../../scripts/site/serve.ts";
import { SCREEN_IDS } from "../../src/state/routes/index.ts";
import { engineReady } from "../helpers/site.ts";

const dist = process.env["DUIBIAO_DIST"] ?? "dist";
const errors: string[] = [];
let address: string;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  const server = await serveFolder(dist, 0);
  address = server.address;
  browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS });
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(server.address);
  expect(await engineReady(page)).toBeNull();
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const observer = new PerformanceObserver((list) => {
          if (list.getEntriesByName("duibiao:fetched-ahead").length > 0) resolve();
        });
        observer.observe({ type: "mark", buffered: true });
      }),
  );
  await server.close();
});
afterAll(async () => {
  await browser.close();
});

describe("a page whose server is gone", () => {
  it.each(SCREEN_IDS)("opens %s, which was not open before", async (screen) => {
    await page.evaluate((id) => {
      location.hash = `#/${id}`;
    }, screen);
    const ready = screen === "sql" ? page.locator("#main .cm-content") : page.locator("#main h1:not(.unseen)");
    await ready.first().waitFor();
    expect(errors).toEqual([]);
  });

  it("still saves a chart as a picture", async () => {
    await page.evaluate(() => {
      location.hash = "#/compare";
    });
    await page.locator("#main figure svg.chart").first().waitFor();
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "PNG" }).first().click();
    expect((await saved).suggestedFilename()).toMatch(/\.png$/);
    expect(errors).toEqual([]);
  });

  it("still lays out SQL, runs it and saves the result", async () => {
    await page.evaluate(() => {
      location.hash = "#/sql";
    });
    await page.getByRole("button", { name: "新查询" }).click();
    await page.locator(".cm-content").click();
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText("select agency_id from agency");
    await expect.poll(() => page.locator(".cm-content").innerText()).toBe("select agency_id from agency");
    await page.getByRole("button", { name: "整理格式" }).click();
    await expect.poll(() => page.locator(".cm-content").innerText()).toMatch(/select\n\s+agency_id/);
    await page.locator(".cm-content").click();
    await page.keyboard.press("Control+Enter");
    await page.getByRole("gridcell", { name: "zhuzhou" }).waitFor();
    await page.getByRole("button", { name: "导出 ▾" }).click();
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: /^Parquet/ }).click();
    expect((await saved).suggestedFilename()).toMatch(/\.parquet$/);
    expect(errors).toEqual([]);
  });

  it("says what to do where its engine breaks then, and works again once the server answers", async () => {
    await page.locator(".cm-content").click();
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText("select repeat('x', 3000000000)");
    await page.keyboard.press("Control+Enter");
    // A browser that keeps the engine's program starts another without the server.
    const main = page.locator("#main");
    await expect
      .poll(() => main.innerText(), { timeout: 60_000 })
      .toMatch(/服务器没有应答[\s\S]*检查网络或服务器|引擎已重新启动/);
    const server = await serveFolder(dist, Number(new URL(address).port));
    await page.evaluate(() => {
      location.hash = "#/compare?metric=per_staff.travel&basis=reported";
    });
    await page.evaluate(() => {
      location.hash = "#/audit?show=sheet";
    });
    await main.getByRole("table").first().waitFor({ timeout: 60_000 });
    await server.close();
  });
});
