import { describe, expect, it } from "vitest";
import { testScreen, words } from "../helpers/screen.ts";

const { headline, open, openWithout, page, rowsOf, section } = testScreen("agency", 1);

describe("单位 in its opening state", () => {
  it("answers without the engine", async () => {
    const alone = await openWithout(/\.wasm/);
    await alone.locator("figure svg.chart").first().waitFor();
    expect(await alone.locator(".sentence h1").innerText()).toContain("16,698.66");
    await alone.context().close();
  });

  it("says what was spent, and leads from each number to its line and back", async () => {
    await open();
    expect(await headline()).toBe(
      "长春 2020 决算：支出 16,698.66 万元（全口径）；人均基本支出 19.57 万元/人，是另 2 家中位数的 0.99 倍。",
    );
    await page().locator(".sentence h1 a").first().click();
    await page().waitForURL(/#\/source\?report=changchun-2020-final&line=\d+/);
    await page().goBack();
    await page().locator(".sentence h1").waitFor();
  });

  it("gives shares of income and expenditure, metrics with their marks, and changes with their breaks", async () => {
    await open();
    const flow = words(await section("收入与支出").innerText());
    expect(flow).toContain("项目支出 9,557.28 45.0%");
    const metrics = await rowsOf("主要指标与同行");
    expect(metrics.find((row) => row.startsWith("人均基本支出"))).toMatch(/19\.57.*口径借用.*19\.70 0\.99× 2–3 \/ 3/);
    const changes = await rowsOf("各份报告之间的变化");
    expect(changes.find((row) => row.startsWith("本年支出合计"))).toContain(
      "剔除过手 3,172.00 −6,224.09 −46.0% 7,302.57",
    );
    expect(changes.find((row) => row.includes("30108"))).toMatch(/0\.00 披露为零 \+394\.04 不可算：基数为 0 394\.04/);
    const told = words(await section("各份报告之间的变化").innerText());
    expect(told).toContain("2021 预算写明有人员并入");
    expect(told).toContain("披露为零 未披露 不可算");
    expect(words(await section("经济分类与同行").innerText())).toContain("口径借用");
  });

  it("says of a report without classes that it lists none, and names what is not disclosed", async () => {
    await open("?agency=changchun");
    await page().evaluate(() => {
      location.hash = "#/agency?agency=yanjiang";
    });
    await expect.poll(headline).toContain("雁江 2020 决算");
    await expect
      .poll(async () => words(await section("经济分类与同行").innerText()))
      .toContain("报告没有列出经济分类。");
    const flow = words(await section("收入与支出").innerText());
    expect(flow).toContain("各项 未披露 本年收入合计 384.11");
    expect(flow).toContain("本年支出合计 437.66");
  });
});

describe("the controls of 单位", () => {
  it("choose an agency and a basis in the address, and go back", async () => {
    await open("?agency=zhuzhou");
    expect(await headline()).toContain("株洲 2020 决算");
    await page().getByRole("combobox", { name: "单位" }).click();
    await page().getByRole("option", { name: /忻州/ }).click();
    await expect.poll(headline).toContain("忻州 2021 决算");
    expect(await headline()).toContain("人均基本支出未披露");
    expect(await section("基本情况").innerText()).toContain("第 110 行写明");
    const told = section("基本情况").getByRole("link", { name: "第 110 行写明" });
    expect(await told.getAttribute("data-printed"), "the line would stand twice on paper").toBeNull();
    await page().goBack();
    await expect.poll(headline).toContain("株洲");
    await open("?agency=nobody");
    expect(words(await page().locator("main").innerText())).toContain("链接里有这份数据中没有的内容：单位 nobody。");
  });
});

describe("单位 on paper", () => {
  it("leaves controls out, prints lines beside numbers, and makes an A4 document", async () => {
    await open("?agency=changchun&theme=dark");
    await page().emulateMedia({ media: "print" });
    expect(await page().locator(".controls").isVisible()).toBe(false);
    expect(await page().locator("header nav").isVisible()).toBe(false);
    expect(words(await section("各份报告之间的变化").innerText())).toMatch(/另 \d+ 行未印/);
    const printed = await page().evaluate(() => {
      const link = document.querySelector(".sentence h1 a[data-printed]");
      return link === null ? "" : getComputedStyle(link, "::after").content;
    });
    expect(printed).toMatch(/\d+行/);
    const ground = await page().evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    expect(ground).toBe("rgb(255, 255, 255)");
    const paper = await page().pdf({ preferCSSPageSize: true });
    const text = paper.toString("latin1");
    const pages = text.match(/\/Type\s*\/Page\b/g) ?? [];
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.length).toBeLessThan(8);
    expect(text).toMatch(/\/MediaBox\s*\[\s*0 0 59[45](\.\d+)? 84[12]/);
    await page().emulateMedia({ media: "screen" });
  });
});
