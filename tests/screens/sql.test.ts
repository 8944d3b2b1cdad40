import type { Page } from "playwright-core";
import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EXAMPLES } from "../../src/screens/sql/examples/index.ts";
import { engineReady, openSite } from "../helpers/site.ts";
import type { BrowserSite } from "../helpers/site.ts";

let site: BrowserSite;
/** One page with its engine for all tests that need no page of their own. */
let desk: Page;
beforeAll(async () => {
  site = await openSite();
  desk = await open();
  expect(await engineReady(desk)).toBeNull();
});
afterAll(async () => {
  expect(site.log.foreign).toEqual([]);
  await site.close();
});

async function open(statement = "", more = "", width = 1440): Promise<Page> {
  const page = await site.newPage({ viewport: { width, height: 900 } });
  const query = new URLSearchParams(statement === "" ? {} : { statement });
  await page.goto(`${site.address}#/sql?${query.toString()}${more}`);
  await page.locator(".cm-content").waitFor();
  return page;
}

/** Replaces what stands in the editor, as a reader does, without completions in the way. */
async function type(page: Page, text: string): Promise<void> {
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(text);
}

async function run(page: Page, text: string): Promise<void> {
  await type(page, text);
  await page.keyboard.press("Control+Enter");
}

/** How many rows there are and how long it took. */
const said = (page: Page, words: RegExp) => page.locator(".result [role=status]", { hasText: words });
const result = (page: Page) => page.getByRole("grid", { name: /(?:行|rows).* · / });
const cells = (page: Page) => result(page).getByRole("gridcell").allInnerTexts();

describe("the SQL screen", () => {
  it("runs what is typed and shows rows, count and time", async () => {
    const page = desk;
    await run(page, "select report_id, fiscal_year from report order by report_id");
    await said(page, /^5 行 · /).waitFor();
    expect(await cells(page)).toContain("zhuzhou-2020-final");
    await page.waitForFunction(() => location.hash.includes("statement=select+report_id"));
  });

  it("takes a statement while the engine is starting", async () => {
    const context = await site.browser.newContext();
    await context.route(/\.wasm$/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue();
    });
    const page = await context.newPage();
    await page.goto(`${site.address}#/sql`);
    await page.locator(".cm-content").waitFor();
    await run(page, "select 41 + 1 as answer");
    await page.getByText("引擎启动中，就绪后马上运行").waitFor();
    await said(page, /^1 行 · /).waitFor();
    expect(await cells(page)).toEqual(["42"]);
    await context.close();
  });

  it("draws the plan of EXPLAIN line by line", async () => {
    await run(desk, "explain select count(*) from fact");
    const plan = desk.locator("pre", { hasText: "┌" });
    await plan.waitFor();
    expect((await plan.innerText()).split("\n").length).toBeGreaterThan(5);
  });

  it("runs the statement at the cursor, or the selection", async () => {
    const page = desk;
    await run(page, "select 1 as a;\nselect 2 as b");
    await result(page).getByText("2", { exact: true }).first().waitFor();
    expect(await cells(page)).toEqual(["2"]);
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("Control+Enter");
    await result(page).getByRole("columnheader", { name: /^a/ }).waitFor();
    expect(await cells(page)).toEqual(["1"]);
  });

  it("opens a shared statement, asks before it runs, and runs on demand", async () => {
    const page = await open("select 'shared' as word");
    await page.getByText("这条查询来自链接").waitFor();
    expect(await engineReady(page)).toBeNull();
    expect(await result(page).count()).toBe(0);
    await page.locator(".notice").getByRole("button", { name: "运行" }).click();
    await said(page, /^1 行 · /).waitFor();
    expect(await cells(page)).toEqual(["shared"]);
    await page.context().close();
  });

  it("shows an error in words and at its place, and answers the next statement", async () => {
    const page = desk;
    await run(page, "select report_id,\n  sorce_line from fact");
    await page.getByText("第 2 行第 3 个字符").waitFor();
    await page
      .getByText(/Referenced column "sorce_line" not found/)
      .first()
      .waitFor();
    expect(await page.locator(".cm-lintRange-error").allInnerTexts()).toEqual(["sorce_line"]);
    await run(page, "select 1 as fine");
    await said(page, /^1 行 · /).waitFor();
    expect(await page.locator(".cm-lintRange-error").count()).toBe(0);
  });

  it.each(["select from where", "copy fact to 'x.csv'", "select * from 'https://example.com/a.parquet'", ";"])(
    "survives %s",
    async (statement) => {
      const page = desk;
      await run(page, statement);
      if (statement !== ";") await page.getByText("语句有误").waitFor();
      await run(page, "select 7 as seven");
      await said(page, /^1 行 · /).waitFor();
      expect(await cells(page)).toEqual(["7"]);
    },
  );

  it("tells null, empty text and zero apart, and aligns numbers", async () => {
    const page = desk;
    await run(page, "select null::integer as nothing, '' as empty, 0 as zero");
    await said(page, /^1 行 · /).waitFor();
    expect((await cells(page)).map((cell) => cell.replace(/\s/g, ""))).toEqual(["∅空值", "（空文本）", "0"]);
    const aligned = await result(page)
      .getByRole("gridcell")
      .last()
      .evaluate((cell) => getComputedStyle(cell).textAlign);
    expect(aligned).toBe("end");
  });

  it("says so when no row matches", async () => {
    const page = desk;
    await run(page, "select report_id from report where false");
    await page.getByText("语句已执行，没有符合的行").waitFor();
  });

  it("shows a million rows with few of them on the page, sorts and filters them, and reaches the last", async () => {
    const page = desk;
    await run(page, "select i as n, 'row ' || i as words from range(1000000) t(i)");
    await said(page, /^1,000,000 行 · /).waitFor();
    expect(await result(page).getByRole("row").count()).toBeLessThan(80);
    expect(await result(page).getAttribute("aria-rowcount")).toBe("1000001");
    await result(page).focus();
    await page.keyboard.press("Control+End");
    await result(page).getByText("row 999999", { exact: true }).waitFor();
    await result(page).getByRole("button", { name: /^n/ }).click();
    await result(page).getByRole("button", { name: /^n/ }).click();
    await result(page).locator("[aria-sort=descending]").waitFor();
    await page.keyboard.press("Tab");
    await page.getByRole("button", { name: "筛选" }).click();
    await page.getByRole("searchbox", { name: "筛选 words" }).fill("77777");
    await page.getByText("显示 19 行").waitFor();
    await page.getByRole("button", { name: "汇总行" }).click();
    await result(page).getByText("平均", { exact: false }).first().waitFor();
    await page.getByRole("button", { name: "恢复原样" }).click();
    await page.getByRole("button", { name: "筛选" }).click();
  });

  it("stops a statement that would run for hours, and the engine lives on", async () => {
    const page = desk;
    await run(page, "select count(*) from range(1000000000000)");
    await page.getByText(/^正在运行… \d/).waitFor();
    await page.getByRole("button", { name: "取消" }).first().click();
    await page.getByText("已取消。").waitFor();
    await run(page, "select 5 as five");
    await said(page, /^1 行 · /).waitFor();
    expect(await cells(page)).toEqual(["5"]);
  });

  it("leads from a result to the printed line", async () => {
    const page = await open();
    await run(page, "select fact_id, report_id, source_line from fact where code = '30101' limit 1");
    const link = result(page).getByRole("link").first();
    await link.waitFor();
    await link.click();
    await page.locator("a.fact.selected").waitFor();
    await page.goBack();
    await page.locator(".cm-content").waitFor();
    expect(await page.locator(".cm-content").innerText()).toContain("fact_id");
    await page.context().close();
  });

  it("completes columns of the tables a statement names", async () => {
    const page = desk;
    await type(page, "select  from fact");
    await page.keyboard.press("Home");
    for (let step = 0; step < 7; step += 1) await page.keyboard.press("ArrowRight");
    await page.keyboard.type("source_l");
    const option = page.locator(".cm-tooltip-autocomplete li", { hasText: "源行" }).first();
    await option.waitFor();
    expect(await option.innerText()).toContain("source_line");
    await option.click();
    await page.waitForFunction(() =>
      document.querySelector(".cm-content")?.textContent?.includes("select source_line from"),
    );
  });

  it("can be left by keyboard: Escape, then Tab", async () => {
    const page = desk;
    await page.locator(".cm-content").click();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.classList.contains("cm-content"))).toBe(true);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.classList.contains("cm-content"))).toBe(false);
  });

  it("inserts a column from the list of tables", async () => {
    const page = desk;
    await type(page, "select ");
    await page.getByText("表与列", { exact: true }).first().click();
    await page.getByRole("searchbox", { name: "查找表或列" }).fill("简称");
    await page
      .getByRole("button", { name: /short_name/ })
      .first()
      .click();
    expect(await page.locator(".cm-content").innerText()).toBe("select short_name");
    await page.getByRole("button", { name: "short_name 的统计" }).first().click();
    await page.getByText("4 行 · 空值 0 · 不同值 4").waitFor();
    await page.getByText("示例", { exact: true }).first().click();
  });

  it("copies cells for a spreadsheet and as Markdown", async () => {
    const page = desk;
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await run(page, "select '长春' as 单位, 19.57 as v, null as n");
    await said(page, /^1 行 · /).waitFor();
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await page.getByRole("button", { name: "复制 ▾" }).click();
    await page.getByRole("button", { name: "全部（TSV）" }).click();
    await page.getByText("已复制 1 行 × 3 列").waitFor();
    expect(await clipboard()).toBe("单位\tv\tn\n长春\t19.57\t");
    await page.getByRole("button", { name: "复制 ▾" }).click();
    await page.getByRole("button", { name: "Markdown 表格" }).click();
    await expect.poll(clipboard).toBe("| 单位 | v | n |\n| --- | ---: | ---: |\n| 长春 | 19.57 |  |");
    await result(page).getByText("19.57").click();
    await page.keyboard.press("Control+c");
    await expect.poll(clipboard).toBe("19.57");
  });

  it("answers every example with rows or a chart", async () => {
    const page = desk;
    for (const example of EXAMPLES.flatMap((group) => group.examples)) {
      await page.getByRole("button", { name: example.zh, exact: true }).click();
      await page.waitForFunction(
        (text) =>
          new URLSearchParams(location.hash.split("?")[1]).get("statement")?.endsWith(text) === true &&
          document.querySelector(".result[aria-busy=false] :is([role=grid], figure svg)") !== null,
        example.sql,
      );
      expect(await page.getByText("语句有误").count()).toBe(0);
    }
    // A chart that an example brought is no longer asked for.
    await page.getByRole("button", { name: "新查询" }).click();
  });

  it("says why and what to do when the engine cannot start, and one can still type", async () => {
    const context = await site.browser.newContext();
    await context.route(/\.wasm$/, (route) => route.fulfill({ status: 404, body: "" }));
    const page = await context.newPage();
    await page.goto(`${site.address}#/sql`);
    await page.getByText("查询引擎没有启动，查询无法运行").waitFor();
    await run(page, "select 1");
    // The statement is not to blame: the engine's reason stands where its error would.
    await page.locator(".result pre", { hasText: "原因" }).waitFor();
    expect(await page.locator(".result").innerText()).toMatch(/查询引擎没有启动[\s\S]*怎么办/);
    expect(await page.locator(".cm-content").innerText()).toBe("select 1");
    await context.close();
  });

  it("fits a telephone", async () => {
    const page = await open("select * from report", "&lang=en", 360);
    await page.getByRole("button", { name: "Run", exact: true }).last().click();
    await said(page, /^5 rows · /).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.context().close();
  });

  it.each([
    ["zh", "light"],
    ["en", "dark"],
  ])("has no serious fault of accessibility, with a result and with an error (%s, %s)", async (lang, theme) => {
    const page = await open("", `lang=${lang}&theme=${theme}`);
    for (const statement of ["select fact_id, value, code from fact limit 30", "select nothing from fact"]) {
      await run(page, statement);
      await page.locator(statement.includes("limit") ? ".result [role=grid]" : ".result [role=alert]").waitFor();
      const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] });
      const { violations } = await axe.analyze();
      const serious = violations.filter((found) => found.impact === "serious" || found.impact === "critical");
      expect(serious.map((found) => `${found.id}: ${found.nodes[0]?.html ?? ""}`)).toEqual([]);
    }
    await page.context().close();
  });
});
