import { AxeBuilder } from "@axe-core/playwright";
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

async function open(query = ""): Promise<void> {
  // A change of the hash alone would keep tables that an earlier test opened.
  await page.goto("about:blank");
  await page.goto(`${site.address}#/three-public${query}`);
  await page.locator(".sentence h1").waitFor();
  await page.locator("figure svg.chart").nth(1).waitFor();
}
const words = (text: string): string => text.replace(/\s+/g, " ").trim();
const section = (name: string) => page.locator("section", { has: page.getByRole("heading", { name, level: 2 }) });
/** Rows of a section's table, white space folded. */
const rowsOf = async (name: string): Promise<string[]> =>
  (await section(name).locator("tbody tr").allInnerTexts()).map(words);
const choose = (name: string) => page.getByRole("radio", { name, exact: true }).check();

describe("三公 in its opening state", () => {
  it("answers without the engine", async () => {
    const context = await site.browser.newContext({ viewport: { width: 1440, height: 900 } });
    await context.route(/\.wasm/, (route) => route.abort());
    const alone = await context.newPage();
    await alone.goto(`${site.address}#/three-public`);
    await alone.locator("figure svg.chart").nth(1).waitFor();
    await alone.getByText("引擎不可用").first().waitFor();
    expect(await alone.locator(".sentence h1").innerText()).toContain("10.6%");
    await context.close();
  });

  it("says whose budget was under-spent most and what a visitor costs", async () => {
    await open();
    expect(words(await page.locator(".sentence h1").innerText())).toBe(
      "长春“三公”只用了全年预算（调整预算）的 10.6%（1.71 / 16.20 万元），少用最多；每位来宾长春 140 元、株洲 124 元、雁江 77 元。",
    );
    expect(await page.locator(".sentence p").innerText()).toBe(
      "分母：全年预算（调整预算） · 2020–2021 年决算 · 4 家中 2 家可算，雁江口径不明、忻州不可算 · 仅 2 家，只作位置描述",
    );
  });

  it("leads from budget and price to their printed lines, and back", async () => {
    await open();
    await page.locator(".sentence h1 a", { hasText: "16.20" }).click();
    await page.waitForURL(/report=changchun-2020-final&line=311/);
    await page.locator('[data-line="311"]').getByText("16.20").waitFor();
    await page.goBack();
    await page.locator(".sentence h1 a", { hasText: "77" }).click();
    await page.waitForURL(/report=yanjiang-2020-final/);
    await page.goBack();
    await page.locator(".sentence h1").waitFor();
  });

  it("gives counts and prices with the interval of their precision, and what is missing in words", async () => {
    await open();
    const rows = await rowsOf("量与价");
    expect(rows.find((row) => row.startsWith("长春"))).toMatch(/^长春 1 5 5\.0 140 \(130–150\) 2 0\.82/);
    expect(rows.find((row) => row.startsWith("雁江"))).toMatch(/^雁江 5 48 9\.6 77 \(76–78\) 0 .*不可算/);
    expect(rows.find((row) => row.startsWith("株洲"))).toMatch(/^株洲 18 156 8\.7 124 \(124–125\) 2 3\.16/);
    expect(rows.find((row) => row.startsWith("忻州"))).toMatch(/^忻州( 未披露){7}$/);
  });

  it("says that quantity sets agencies apart and not the price", async () => {
    await open();
    const text = words(await section("量与价").innerText());
    expect(text).toContain(
      "“三公”最高（株洲）是最低（长春）的 29.9 倍；每位来宾只差 1.8 倍：差在有没有来客与用车，不在单价。",
    );
    expect(text).toContain("公务接待人均：株洲是长春的 171.5 倍");
  });

  it("holds the stated rate against the amounts and quotes the reason with its line", async () => {
    await open();
    const rows = await rowsOf("与预算、与上年相差多少，报告怎么说");
    const vehicles = rows.find((row) => row.startsWith("长春 公务用车购置及运行维护费"));
    expect(vehicles).toContain("27.3% 存疑 54.7% “完成年初预算的”");
    expect(vehicles).toContain("公车改革后车辆上交，公车数量减少，相应保养维修费用减少");
    const reception = rows.find((row) => row.startsWith("雁江 公务接待费"));
    expect(reception).toContain("口径不明 100% “完成预算”");
    expect(reception).toContain("−0.11 −22.92% 重算 −22.9%");
    // A change across a merger is printed and not computed.
    expect(rows.find((row) => row.startsWith("株洲 公务用车购置及运行维护费"))).toContain("−1.36 −17.66% 不可算");
    await page.getByRole("link", { name: /^公车改革后车辆上交/ }).click();
    await page.waitForURL(/report=changchun-2020-final&line=451/);
    await page.goBack();
  });
});

describe("the controls of 三公", () => {
  it("change component and base in the address, and go back", async () => {
    await open();
    await choose("公务接待");
    await expect.poll(() => page.locator(".sentence h1").innerText()).toContain("长春公务接待费只用了");
    await choose("年初预算");
    await expect.poll(() => page.url()).toContain("component=reception&base=initial_budget");
    await expect.poll(() => page.locator(".sentence h1").innerText()).toContain("年初预算的 0.7%（0.07 / 10.20 万元）");
    await page.reload();
    await page.locator("figure svg.chart").first().waitFor();
    expect(await page.locator(".sentence h1").innerText()).toContain("年初预算的 0.7%");
    await page.goBack();
    await page.goBack();
    await expect.poll(() => page.locator(".sentence h1").innerText()).toContain("10.6%");
  });

  it("say in words that nobody discloses a base", async () => {
    await open("?base=initial_budget");
    expect(await page.locator(".sentence h1").innerText()).toContain("没有一家的“三公”可按年初预算算出完成率");
  });

  it("rank another price", async () => {
    await open();
    await choose("万元/辆");
    const figure = page.getByRole("figure", { name: "每辆车运行维护费" });
    await figure.getByRole("button", { name: /看表/ }).click();
    const rows = (await figure.locator("tbody tr").allInnerTexts()).map(words);
    expect(rows[0]).toMatch(/^株洲 1 3\.16/);
    expect(rows[1]).toMatch(/^长春 2 0\.82/);
    expect(rows.find((row) => row.startsWith("雁江"))).toContain("0 ÷ 0，不可算");
  });

  it("leave agencies out", async () => {
    await open();
    await page.getByRole("button", { name: "选择单位" }).click();
    await page.getByRole("checkbox", { name: "长春" }).uncheck();
    await expect.poll(() => page.locator(".sentence h1").innerText()).toContain("没有一家的“三公”少于");
    expect(page.url()).toContain("agencies=");
    await page.getByRole("button", { name: "全部单位" }).click();
    await expect.poll(() => page.locator(".sentence h1").innerText()).toContain("10.6%");
    await page.keyboard.press("Escape");
  });

  it("ignore what an address makes up, and say so", async () => {
    await open("?component=everything&base=9&price=x&agencies=nobody&focus=z");
    expect(await page.locator(".sentence h1").innerText()).toContain("10.6%");
    expect(await page.locator("body").innerText()).toContain("链接中有不认识的部分");
  });
});

describe("三公 with 250 agencies", () => {
  it("draws thirty rows, says how many more there are, and pages its tables", async () => {
    const context = await site.browser.newContext({ viewport: { width: 1440, height: 900 } });
    await context.route(/\.wasm/, (route) => route.abort());
    // The rows of one invented agency after the other, made from those of the first real one.
    await context.route(/prepared\/(reports|three-public-detail|metric-values)-/, async (route) => {
      const response = await route.fetch();
      const rows = (await response.json()) as Record<string, unknown>[];
      const own = rows.filter((row) => row["report_id"] === "zhuzhou-2020-final");
      const many = Array.from({ length: 250 }, (_, index) =>
        own.map((row) => ({
          ...row,
          report_id: `a${String(index)}-2020-final`,
          agency_id: `a${String(index)}`,
          short_name: `甲${String(index)}`,
        })),
      );
      await route.fulfill({ response, json: many.flat() });
    });
    const crowded = await context.newPage();
    await crowded.goto(`${site.address}#/three-public`);
    await crowded.getByText("图中 30 家，另 220 家见表。").first().waitFor();
    await crowded.getByText("全部 250 家").waitFor();
    const table = crowded.locator("section", { has: crowded.getByRole("heading", { name: "各项一览", level: 2 }) });
    expect(await table.locator("tbody tr").count()).toBe(200);
    await table.getByRole("button", { name: "再显示 50 行（还有 50 行）" }).click();
    await expect.poll(() => table.locator("tbody tr").count()).toBe(250);
    await context.close();
  });
});

describe("三公 without any answer", () => {
  it("says why in each figure and offers to try again", async () => {
    const context = await site.browser.newContext({ viewport: { width: 1440, height: 900 } });
    await context.route(/\.wasm|prepared\//, (route) => route.abort());
    const alone = await context.newPage();
    await alone.goto(`${site.address}#/three-public`);
    await alone.getByText("引擎不可用").first().waitFor();
    await expect.poll(() => alone.getByText("读取失败").count()).toBe(2);
    expect(await alone.locator("figure").first().getByRole("button", { name: "重试" }).count()).toBe(1);
    await context.close();
  });
});

describe("三公 for everybody", () => {
  it.each([
    ["zh", "light", 1440],
    ["en", "dark", 360],
  ] as const)(
    "has no serious accessibility violation and does not scroll sideways (%s, %s, %i px)",
    async (lang, theme, width) => {
      await page.setViewportSize({ width, height: 900 });
      await open(`?lang=${lang}&theme=${theme}`);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
      expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
      const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(content).toBeLessThanOrEqual(window ?? 0);
      await page.setViewportSize({ width: 1440, height: 900 });
    },
  );
});
