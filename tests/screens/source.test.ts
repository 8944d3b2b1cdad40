import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AxeBuilder } from "@axe-core/playwright";
import { askPage, openSite } from "../helpers/site.ts";
import type { BrowserSite } from "../helpers/site.ts";

let site: BrowserSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(async () => {
  expect(site.log.foreign).toEqual([]);
  await site.close();
});

async function open(hash: string, width = 1440): Promise<Page> {
  const page = await site.newPage({ viewport: { width, height: 900 } });
  await page.goto(`${site.address}${hash}`);
  return page;
}

const lineOf = (page: Page, line: number) => page.locator(`[data-line="${String(line)}"]`);

/** A figure of the data, whatever the compiler makes of the seeds today. */
async function aFigure(page: Page): Promise<{ fact_id: string; line: number; from: number; to: number; text: string }> {
  const asked = await askPage(
    page,
    `select fact_id, source_line, source_from, source_to, value_text from fact
     where report_id = 'zhuzhou-2020-final' and code = '30101' and measure = 'final' order by source_line limit 1`,
  );
  const row = "rows" in asked ? asked.rows[0] : undefined;
  if (row === undefined) throw new Error(`no figure to ask for: ${JSON.stringify(asked)}`);
  return {
    fact_id: String(row["fact_id"]),
    line: Number(row["source_line"]),
    from: Number(row["source_from"]),
    to: Number(row["source_to"]),
    text: String(row["value_text"]),
  };
}

describe("the source screen", () => {
  it("shows every line exactly as it is stored, tabs included", async () => {
    const page = await open("#/source?report=zhuzhou-2020-final");
    await lineOf(page, 1).waitFor();
    const asked = await askPage(
      page,
      "select line_no, text from source_line where report_id = 'zhuzhou-2020-final' order by line_no",
    );
    const stored = "rows" in asked ? asked.rows.map((row) => row["text"]) : [];
    const shown = await page.locator("[data-line] .text").evaluateAll((lines) => lines.map((line) => line.textContent));
    expect(shown.length).toBeGreaterThan(500);
    expect(shown).toEqual(stored);
    await page.context().close();
  });

  it("reads before the engine is up, and without it", async () => {
    const context = await site.browser.newContext();
    await context.route(/\.wasm$/, (route) => route.abort());
    const page = await context.newPage();
    await page.goto(`${site.address}#/source?report=changchun-2020-final`);
    await lineOf(page, 1).waitFor();
    // The figures are an answer of their own, which may come after that of the lines.
    await page.locator("a.fact").nth(300).waitFor({ state: "attached" });
    await context.close();
  });

  it("goes to the span of a deep link, marks it and says what was read", async () => {
    const page = await open("#/source");
    const figure = await aFigure(page);
    const query = new URLSearchParams({
      report: "zhuzhou-2020-final",
      line: String(figure.line),
      from: String(figure.from),
      to: String(figure.to),
      fact: figure.fact_id,
    });
    await page.goto(`${site.address}#/source?${query.toString()}`);
    const marked = lineOf(page, figure.line).locator("mark.asked");
    await marked.waitFor();
    expect(await marked.textContent()).toBe(figure.text);
    await page.waitForFunction(() => {
      const box = document.querySelector("mark.asked")?.getBoundingClientRect();
      return box !== undefined && box.top > 60 && box.bottom < window.innerHeight;
    });
    expect(await page.locator(".panel").innerText()).toContain("30101");
    await page.reload();
    await marked.waitFor();
    await page.context().close();
  });

  it("selects a figure by click: into the address and the panel, and back is where one came from", async () => {
    const page = await open("#/");
    // Of the page itself, not of the picture that stands for it until it has started.
    await page.locator("#app main h1").first().waitFor();
    await page.evaluate(() => {
      location.hash = "#/source?report=yanjiang-2020-final";
    });
    const fact = page.locator("a.fact").first();
    await fact.click();
    await page.waitForFunction(() => location.hash.includes("fact=yanjiang-2020-final"));
    expect(await page.locator("a.fact.selected").first().textContent()).toBe(await fact.textContent());
    await page.getByRole("link", { name: /返回总览/ }).waitFor();
    await page.goBack();
    await page.waitForFunction(() => !location.hash.includes("source"));
    await page.context().close();
  });

  it("describes a figure on keyboard focus, and Escape closes the description", async () => {
    const page = await open("#/source?report=xinzhou-2021-final");
    const fact = page.locator("a.fact").nth(3);
    await fact.waitFor();
    await page.locator("a.fact").nth(2).focus();
    await page.keyboard.press("Tab");
    const card = page.getByRole("tooltip");
    await card.waitFor();
    expect(await card.innerText()).toContain("数字性质");
    expect(await fact.getAttribute("aria-describedby")).toBe(await card.getAttribute("id"));
    await page.keyboard.press("Escape");
    await card.waitFor({ state: "hidden" });
    await page.context().close();
  });

  it("finds words and numbers, counts them and steps through them by keyboard", async () => {
    const page = await open("#/source?report=zhuzhou-2020-final");
    const field = page.getByRole("searchbox", { name: "在文中查找" });
    await field.fill("1484.80");
    const count = page.locator("output.count");
    await page.waitForFunction(() => /^1 \/ \d+$/.test(document.querySelector("output.count")?.textContent ?? ""));
    expect(await page.locator("mark.current").first().textContent()).toContain("484.80");
    await field.press("Enter");
    await page.waitForFunction(() => document.querySelector("output.count")?.textContent?.startsWith("2 /"));
    await field.press("Shift+Enter");
    await page.waitForFunction(() => document.querySelector("output.count")?.textContent?.startsWith("1 /"));
    await field.fill("没有这样的词");
    await page.waitForFunction(() => document.querySelector("output.count")?.textContent === "没有找到");
    expect(await count.textContent()).toBe("没有找到");
    await field.press("Escape");
    expect(await field.inputValue()).toBe("");
    await page.context().close();
  });

  it("jumps to a line, and says which lines there are for one beyond the end", async () => {
    const page = await open("#/source?report=xinzhou-2021-final");
    const field = page.getByLabel("跳到行");
    await field.fill("99999");
    await field.press("Enter");
    await page.getByText(/本报告共 \d+ 行/).waitFor();
    await field.fill("150");
    await field.press("Enter");
    await page.waitForFunction(() => document.querySelector('[data-line="150"].asked') !== null);
    await page.context().close();
  });

  it.each([
    ["a report that is not there", "#/source?report=atlantis-1999-final", "atlantis-1999-final"],
    ["a line beyond the end", "#/source?report=xinzhou-2021-final&line=5000", "5000"],
    ["a span that does not fit", "#/source?report=xinzhou-2021-final&line=3&from=900&to=905", "900"],
    ["a fact that is not there", "#/source?report=xinzhou-2021-final&fact=nothing", "nothing"],
  ])("says what is wrong with %s and shows what it can", async (_, hash, named) => {
    const page = await open(hash);
    const notice = page.locator(".notice", { hasText: named });
    await notice.waitFor();
    if (hash.includes("atlantis")) {
      await notice.getByRole("link").first().click();
    }
    await lineOf(page, 1).waitFor();
    await page.context().close();
  });

  it("links the lines of a finding to each other", async () => {
    const page = await open("#/source");
    const asked = await askPage(
      page,
      `select report_id, source_lines from finding where severity = 'error' and len(source_lines) = 2
       and source_lines[1] <> source_lines[2] order by finding_id limit 1`,
    );
    const row = "rows" in asked ? asked.rows[0] : undefined;
    if (row === undefined) throw new Error(`no finding over two lines: ${JSON.stringify(asked)}`);
    const [first, second] = row["source_lines"] as number[];
    await page.goto(`${site.address}#/source?report=${String(row["report_id"])}&line=${String(first)}`);
    await lineOf(page, first ?? 0)
      .locator("ul a", { hasText: `第 ${String(second)} 行` })
      .first()
      .click();
    await page.waitForFunction(
      (line) => document.querySelector(`[data-line="${String(line)}"].asked`) !== null,
      second,
    );
    expect(
      await lineOf(page, second ?? 0)
        .locator("ul a", { hasText: `第 ${String(first)} 行` })
        .count(),
    ).toBeGreaterThan(0);
    await page.context().close();
  });

  it("copies a citation with agency, table, line and fingerprint", async () => {
    const page = await open("#/source");
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const figure = await aFigure(page);
    const query = new URLSearchParams({
      report: "zhuzhou-2020-final",
      line: String(figure.line),
      fact: figure.fact_id,
    });
    await page.goto(`${site.address}#/source?${query.toString()}`);
    await page.getByRole("button", { name: "复制引用" }).click();
    await page.getByText("已复制：").waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain("株洲市社会保险服务中心");
    expect(copied).toContain(`第 ${String(figure.line)} 行`);
    expect(copied).toContain(figure.text);
    expect(copied).toMatch(/数据指纹 [0-9a-f]{8}/);
    await page.context().close();
  });

  it("opens a report of 20 000 lines at a line near its end, and stays answerable", async () => {
    const page = await site.newPage();
    const lines = Array.from({ length: 20_000 }, (_, index) => ({
      report_id: "zhuzhou-2020-final",
      line_no: index + 1,
      text: index % 50 < 30 ? `第 ${String(index + 1)} 行的一句话，金额 12.50 万元。` : "项目\t1\t2.00\t3.00",
    }));
    await page.route(/prepared\/source-lines-/, (route) => {
      const key = /prepared\/([^/?]+)\.json/.exec(route.request().url())?.[1] ?? "";
      return route.fulfill({ json: { [key]: lines } });
    });
    await page.goto(`${site.address}#/source?report=zhuzhou-2020-final&line=19905`);
    const asked = lineOf(page, 19_905);
    await asked.waitFor();
    await page.waitForFunction(() => {
      const box = document.querySelector('[data-line="19905"]')?.getBoundingClientRect();
      return box !== undefined && box.top > 40 && box.bottom < window.innerHeight;
    });
    expect(await asked.getAttribute("class")).toContain("asked");
    await page.getByRole("searchbox", { name: "在文中查找" }).fill("第 19 977 行");
    await page.waitForFunction(() => document.querySelector("mark.current") !== null);
    await page.context().close();
  });

  it("fits a telephone, and speaks English", async () => {
    const page = await open("#/source?report=changchun-2020-final&line=139&lang=en", 360);
    await lineOf(page, 139).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.getByLabel("Go to line").waitFor();
    expect(await page.locator("main h1").innerText()).toContain("source text");
    await page.context().close();
  });

  it.each([
    ["zh", "light"],
    ["en", "dark"],
  ])("has no serious fault of accessibility (%s, %s)", async (lang, theme) => {
    const page = await open(`#/source?report=xinzhou-2021-final&line=140&lang=${lang}&theme=${theme}`);
    await lineOf(page, 140).waitFor();
    // Only what fails is worked out in full: a report has thousands of elements that pass.
    const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] });
    const { violations } = await axe.analyze();
    const serious = violations.filter((found) => found.impact === "serious" || found.impact === "critical");
    expect(serious.map((found) => `${found.id}: ${found.nodes[0]?.html ?? ""}`)).toEqual([]);
    await page.context().close();
  });
});
