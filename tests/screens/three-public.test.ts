import { describe, expect, it } from "vitest";
import { expectPages, itServesEverybody, testScreen, words } from "../helpers/screen.ts";

const screen = testScreen("three-public", 2);
const { choose, headline, open, openCrowded, openWithout, page, rowsOf, section, site, twin } = screen;

describe("三公 in its opening state", () => {
  it("answers without the engine", async () => {
    const alone = await openWithout(/\.wasm/);
    await alone.locator("figure svg.chart").nth(1).waitFor();
    expect(await alone.locator(".sentence h1").innerText()).toContain("10.6%");
    await alone.context().close();
  });

  it("says whose budget was under-spent most and what a visitor costs", async () => {
    await open();
    expect(await headline()).toBe(
      "长春“三公”只用了全年预算（调整预算）的 10.6%（1.71 / 16.20 万元），少用最多；每位来宾长春 140 元、株洲 124 元、雁江 77 元。",
    );
    expect(await page().locator(".sentence p").innerText()).toBe(
      "分母：全年预算（调整预算） · 2020–2021 年决算 · 4 家中 2 家可算，雁江口径不明、忻州不可算 · 仅 2 家，只作位置描述",
    );
  });

  it("leads from budget and price to their printed lines, and back", async () => {
    await open();
    await page().locator(".sentence h1 a", { hasText: "16.20" }).click();
    await page().waitForURL(/report=changchun-2020-final&line=311/);
    await page().locator('[data-line="311"]').getByText("16.20").waitFor();
    await page().goBack();
    await page().locator(".sentence h1 a", { hasText: "77" }).click();
    await page().waitForURL(/report=yanjiang-2020-final/);
    await page().goBack();
    await page().locator(".sentence h1").waitFor();
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
    expect(text).toContain("“三公”最高（株洲）是最低（长春）的 29.9 倍；每位来宾只差 1.8 倍。");
    // By hand: vehicles 6.32 ÷ 59 − 1.64 ÷ 365 = 0.1026 of 0.1353 per head; ln(6.19) : ln(3.85) of it is quantity.
    expect(text).toContain(
      "株洲人均“三公”是长春的 29.9 倍，主要因为人均的车多、客多，单价在其次：多出的 0.135 万元/人 中，用车占 76%、接待占 24%；" +
        "其中数量（辆/人、批次/人、人次/批次）占 68%，单价（万元/辆、元/人次）占 32%。",
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
    await page()
      .getByRole("link", { name: /^公车改革后车辆上交/ })
      .click();
    await page().waitForURL(/report=changchun-2020-final&line=451/);
    await page().goBack();
  });
});

describe("the controls of 三公", () => {
  it("change component and base in the address, and go back", async () => {
    await open();
    await choose("公务接待");
    await expect.poll(headline).toContain("长春公务接待费只用了");
    await choose("年初预算");
    await expect.poll(() => page().url()).toContain("component=reception&base=initial_budget");
    await expect.poll(headline).toContain("年初预算的 0.7%（0.07 / 10.20 万元）");
    await page().reload();
    await page().locator("figure svg.chart").first().waitFor();
    expect(await headline()).toContain("年初预算的 0.7%");
    await page().goBack();
    await page().goBack();
    await expect.poll(headline).toContain("10.6%");
  });

  it("say in words that nobody discloses a base", async () => {
    await open("?base=initial_budget");
    expect(await headline()).toContain("没有一家的“三公”可按年初预算算出完成率");
  });

  it("rank another price", async () => {
    await open();
    await choose("万元/辆");
    const rows = await twin("每辆车运行维护费");
    // Two have cars: a difference and a ratio, no ranks.
    expect(rows[0]).toMatch(/^株洲 – 3\.16/);
    expect(rows[1]).toMatch(/^长春 – 0\.82/);
    expect(rows.find((row) => row.startsWith("雁江"))).toContain("0 ÷ 0，不可算");
  });

  it("leave agencies out", async () => {
    await open();
    await page().getByRole("button", { name: "选择单位" }).click();
    await page().getByRole("checkbox", { name: "长春" }).uncheck();
    await expect.poll(headline).toContain("没有一家的“三公”少于");
    expect(page().url()).toContain("agencies=");
    await page().getByRole("button", { name: "全部单位" }).click();
    await expect.poll(headline).toContain("10.6%");
    await page().keyboard.press("Escape");
  });

  it("ignore what an address makes up, and say so", async () => {
    await open("?component=everything&base=9&price=x&agencies=nobody&focus=z");
    expect(await headline()).toContain("10.6%");
    expect(await page().locator("body").innerText()).toContain("链接中有不认识的部分");
  });
});

describe("三公 as it is made", () => {
  it("makes its tables one a frame, so that none holds the page up for all", async () => {
    const fresh = await site().newPage();
    await fresh.addInitScript(() => {
      let frame = 0;
      const count = (): void => {
        frame += 1;
        requestAnimationFrame(count);
      };
      requestAnimationFrame(count);
      const seen: Record<string, number> = {};
      Object.assign(globalThis, { frameOf: seen });
      new MutationObserver(() => {
        for (const heading of document.querySelectorAll("main section h2")) seen[heading.textContent] ??= frame;
      }).observe(document, { subtree: true, childList: true });
    });
    await fresh.goto(`${site().address}#/three-public`);
    const tables = ["量与价", "各项一览", "与预算、与上年相差多少，报告怎么说"];
    await fresh.getByRole("heading", { name: tables[2] ?? "" }).waitFor();
    const frameOf = await fresh.evaluate(() => (globalThis as unknown as { frameOf: Record<string, number> }).frameOf);
    const frames = tables.map((title) => frameOf[title] ?? NaN);
    expect(frames.map((frame, at) => frame > (frames[at - 1] ?? -1))).toEqual([true, true, true]);
    await fresh.context().close();
  });
});

describe("三公 with 250 agencies", () => {
  it("draws thirty rows, says how many more there are, and pages its tables", async () => {
    const crowded = await openCrowded(/prepared\/(reports|three-public-detail|metric-values)-/);
    await crowded.getByText("全部 250 家").waitFor();
    await crowded.getByText("图中 30 家，另 220 家见表。").first().waitFor();
    await expectPages(crowded, "各项一览", 250);
    await crowded.context().close();
  });
});

describe("三公 without any answer", () => {
  it("says why in each figure and offers to try again", async () => {
    const alone = await openWithout(/\.wasm|prepared\//);
    await expect.poll(() => alone.getByText("读取失败").count()).toBe(2);
    expect(await alone.locator("figure").first().getByRole("button", { name: "重试" }).count()).toBe(1);
    await alone.context().close();
  });
});

describe("三公 for everybody", () => {
  itServesEverybody(screen);
});
