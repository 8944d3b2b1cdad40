import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { engineReady, openSite } from "../helpers/site.ts";
import type { BrowserSite } from "../helpers/site.ts";

let site: BrowserSite;
let page: Page;
beforeAll(async () => {
  site = await openSite();
  page = await site.newPage();
  await page.goto(`${site.address}#/compare`);
  expect(await engineReady(page)).toBeNull();
});
afterAll(async () => {
  expect(site.log.foreign).toEqual([]);
  expect(site.log.errors).toEqual([]);
  await site.close();
});

/** Goes to an address of the screen and waits for its sentence. */
async function open(hash: string, on = page): Promise<void> {
  await on.goto(`${site.address}${hash}`);
  await on.locator("h1:not(.unseen)").waitFor();
  await on.locator("figure svg.chart").first().waitFor();
}

const headline = (on = page): Promise<string> => on.locator("h1").innerText();
const figure = (name: string, on = page) => on.getByRole("figure", { name });
const table = (on = page) => on.getByRole("region", { name: "逐家明细" }).or(on.locator("section:has(#compare-table)"));
const radio = (name: string, on = page) => on.getByRole("radio", { name, exact: true });
/** Rows of the large table, cells joined, white space collapsed. */
const rows = async (on = page): Promise<string[]> =>
  (await table(on).locator("tbody tr").allInnerTexts()).map((text) => text.replace(/\s+/g, " "));

describe("the compare screen", () => {
  it("answers before the engine is up, and without it", async () => {
    const context = await site.browser.newContext({ viewport: { width: 1440, height: 900 } });
    await context.route(/\.wasm$/, (route) => route.abort());
    const alone = await context.newPage();
    await open("#/compare", alone);
    expect(await headline(alone)).toContain("株洲 22.65 万元/人，第 1 / 3");
    await figure("差在哪里：株洲 − 长春", alone).locator("svg.chart").waitFor();
    // What was not prepared says that it cannot be read, and how to try again.
    await radio("预算", alone).check();
    await alone.getByText("读取失败").first().waitFor();
    await context.close();
  });

  it("says in one sentence who is highest and what drives it, each number leading on", async () => {
    await open("#/compare");
    expect(await headline()).toBe(
      "株洲 22.65 万元/人，第 1 / 3，是另 2 家中位数的 1.25 倍；比长春高 3.09 万元/人，" +
        "其中对个人和家庭的补助 1.25、工资福利支出 1.21、商品和服务支出 0.63。",
    );
    await page.locator("h1 a").first().click();
    await page.waitForURL(/#\/source\?report=zhuzhou-2020-final&line=\d+/);
    const line = new URL(page.url().replace("#/", "")).searchParams.get("line") ?? "";
    await page.locator(`[data-line="${line}"]`).getByText("1,336.56").first().waitFor();
    await page.goBack();
    await page.locator("h1:not(.unseen)").waitFor();
    expect(await headline()).toContain("株洲 22.65");
  });

  it("keeps every agency's row, with what is missing in words", async () => {
    await open("#/compare");
    // The parts of each value are asked for after the values.
    await table().getByText("17.11").waitFor();
    const shown = await rows();
    expect(shown).toHaveLength(4);
    expect(shown[0]).toMatch(/^株洲 2020 1 22\.65 1\.25 1,336\.56 59 17\.11 3\.26 2\.28 /);
    expect(shown[1]).toMatch(
      /^长春 2020 2–3 19\.57 0\.99 7,141\.38 365 15\.90 2\.63 1\.03 口径借用：人数取自 2021 预算/,
    );
    expect(shown[2]).toMatch(/^雁江 2020 2–3 16\.75 0\.79 301\.43 18 未分列 未分列 未分列 /);
    expect(shown[3]).toMatch(/^忻州 2021 – – – 602\.22 填入假设 – – – 未披露/);
    expect(await figure("位置：人均基本支出").innerText()).toContain("填入假设");
  });

  it("changes what basis and denominator should change", async () => {
    await open("#/compare?metric=per_staff.total");
    const before = await rows();
    await radio("全口径").check();
    await page.waitForURL(/basis=reported/);
    const after = await rows();
    expect(after.find((row) => row.startsWith("长春"))).not.toBe(before.find((row) => row.startsWith("长春")));
    expect(after.find((row) => row.startsWith("雁江"))).toContain("24.");
    await page.locator(".facts").getByText("改用可比口径后为有条件可比").first().waitFor();
    await page.goBack();
    await expect.poll(() => rows()).toEqual(before);
    await radio("编制").check();
    await expect.poll(() => headline()).toMatch(/^只有雁江一家可算/);
  });

  it("finds a metric by typing, and disables the denominator where it divides by nobody", async () => {
    await open("#/compare");
    const picker = page.getByRole("combobox", { name: "指标" });
    await picker.click();
    await picker.fill("每人次");
    await page.getByRole("option", { name: /每人次接待费/ }).click();
    await expect.poll(() => headline()).toMatch(/^长春 140 元\/人次/);
    expect(await radio("在职").isDisabled()).toBe(true);
    await page.getByText("本指标不除以人数，分母不可选", { exact: true }).first().waitFor();
    expect(await page.getByRole("figure", { name: /差在哪里/ }).count()).toBe(0);
  });

  it("leads from a bar to both printed lines, and keeps the choice in the address", async () => {
    await open("#/compare");
    await figure("差在哪里：株洲 − 长春").getByRole("link", { name: /30108/ }).first().click();
    await page.waitForURL(/part=30108/);
    const lines = page.locator(".lines");
    await expect.poll(() => lines.innerText()).toContain("株洲：69.01 万元 ÷ 59 人 = 1.17");
    expect(await lines.innerText()).toContain("长春该项为零");
    await page.reload();
    await expect.poll(() => page.locator(".lines").innerText()).toContain("69.01");
    expect(await lines.getByRole("link").first().getAttribute("href")).toContain("report=zhuzhou-2020-final&line=297");
  });

  it("has a table behind each chart whose differences add up to the whole", async () => {
    await open("#/compare");
    const plot = figure("差在哪里：株洲 − 长春");
    await plot.getByRole("button", { name: /看表/ }).click();
    const gaps = await plot.locator("tbody tr td:nth-child(4)").allInnerTexts();
    const numbers = gaps.map((text) => Number(text.replace("−", "-").replace("+", "")));
    const total = numbers.pop() ?? Number.NaN;
    expect(total).toBe(3.09);
    // Each is printed to 0.01: together they are off by half a unit each at most.
    expect(Math.abs(numbers.reduce((sum, gap) => sum + gap, 0) - total)).toBeLessThan(0.005 * (numbers.length + 1));
    await figure("位置：人均基本支出").getByRole("button", { name: /看表/ }).click();
    expect(await figure("位置：人均基本支出").locator("tbody").innerText()).toContain("16.53–19.57");
    // What is shown of a figure is no part of the address: the next test finds charts again.
    const back = page.getByRole("button", { name: /看图/ });
    while ((await back.count()) > 0) await back.first().click();
  });

  it("takes an assumed headcount, refuses what is none, marks it and lets it go", async () => {
    await open("#/compare");
    await figure("位置：人均基本支出")
      .getByRole("link", { name: /填入假设|忻州/ })
      .first()
      .click();
    const input = page.getByLabel("忻州的在职人数（假设）");
    await input.waitFor();
    await input.fill("六十");
    await page.getByRole("button", { name: "采用" }).click();
    await page.getByRole("alert").getByText("请填正整数").waitFor();
    await input.fill("60");
    await page.getByRole("button", { name: "采用" }).click();
    await page.waitForURL(/assume=xinzhou-2021-final%3A60/);
    const shown = await rows();
    expect(shown.find((row) => row.startsWith("忻州"))).toMatch(
      /^忻州 2021 – 10\.04 0\.51 602\.22 60（假设） 撤销假设/,
    );
    expect(shown.find((row) => row.startsWith("株洲"))).toContain("22.65 1.25");
    expect(await figure("位置：人均基本支出").locator("circle[stroke-dasharray], path[stroke-dasharray]").count()).toBe(
      1,
    );
    await page.getByRole("button", { name: "撤销假设" }).click();
    await expect.poll(() => page.url()).not.toContain("assume");
  });

  it("lists pass-through money with line and reason, and leaves it in when switched off", async () => {
    await open("#/compare?metric=per_staff.total");
    const list = page.locator("section:has(#compare-pass)");
    expect(await list.innerText()).toContain("社会保险补贴 2,406.00 万元");
    const before = await rows();
    // Each item has a switch of its own and says what it does: 2,406 ÷ 365 = 6.59.
    expect(await list.innerText()).toContain("使数值 −6.59 万元/人");
    await list.getByRole("checkbox", { name: /助保贷款贴息/ }).uncheck();
    await page.waitForURL(/without=/);
    // (16,698.66 − 2,406 − 6) ÷ 365 = 39.14.
    const left = async () => (await rows()).find((row) => row.startsWith("长春")) ?? "";
    await expect.poll(left).toContain("39.14");
    expect(await left()).toContain("读者选择不剔除：助保贷款贴息");
    await list.getByRole("checkbox", { name: /助保贷款贴息/ }).check();
    await expect.poll(() => rows()).toEqual(before);
    await list.getByRole("link").first().click();
    await page.waitForURL(/#\/source\?report=changchun-2020-final&line=421/);
  });

  it("takes what is typed as a new search where the list was closed by Escape and opened by a key", async () => {
    await open("#/compare");
    const picker = page.getByRole("combobox", { name: "指标" });
    await picker.focus();
    for (const _ of ["first", "second"]) {
      await picker.press("ArrowDown");
      await picker.pressSequentially("rjgy");
      await expect.poll(() => page.getByRole("option").allInnerTexts()).toHaveLength(1);
      await picker.press("Escape");
      await expect.poll(() => page.getByRole("option").count()).toBe(0);
    }
    expect(await picker.inputValue()).toBe("人均基本支出");
  });

  it("says its axes in the reader's unit of money, as the numbers beside them", async () => {
    const texts = async (): Promise<string[]> => {
      const labels = await page.locator("figure svg.chart").first().locator("text").allTextContents();
      return labels.map((label) => label.trim());
    };
    for (const [hash, tick] of [
      ["#/compare?unit=wan", "20"],
      ["#/compare?unit=yuan", "200,000"],
      ["#/compare?unit=yi", "0.002"],
      ["#/?unit=yuan", "200,000"],
      ["#/three-public?unit=yuan", "150,000"],
      ["#/agency?unit=yuan", "+15,000"],
      ["#/execution?show=amount&unit=yuan", "100,000,000"],
    ] as const) {
      await open(hash);
      await expect.poll(texts, { message: hash }).toContain(tick);
    }
  });

  it("sorts the table by the address", async () => {
    await open("#/compare?sort=headcount");
    expect((await rows()).map((row) => row.slice(0, 2))).toEqual(["长春", "株洲", "雁江", "忻州"]);
    await table().getByRole("button", { name: /在职/ }).click();
    await expect
      .poll(async () => (await rows()).map((row) => row.slice(0, 2)))
      .toEqual(["雁江", "株洲", "长春", "忻州"]);
    expect(page.url()).toContain("order=turned");
  });

  it("compares the agencies that are left, and the one in focus with whom it is told to", async () => {
    await open("#/compare");
    await page.getByRole("button", { name: "全部 4 家" }).click();
    await page.getByRole("checkbox", { name: "雁江" }).uncheck();
    await expect.poll(() => headline()).toContain("22.65 万元/人，是长春的 1.16 倍");
    await page.keyboard.press("Escape");
    await open("#/compare?focus=yanjiang&peer=zhuzhou");
    expect(await headline()).toContain("比株洲低 5.91 万元/人");
    await open("#/compare?focus=changchun&peer=median");
    expect(await headline()).toContain("比他家中位数低 0.13 万元/人");
  });

  it("opens a damaged link with what it understood and says what it left out", async () => {
    await open("#/compare?metric=no.such&focus=nobody&year=1999&basis=best&peer=%00&assume=x:y");
    expect(await headline()).toContain("株洲 22.65");
    const notice = await page.locator("main").innerText();
    expect(notice).toContain("指标 no.such");
    expect(notice).toContain("单位 nobody");
    expect(notice).toContain("年度 1999");
  });

  it("says that a filter leaves nobody, how many it left, and leads back to all", async () => {
    await page.goto(`${site.address}#/compare?level=province&lang=en`);
    await page.getByText("No agency fits").waitFor();
    expect(await page.getByRole("button", { name: "0 of 4 (filtered)" }).count()).toBe(1);
    expect(await page.locator("main figure").count()).toBe(0);
    await page.getByRole("button", { name: "Compare all agencies" }).click();
    await expect.poll(() => headline()).toContain("Zhuzhou: 22.65");
    expect(page.url()).not.toContain("level=");
    await page.goBack();
    await page.getByText("No agency fits").waitFor();
  });

  it("fills the column of a gap that cannot be taken apart with the other blocks", async () => {
    await open("#/compare?metric=per_staff.operating&focus=yanjiang");
    const column = page.locator(".column", { has: page.getByRole("heading", { name: "差在哪里", exact: true }) });
    await column.getByRole("figure", { name: /名次稳定性/ }).waitFor();
    await column.getByRole("heading", { name: "可比口径剔除了什么" }).waitFor();
    expect(await page.getByRole("figure", { name: /名次稳定性/ }).count()).toBe(1);
    await open("#/compare?metric=per_staff.operating&focus=zhuzhou&peer=changchun");
    await page.getByRole("figure", { name: /差在哪里/ }).waitFor();
    expect(await column.count()).toBe(0);
  });

  it("offers a finger nothing smaller than it can hit", async () => {
    const phone = await site.newPage({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    await open("#/compare", phone);
    const small = await phone.evaluate(() =>
      [...document.querySelectorAll("main .plain-action")]
        .filter((button) => button.getClientRects().length > 0)
        .filter((button) => Math.min(button.clientWidth, button.clientHeight) < 24)
        .map((button) => button.textContent),
    );
    expect(small).toEqual([]);
    await phone.context().close();
  });

  it("says what is missing where nothing can be computed", async () => {
    await open("#/compare?metric=three_public.overseas.completion");
    expect(await headline()).toBe("没有一家的因公出国（境）费完成率可算。");
    expect((await rows()).filter((row) => /不可算|未披露|口径不明|空表/.test(row))).toHaveLength(4);
  });

  it("is complete in English", async () => {
    await open("#/compare?lang=en&metric=per_staff.total&focus=changchun");
    const text = await page.locator("main").innerText();
    expect(text.match(/[\u4e00-\u9fff]+/g) ?? []).toEqual([]);
    expect(await headline()).toMatch(/rank 1 of 3/);
  });

  it.each([360, 390, 1440])("does not scroll sideways at %i px", async (width) => {
    const small = await site.newPage({ viewport: { width, height: 900 } });
    for (const lang of ["zh", "en"]) {
      await open(`#/compare?lang=${lang}`, small);
      const [wide, inner] = await small.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
      expect(wide).toBeLessThanOrEqual(inner ?? 0);
    }
    await small.context().close();
  });

  it("has no accessibility violation, in both languages and both themes", async () => {
    for (const [lang, colorScheme] of [
      ["zh", "light"],
      ["en", "dark"],
    ] as const) {
      const styled = await site.newPage({ colorScheme });
      await open(`#/compare?lang=${lang}&fill=xinzhou-2021-final`, styled);
      const axe = new AxeBuilder({ page: styled }).setLegacyMode(true).options({ resultTypes: ["violations"] });
      const { violations } = await axe.analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`),
      ).toEqual([]);
      await styled.context().close();
    }
  });
});
