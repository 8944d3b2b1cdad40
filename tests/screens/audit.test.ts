import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askPage, engineReady, openSite, type BrowserSite } from "../helpers/site.ts";

let site: BrowserSite;

beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** Opens the audit and waits until its list, sheet or matrix stands there. */
async function open(address: string, width = 1440): Promise<Page> {
  const page = await site.newPage({ viewport: { width, height: 900 } });
  await page.goto(`${site.address}#/audit${address}`);
  await page.locator("main h1").first().waitFor();
  await page.locator("main section").first().waitFor();
  return page;
}

const buttons = (page: Page) => page.locator("button[data-finding]");
const focused = (page: Page) =>
  page.evaluate(() =>
    document.activeElement instanceof HTMLElement ? document.activeElement.dataset["finding"] : null,
  );

describe("the audit screen", () => {
  it("says in a sentence what the data say, before the engine is up", async () => {
    const page = await site.newPage();
    await page.route("**/*.wasm", (route) => route.abort());
    await page.goto(`${site.address}#/audit`);
    await page.locator("button[data-finding]").first().waitFor();
    const headline = await page.locator("main h1").innerText();
    await page.close();

    const counted = await open("");
    expect(await engineReady(counted)).toBeNull();
    const answer = await askPage(
      counted,
      `SELECT (SELECT count(*) FROM report) AS reports, (SELECT count(*) FROM rule) AS rules,
         (SELECT count(*) FROM finding WHERE severity = 'error') AS errors,
         (SELECT count(*) FROM finding WHERE severity = 'warning') AS warnings,
         (SELECT count(*) FROM finding WHERE severity = 'rounding') AS rounding,
         (SELECT count(*) FROM rule_outcome WHERE outcome = 'not_checkable') AS unchecked`,
    );
    if ("error" in answer) throw new Error(answer.error);
    const [row = {}] = answer.rows;
    expect(headline).toBe(
      `${row["reports"]} 份报告、${row["rules"]} 条规则：错误 ${row["errors"]}，提示 ` +
        `${row["warnings"]}，尾差 ${row["rounding"]}，无法核查 ${row["unchecked"]}`,
    );
    await counted.context().close();
  });

  it("moves with the arrows, opens with Enter, and leads to both printed places", async () => {
    const page = await open("?severity=error");
    const [first, second] = [
      await buttons(page).nth(0).getAttribute("data-finding"),
      await buttons(page).nth(1).getAttribute("data-finding"),
    ];
    await buttons(page).first().focus();
    await page.keyboard.press("ArrowDown");
    expect(await focused(page)).toBe(second);
    await page.keyboard.press("ArrowUp");
    expect(await focused(page)).toBe(first);
    await page.keyboard.press("Enter");
    await page.locator("blockquote a").first().waitFor();
    expect(decodeURIComponent(page.url())).toContain(`finding=${first}`);
    expect(await page.locator(".sides .side:first-child figure").count()).toBe(1);
    expect(await page.locator(".sides .side:last-child figure").count()).toBeGreaterThan(0);

    // The figure's link leads to exactly these characters of the source.
    const figure = page.locator(".sides .side:first-child blockquote a.asked").first();
    const printed = await figure.innerText();
    await figure.click();
    await page.locator("mark.asked").first().waitFor();
    expect(await page.locator("mark.asked").first().innerText()).toBe(printed);
    await page.goBack();
    await page.locator("blockquote a").first().waitFor();
    await page.locator(`button[data-finding][aria-expanded=true]`).focus();
    await page.keyboard.press("Escape");
    await page.locator("blockquote").first().waitFor({ state: "detached" });
    await page.context().close();
  });

  it("opens the finding that a link names, in view and in the other language", async () => {
    const listed = await open("");
    const last = await buttons(listed).last().getAttribute("data-finding");
    await listed.context().close();
    const page = await open(`?lang=en&finding=${encodeURIComponent(last ?? "")}`);
    const button = page.locator(`button[data-finding="${last}"]`);
    await button.waitFor();
    expect(await button.getAttribute("aria-expanded")).toBe("true");
    await page.waitForFunction((id) => {
      const box = document.querySelector(`button[data-finding="${id}"]`)?.getBoundingClientRect();
      return box !== undefined && box.top >= 0 && box.top < innerHeight;
    }, last);
    await page.context().close();
  });

  it("exports what is listed as CSV and a report's findings as a letter", async () => {
    const page = await open("?severity=error");
    const count = await buttons(page).count();
    const [csv] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: /导出 CSV/ }).click(),
    ]);
    const { readFile } = await import("node:fs/promises");
    const table = await readFile(await csv.path(), "utf8");
    expect(table.startsWith("\uFEFFfinding_id,")).toBe(true);
    expect(table.trimEnd().split("\r\n")).toHaveLength(count + 1);

    const [letter] = await Promise.all([
      page.waitForEvent("download"),
      page
        .getByRole("button", { name: /下载核对函/ })
        .first()
        .click(),
    ]);
    const text = await readFile(await letter.path(), "utf8");
    expect(text).toMatch(/^# 关于核对公开报告数据的函/);
    expect(text).toContain("# Request to verify figures in published reports");
    expect(text).toMatch(/第 \d+ 行（[^）]+）：“.*\*\*.+\*\*/);
    expect(text).toMatch(/数据指纹 [0-9a-f]{64}/);
    await page.context().close();
  });

  it("holds every rule against every report, and says what is missing where it cannot", async () => {
    const page = await open("?show=sheet");
    expect(await engineReady(page)).toBeNull();
    const rows = page.locator("tbody tr");
    await rows.last().locator("td a").first().click();
    await page.locator("section section table").waitFor();
    const outcomes = await page.locator("section section tbody tr").allInnerTexts();
    const rules = await askPage(page, "SELECT count(*) AS n FROM rule");
    expect("rows" in rules && rules.rows[0]?.["n"]).toBe(String(outcomes.length));
    const unchecked = outcomes.filter((text) => text.includes("无法核查"));
    expect(unchecked.length).toBeGreaterThan(0);
    for (const text of unchecked) expect(text).toContain("缺：");
    await page.locator("section section .links a").first().click();
    await page.locator("button[data-finding][aria-expanded=true]").waitFor();
    await page.context().close();
  });

  it.each(["", "?show=sheet", "?show=disclosure", "?lang=en&group=rule"])(
    "fits 360 px without sideways scrolling of the page: %s",
    async (address) => {
      const page = await open(address, 360);
      const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(content).toBeLessThanOrEqual(window ?? 0);
      await page.context().close();
    },
  );

  it.each(["", "?theme=dark", "?show=sheet", "?lang=en&show=disclosure&theme=dark"])(
    "has nothing that an accessibility check objects to: %s",
    async (address) => {
      const page = await open(address);
      if (!address.includes("show")) {
        await buttons(page).first().click();
        await page.locator("blockquote").first().waitFor();
      }
      const { violations } = await new AxeBuilder({ page }).include("main").analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      await page.context().close();
    },
  );

  it("asks no other host and logs no error of its own", () => {
    expect(site.log.foreign).toEqual([]);
  });
});
