import { describe, expect, it } from "vitest";
import { expectPages, itServesEverybody, testScreen } from "../helpers/screen.ts";

const screen = testScreen("execution", 3);
const { choose, figure, headline, open, openCrowded, openWithout, page, rowsOf, twin } = screen;

describe("执行率 in its opening state", () => {
  it("answers without the engine", async () => {
    const alone = await openWithout(/\.wasm/);
    await alone.locator("figure svg.chart").nth(2).waitFor();
    expect(await alone.locator(".sentence h1").innerText()).toContain("242.1%");
    await alone.context().close();
  });

  it("says whose budget was missed most, under which base and basis", async () => {
    await open();
    expect(await headline()).toBe(
      "长春支出决算是年初预算的 242.1%（13,526.66 / 5,588.14 万元），偏离最多；不足 100% 最多的是忻州（95.2%）；雁江 155.7%、株洲 108.2%。",
    );
    expect(await page().locator(".sentence p").innerText()).toBe(
      "分母：年初预算 · 可比口径 · 2020–2021 年决算 · 4 家中 4 家可算 · 长春按全口径为 298.8% · 仅 4 家，只作位置描述",
    );
  });

  it("leads to the printed budget", async () => {
    await open();
    await page().locator(".sentence h1 a", { hasText: "5,588.14" }).click();
    await page().waitForURL(/report=changchun-2020-final&line=415/);
    await page().locator('[data-line="415"]').getByText("5588.14").first().waitFor();
    await page().goBack();
  });

  it("shows every stage, what was taken out, and the stated rate with the base it names", async () => {
    await open();
    const rows = await rowsOf("各阶段金额与比率");
    expect(rows.find((row) => row.startsWith("长春"))).toBe(
      "长春 5,588.14 未披露 13,526.66 决算 −3,172.00 未披露 242.1% 未披露 298.8% “完成年初预算的”",
    );
    expect(rows.find((row) => row.startsWith("雁江"))).toMatch(
      /^雁江 281\.07 384\.11 437\.66 年初 −8,102\.99 136\.7% 155\.7% 113\.9% .*100% 口径不明 “完成预算”$/,
    );
    expect(rows.find((row) => row.startsWith("忻州"))).toContain("年初 −7,178.40");
    const passed = await rowsOf("剔除了哪些过手资金");
    expect(passed).toContain(
      "长春 社会保险补贴 2,406.00 决算 代政府发放就业困难人员灵活就业补贴，年初无部门预算 第 421 行",
    );
    expect(passed.find((row) => row.includes("21,000.00"))).toContain("执行率中不剔除");
  });

  it("shows items of the agency that missed most, those without initial budget in words", async () => {
    await open("?basis=reported");
    const rows = await twin(/^长春逐项/);
    expect(rows[0]).toMatch(
      /^社会保险经办机构 2080109 4,908\.07 13,624\.01 277\.6% 277\.6% “完成年初预算的” .*760万元/,
    );
    const subsidy = rows.find((row) => row.includes("2080704"));
    expect(subsidy).toContain("年初无预算");
    expect(subsidy).toContain("2,406.00");
    expect(rows.join(" ")).not.toMatch(/Infinity|NaN|∞/);
  });

  it("prints the reason beside each item, with its line", async () => {
    await open("?focus=zhuzhou");
    const rows = await rowsOf("株洲逐项：金额、比率与报告所述原因");
    expect(rows[0]).toMatch(
      /^其他人力资源和社会保障管理事务支出 2080199 60\.00 124\.90 208\.2% 208\.2% .*财政扣回12万元/,
    );
    expect(rows.find((row) => row.includes("2080502"))).toContain("0.00 9.16 不可算：年初无预算");
    await page()
      .getByRole("link", { name: /^年初预算的60万元/ })
      .click();
    await page().waitForURL(/report=zhuzhou-2020-final&line=431/);
    await page().goBack();
  });

  it("ranks projects by execution beside their score", async () => {
    await open();
    const rows = await twin(/^项目：执行率/);
    expect(rows[0]).toBe("社会化管理服务 长春 70.00 52.47 75.0% 75% 95.5 +20.5");
    expect(rows[1]).toBe("台账联网及印刷费 忻州 30.00 22.84 76.1% 76.13% 97.61 +21.5");
    expect(rows.at(-1)).toContain("未披露");
    expect(await figure(/^项目：执行率/).innerText()).toContain(
      "差距最大：忻州“台账联网及印刷费”执行 76.1%，自评 97.61 分。",
    );
  });
});

describe("the controls of 执行率", () => {
  it("change basis and base in sentence, chart and address, and go back", async () => {
    await open();
    await choose("全口径");
    await expect.poll(headline).toContain("298.8%（16,698.66 / 5,588.14 万元）");
    expect(await headline()).toContain("不足 100% 最多的是雁江（5.2%）");
    expect(await figure("支出决算 ÷ 年初预算").innerText()).toContain("对数轴");
    await choose("全年（调整）预算");
    await expect.poll(headline).toContain("雁江支出决算是全年预算（调整预算）的 113.9%");
    expect(page().url()).toContain("base=adjusted_budget&basis=reported");
    await page().reload();
    await page().locator("figure svg.chart").first().waitFor();
    expect(await headline()).toContain("113.9%");
    await page().goBack();
    await page().goBack();
    await expect.poll(headline).toContain("242.1%");
  });

  it("sort, draw amounts on a log axis said so, and choose an agency for its items", async () => {
    await open();
    await choose("单位");
    await expect.poll(() => page().url()).toContain("sort=agency");
    expect((await rowsOf("各阶段金额与比率")).map((row) => row.split(" ")[0])).toEqual([
      "长春",
      "忻州",
      "雁江",
      "株洲",
    ]);
    await page().getByRole("radio", { name: "金额", exact: true }).first().check();
    await expect.poll(() => page().url()).toContain("show=amount");
    expect(await figure(/^支出：年初预算/).innerText()).toContain("万元 · 对数轴");
    await open("?focus=xinzhou&basis=reported");
    const rows = await twin(/^忻州逐项/);
    expect(rows.find((row) => row.includes(" 210 "))).toContain("99.2% 存疑：自述 99.68%，按所列金额为 99.2%");
  });

  it("ignore what an address makes up, and say so", async () => {
    await open("?base=9&basis=x&focus=nobody&agencies=nobody&sort=,&show=3d");
    expect(await headline()).toContain("242.1%");
    expect(await page().locator("body").innerText()).toContain("链接中有不认识的部分");
  });
});

describe("执行率 with 250 agencies", () => {
  it("draws thirty rows, says how many more there are, and pages its tables", async () => {
    const crowded = await openCrowded(/prepared\/(reports|execution-stages|metric-values)-/);
    await crowded.getByText("全部 250 家").waitFor();
    await crowded.getByText("图中 30 行，另 220 行见表。").first().waitFor();
    await expectPages(crowded, "各阶段金额与比率", 250);
    await crowded.context().close();
  });
});

describe("执行率 without any answer", () => {
  it("says why in each figure and offers to try again", async () => {
    const alone = await openWithout(/\.wasm|prepared\//);
    await expect.poll(() => alone.getByText("读取失败").count()).toBe(3);
    expect(await alone.locator("figure").first().getByRole("button", { name: "重试" }).count()).toBe(1);
    await alone.context().close();
  });
});

describe("执行率 for everybody", () => {
  itServesEverybody(screen);
});
