import { flushSync } from "svelte";
import { describe, expect, it } from "vitest";
import { remedyTexts } from "../../../src/ui/verdict-text.ts";
import { compareScreen, said, valueOf } from "../../helpers/compare-screen.svelte.ts";

const { app, end, open, settled } = compareScreen();

describe("CompareState under other choices", () => {
  it("stops where one side does not split, and says it by its parts", async () => {
    const compare = await open("#/compare?focus=yanjiang");
    expect(said(compare)).toBe(
      "雁江 16.75 万元/人，第 2–3 / 3（区间重叠，不分先后），是另 2 家中位数的 0.79 倍；" +
        "比长春低 2.82 万元/人，其中人员经费 1.81、公用经费 1.01。",
    );
    const split = compare.gap?.decomposition;
    expect(split?.parts.map((part) => part.split)).toEqual(["not_split_by_focus", "not_split_by_focus"]);
  });

  it("does not say that nobody can be computed where values rest on the reader's assumptions", async () => {
    const compare = await open("#/compare?agencies=yanjiang,xinzhou&assume=xinzhou-2021-final:60");
    expect(said(compare)).toBe("只有雁江一家参加排名：16.75 万元/人；来自读者假设的数值列在旁边。");
    expect(said(await open("#/compare?agencies=yanjiang,xinzhou"))).toBe(
      "只有雁江一家可算：16.75 万元/人，没有可比的另一家。",
    );
  });

  it("takes no gap apart against a side that lists nothing below", async () => {
    const compare = await open("#/compare?metric=per_staff.operating&focus=yanjiang");
    expect(compare.gap?.gap).toBeCloseTo(29.06 / 18 - 958.96 / 365, 10);
    expect(compare.gap?.decomposition).toBeNull();
  });

  it("holds the focus against the median only as far down as all the others list parts", async () => {
    const compare = await open("#/compare?focus=changchun&peer=median");
    expect(compare.gap?.peer).toMatchObject({ kind: "median" });
    expect(compare.gap?.peer.value).toBeCloseTo((1336.56 / 59 + 301.43 / 18) / 2, 10);
    expect(compare.gap?.decomposition?.parts.map((part) => [part.id, part.parts.length])).toEqual([
      ["expenditure.personnel", 0],
      ["expenditure.operating", 0],
    ]);
  });

  it("takes pass-through money out on the comparable basis and names it", async () => {
    const reported = await open("#/compare?metric=per_staff.total&basis=reported");
    const before = valueOf(reported, "changchun").value ?? 0;
    const blocked = reported.verdicts.find(({ verdict }) => verdict === "not_comparable");
    expect(blocked?.other.agency_id).toBe("changchun");
    expect(reported.apartBy(valueOf(reported, "changchun"))).toBe("pass_through");
    expect(reported.position.rows.find(({ row }) => row.agency_id === "changchun")?.rank_first).toBeNull();
    expect(blocked === undefined ? [] : remedyTexts(blocked)).toEqual(["改用可比口径后为有条件可比"]);
    end();
    const comparable = await open("#/compare?metric=per_staff.total");
    const after = valueOf(comparable, "changchun").value ?? 0;
    expect((before - after) * 365).toBeCloseTo(2406 + 760 + 6, 6);
    const passed = comparable.passed.find((each) => each.report_id === "changchun-2020-final");
    expect(passed?.items.map(({ item }) => item.amount_wan).toSorted((a, b) => a - b)).toEqual([6, 760, 2406]);
    // 项目支出 is a part of its own, so little is left unexplained.
    expect(comparable.gap?.decomposition?.parts.map((part) => part.id)).toContain("expenditure.project");
  });

  it("leaves pass-through money in where the reader switches it off, and only there", async () => {
    const compare = await open("#/compare?without=xinzhou-2021-final-pension-fund&assume=xinzhou-2021-final:60");
    expect(valueOf(compare, "xinzhou").value).toBeCloseTo((602.22 + 21000) / 60, 9);
    expect(valueOf(compare, "xinzhou").note_zh).toContain("60");
    expect(valueOf(compare, "zhuzhou").value).toBeCloseTo(1336.56 / 59, 10);
    const [passed] = compare.passed;
    const [listed] = passed?.items ?? [];
    if (listed === undefined) throw new Error("nothing passed through");
    expect(listed).toMatchObject({ keptIn: true });
    expect(listed.effect).toBeNull();
    app().url.pushShared(app().assumptions.keepingIn(listed.item.adjustment_id, false));
    await settled(compare);
    expect(valueOf(compare, "xinzhou").value).toBeCloseTo(602.22 / 60, 10);
    expect(location.hash).toBe("#/compare?assume=xinzhou-2021-final%3A60");
  });

  it("computes with an assumed headcount, marks it, and moves nobody else", async () => {
    const compare = await open("#/compare");
    const before = compare.position.rows.map(({ row, ratio }) => [row.agency_id, ratio]).slice(0, 3);
    compare.changes.assume(valueOf(compare, "xinzhou"), 60);
    await settled(compare);
    expect(valueOf(compare, "xinzhou")).toMatchObject({ status: "assumed", denominator_value: 60 });
    expect(compare.position.rows.map(({ row, ratio }) => [row.agency_id, ratio]).slice(0, 3)).toEqual(before);
    expect(compare.position.n).toBe(3);
    expect(compare.assumedFor(valueOf(compare, "xinzhou"))).toBe(60);
    app().url.push("compare", { denominator: "establishment" });
    await settled(compare);
    expect(valueOf(compare, "xinzhou").value).toBeNull();
    app().url.push("compare", { denominator: "in_service" });
    compare.changes.assume(valueOf(compare, "xinzhou"), null);
    await settled(compare);
    expect(valueOf(compare, "xinzhou").value).toBeNull();
    expect(location.hash).toBe("#/compare");
  });

  it("ranks 机关运行经费 only among those that define it alike", async () => {
    const compare = await open("#/compare?metric=per_staff.agency_operating");
    expect(compare.position).toMatchObject({ n: 2, total: 4, tier: "pair" });
    expect(compare.apartBy(valueOf(compare, "changchun"))).toBe("definition");
    expect(compare.focus?.row.agency_id).toBe("zhuzhou");
  });

  it("says that nothing can be computed, and why one agency cannot", async () => {
    const compare = await open("#/compare?metric=three_public.overseas.completion");
    expect(compare.position.tier).toBe("none");
    expect(said(compare)).toBe("没有一家的因公出国（境）费完成率可算。");
    end();
    const focused = await open("#/compare?focus=xinzhou");
    expect(said(focused)).toBe("忻州的人均基本支出不可算：未披露人数（在职）。");
    expect(focused.verdicts[0]?.improvements).toEqual([{ remedy: "assume_headcount", verdict: "conditional" }]);
  });

  it("divides by no headcount where the metric has none, whatever the address says", async () => {
    const compare = await open("#/compare?metric=reception.cost_per_visitor&denominator=establishment");
    expect(compare.choice.denominator).toBeNull();
    // 0.07 万元 for 5 visitors.
    expect(valueOf(compare, "changchun").value).toBeCloseTo(140, 6);
    expect(compare.isSplit).toBe(false);
  });

  it("prints small figures with digits enough to tell them apart", async () => {
    const compare = await open("#/compare?metric=per_staff.three_public");
    // 1.71 ÷ 365 = 0.0047.
    expect(compare.print.bare(valueOf(compare, "changchun").value ?? 0)).toBe("0.0047");
  });

  it("keeps what it understands of an address and names the rest", async () => {
    const compare = await open(
      "#/compare?metric=no.such&focus=nobody&agencies=zhuzhou,changchun,nowhere&year=1999&without=x&assume=q:5,xinzhou-2021-final:0.5",
    );
    expect(compare.metric.id).toBe("per_staff.basic");
    expect(compare.problems.map(({ kind, text }) => `${kind} ${text}`).toSorted()).toEqual([
      "agency nobody",
      "agency nowhere",
      "metric no.such",
      "year 1999",
    ]);
    expect(app().assumptions.unknown.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      "report q",
      "headcount 0.5",
      "adjustment x",
    ]);
    expect(compare.rows.map((row) => row.agency_id).toSorted()).toEqual(["changchun", "zhuzhou"]);
  });

  it("shows one report per agency: of the year asked for, else the latest", async () => {
    const latest = await open("#/compare");
    expect(latest.rows.map((row) => row.fiscal_year).toSorted()).toEqual([2020, 2020, 2020, 2021]);
    expect(latest.agencies.years).toEqual([2021, 2020]);
    end();
    const one = await open("#/compare?year=2020");
    expect(one.rows.map((row) => row.agency_id).toSorted()).toEqual(["changchun", "yanjiang", "zhuzhou"]);
  });

  it("shows no rows of the metric before while the next one is read", async () => {
    const compare = await open("#/compare");
    app().url.push("compare", { metric: "per_staff.wages" });
    flushSync();
    expect(compare.metric.id).toBe("per_staff.wages");
    expect(compare.rows).toEqual([]);
    expect(compare.status).toBe("loading");
    await settled(compare);
    expect(valueOf(compare, "zhuzhou").value).toBeCloseTo(1009.59 / 59, 10);
    expect(compare.position.tier).toBe("pair");
  });
});
