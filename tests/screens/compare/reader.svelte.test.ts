import { flushSync } from "svelte";
import { describe, expect, it } from "vitest";
import { userMetricId } from "../../../src/model/formula/index.ts";
import { compareScreen, valueOf } from "../../helpers/compare-screen.svelte.ts";

const { app, end, open, settled } = compareScreen();

describe("CompareState under a reader's own wishes", () => {
  it("computes a metric of the address, by staff and on both bases", async () => {
    const my = encodeURIComponent("花费=本年支出合计 ÷ 人数");
    const compare = await open(`#/compare?metric=${userMetricId("花费")}&my=${my}`);
    // By hand: (16,698.66 − 2,406 − 760 − 6) ÷ 365 = 37.06.
    expect(valueOf(compare, "changchun").value).toBeCloseTo(37.059342, 5);
    expect(compare.print.unit).toBe("万元/人");
    expect(compare.problems).toEqual([]);
    expect(compare.passed.map(({ report_id }) => report_id)).toContain("changchun-2020-final");
    const [loan] = compare.passed[0]?.items.filter(({ item }) => item.amount_wan === 760) ?? [];
    if (loan === undefined) throw new Error("no such item");
    app().url.pushShared(app().assumptions.keepingIn(loan.item.adjustment_id, true));
    await settled(compare);
    expect(valueOf(compare, "changchun").value).toBeCloseTo((16698.66 - 2406 - 6) / 365, 9);
  });

  it("changes value, mark and verdict together when an item is left in", async () => {
    const compare = await open("#/compare?metric=per_staff.total&focus=changchun");
    const loan = compare.passed.flatMap(({ items }) => items).find(({ item }) => item.amount_wan === 760);
    if (loan === undefined) throw new Error("no such item");
    const seen = new Set<string>();
    const look = (): void => {
      flushSync();
      const { value, note_zh } = valueOf(compare, "changchun");
      const kept = compare.passed.flatMap(({ items }) => items).filter(({ keptIn }) => keptIn).length;
      const marked = app().assumptions.rules?.without.length ?? 0;
      const [verdict] = compare.verdicts;
      seen.add([value?.toFixed(2), kept, marked, note_zh?.includes("读者选择不剔除"), verdict?.verdict].join(" "));
    };
    look();
    app().url.pushShared(app().assumptions.keepingIn(loan.item.adjustment_id, true));
    for (let turn = 0; turn < 20; turn += 1) {
      look();
      await Promise.resolve();
    }
    await settled(compare);
    look();
    expect([...seen]).toEqual(["37.06 0 0 false conditional", "39.14 1 1 true not_comparable"]);
  });

  it("opens the rest where a definition cannot be computed, and says where", async () => {
    const my = encodeURIComponent("坏=公用经费 ÷ 幸福");
    const compare = await open(`#/compare?metric=${userMetricId("坏")}&my=${my}`);
    expect(compare.metric.id).toBe("per_staff.basic");
    expect(compare.broken?.ok === false && compare.broken.problem).toMatchObject({ kind: "unknown_name", from: 7 });
    expect(compare.problems).toEqual([]);
  });

  it("takes her own money out, marks the value, and leaves it out of ranks and medians", async () => {
    const before = await open("#/compare");
    const median = before.position.rows.find(({ row }) => row.agency_id === "changchun")?.peer_median;
    end();
    const own = encodeURIComponent("zhuzhou-2020-final:n:expenditure.basic:59:试点");
    const compare = await open(`#/compare?adjust=${own}`);
    expect(valueOf(compare, "zhuzhou")).toMatchObject({ status: "assumed", note_zh: "用户调整：剔除 59 万元（试点）" });
    expect(valueOf(compare, "zhuzhou").value).toBeCloseTo((1336.56 - 59) / 59, 9);
    expect(compare.position.n).toBe(2);
    expect(compare.position.rows.find(({ row }) => row.agency_id === "changchun")?.peer_median).not.toBe(median);
    end();
    const reported = await open(`#/compare?basis=reported&adjust=${own}`);
    expect(valueOf(reported, "zhuzhou")).toMatchObject({ status: "ok" });
  });

  it("borrows no headcount where she says so", async () => {
    const compare = await open("#/compare?borrow=no");
    expect(valueOf(compare, "changchun")).toMatchObject({ value: null, status: "undisclosed" });
    compare.changes.assume(valueOf(compare, "changchun"), 400);
    await settled(compare);
    expect(valueOf(compare, "changchun").value).toBeCloseTo(7141.38 / 400, 9);
  });

  it("takes the nearest year where the one asked for is missing, and says so", async () => {
    const exact = await open("#/compare?year=2020");
    expect(exact.rows.map((row) => row.agency_id)).not.toContain("xinzhou");
    end();
    const near = await open("#/compare?year=2020&align=nearest&metric=three_public.final");
    expect(valueOf(near, "xinzhou").note_zh).toContain("取 2021 年，2020 年没有报告");
    expect(valueOf(near, "zhuzhou").note_zh ?? "").not.toContain("没有报告");
  });

  it("compares by level, and a lone value with its own other report", async () => {
    const compare = await open("#/compare?level=county");
    expect(compare.rows.map((row) => row.agency_id)).toEqual(["yanjiang"]);
    expect(compare.beside).toMatchObject({ lastYear: null, other: null });
    end();
    const one = await open("#/compare?metric=per_staff.operating&agencies=changchun&kind=budget");
    await settled(one);
    expect(one.beside?.row.agency_id).toBe("changchun");
  });
});
