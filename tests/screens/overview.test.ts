import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSite } from "../helpers/site.ts";
import type { BrowserSite } from "../helpers/site.ts";

let site: BrowserSite;
let page: Page;
beforeAll(async () => {
  site = await openSite();
  page = await site.newPage();
});
afterAll(async () => {
  expect(site.log.foreign).toEqual([]);
  expect(site.log.errors).toEqual([]);
  await site.close();
});

async function open(hash = "#/"): Promise<void> {
  // Another address of the same page loads nothing: what a test before switched would stay.
  await page.goto("about:blank");
  await page.goto(`${site.address}${hash}`);
  await page.locator("#main h1:not(.unseen)").waitFor();
  await page.locator("#main figure svg.chart").nth(2).waitFor();
}
const figure = (name: string | RegExp) => page.getByRole("figure", { name });

describe("the overview", () => {
  it("paints its three charts without the engine", async () => {
    const context = await site.browser.newContext({ viewport: { width: 1440, height: 900 } });
    await context.route(/\.wasm/, (route) => route.abort());
    const alone = await context.newPage();
    await alone.goto(site.address);
    await alone.locator("#main figure svg.chart").nth(2).waitFor();
    await alone.getByText("引擎不可用").first().waitFor();
    expect(await alone.locator("h1").innerText()).toContain("22.65 万元/人");
    await context.close();
  });

  it("stands in the page as the build drew it until the page's own charts do", async () => {
    const context = await site.browser.newContext({ viewport: { width: 1440, height: 900 } });
    await context.route(/assets\/opening-[^/]*\.js$/, (route) => route.abort());
    const picture = await context.newPage();
    await picture.goto(site.address);
    await picture.locator("#opening figure svg.chart").nth(2).waitFor();
    const drawn = await picture.locator("#opening h1").innerText();
    const height = await picture.locator("#opening .screen").evaluate((box) => box.getBoundingClientRect().height);
    await context.close();

    await open();
    expect(await page.locator("#opening").count()).toBe(0);
    expect(await page.locator("h1").innerText()).toBe(drawn);
    const live = await page.locator("#main .screen").evaluate((box) => box.getBoundingClientRect().height);
    expect(Math.abs(live - height)).toBeLessThan(40);
  });

  it.each(["#/compare", "#/?lang=en", "#/?theme=dark"])("is not shown on the way to %s", async (hash) => {
    const context = await site.browser.newContext();
    await context.route(/assets\/opening-[^/]*\.js$/, (route) => route.abort());
    const other = await context.newPage();
    await other.goto(`${site.address}${hash}`);
    expect(await other.getByText("22.65").count()).toBe(0);
    await context.close();
  });

  it("answers in one sentence, from the data", async () => {
    await open();
    expect(await page.locator("h1").innerText()).toMatch(
      /^株洲在职人均基本支出\s*22\.65 万元\/人，是另 2 家中位数的 1\.25 倍；“三公”无一超支；决算偏离年初预算最多的是长春（242\.1%）。$/,
    );
    expect(await page.locator(".sentence p").innerText()).toBe(
      "可比口径 · 2020–2021 年决算 · 4 家中 3 家有人数，忻州未披露 · 仅 3 家，只作位置描述",
    );
  });

  it("leads from the number in the sentence to its printed line, and back", async () => {
    await open();
    await page.locator("h1 a").click();
    await page.waitForURL(/#\/source\?report=zhuzhou-2020-final&line=175/);
    await page.locator('[data-line="175"]').getByText("1,336.56").waitFor();
    await page.goBack();
    await page.locator("h1 a").waitFor();
  });

  it("has a table behind each chart, with what is missing in words", async () => {
    await open();
    const staff = figure(/^人均基本支出/);
    await staff.getByRole("button", { name: /看表/ }).click();
    const rows = (await staff.locator("tbody tr").allInnerTexts()).map((text) => text.replace(/\s+/g, " "));
    expect(rows).toHaveLength(4);
    expect(rows[0]).toContain("株洲 22.65 1.25 1,336.56 59");
    expect(rows[1]).toContain("口径借用：人数取自 2021 预算");
    expect(rows[1]).toContain("可能偏低");
    expect(rows[3]).toMatch(/^忻州 – .*未披露/);
    const threePublic = figure(/三公/);
    await threePublic.getByRole("button", { name: /看表/ }).click();
    expect((await threePublic.locator("tbody").innerText()).replace(/\s+/g, " ")).toContain("不可算");
  });

  it("shows both bases of execution and names the base", async () => {
    await open();
    const execution = figure("支出决算 ÷ 年初预算");
    const drawn = (await execution.locator("svg.chart").textContent()) ?? "";
    for (const rate of ["298.8%", "242.1%", "5.2%", "155.7%", "108.2%", "72.4%", "95.2%"])
      expect(drawn).toContain(rate);
    expect(await execution.innerText()).toContain("分母是年初预算");
  });

  it("says who discloses what, each mark a link to a figure", async () => {
    await open();
    const matrix = page.getByRole("table", { name: "每份报告披露了哪些内容" });
    expect(await matrix.locator("tbody tr").count()).toBe(5);
    const xinzhou = matrix.locator("tbody tr", { hasText: "忻州 2021 决算" });
    expect(await xinzhou.locator("td").nth(4).innerText()).toContain("未披露");
    await matrix.locator("tbody tr", { hasText: "株洲 2020 决算" }).locator("td a").nth(1).click();
    await page.waitForURL(/#\/source\?report=zhuzhou-2020-final&line=\d+/);
  });

  it("follows the money unit of the reader", async () => {
    await open("#/?unit=yuan");
    expect(await page.locator("h1").innerText()).toMatch(/226,5\d\d 元\/人/);
    await open("#/?lang=en");
    expect(await page.locator("h1").innerText()).toMatch(/Zhuzhou spends\s*22\.65 ¥10k\/person/);
  });
});
