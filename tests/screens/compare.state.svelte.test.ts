import { flushSync } from "svelte";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Engine } from "../../src/engine/engine.ts";
import { preparedKey } from "../../src/engine/prepared-key.ts";
import { OPENING } from "../../src/model/queries/index.ts";
import type { MetricValuesRow } from "../../src/model/queries/index.ts";
import type { Query } from "../../src/model/sql.ts";
import { drawnParts, emptySide } from "../../src/screens/compare/gap.ts";
import { parseHeadcount } from "../../src/screens/compare/choice.ts";
import { CompareState } from "../../src/screens/compare/compare.svelte.ts";
import { plainText } from "../../src/screens/compare/sentence.ts";
import { ordered } from "../../src/screens/compare/table-order.ts";
import { chartRows } from "../../src/screens/compare/value-rows.ts";
import { userMetricId } from "../../src/model/formula/index.ts";
import { AppState } from "../../src/state/app.svelte.ts";
import { EngineStatus } from "../../src/state/engine-status.svelte.ts";
import { UrlState } from "../../src/state/url.svelte.ts";
import { differenceTexts, remedyTexts } from "../../src/ui/verdict-text.ts";
import { openSeeds } from "../model/seed-engine.ts";

/** The five seeds, with every question noted. */
class NotingEngine implements Engine {
  readonly asked: string[] = [];
  readonly #seeds: Engine;
  constructor(seeds: Engine) {
    this.#seeds = seeds;
  }
  query<Params extends object, Row>(query: Query<Params, Row>, params: Params): Promise<Row[]> {
    this.asked.push(preparedKey(query.name, params));
    return this.#seeds.query(query, params);
  }
  run: Engine["run"] = (text, options) => this.#seeds.run(text, options);
  close = (): Promise<void> => Promise.resolve();
}

let seeds: Engine;
let engine: NotingEngine;
let app: AppState;
let end: (() => void) | null = null;

beforeAll(async () => {
  // jsdom brings a Uint8Array of its own, which Node's TextEncoder and the Parquet writer do not know.
  vi.stubGlobal("Uint8Array", Object.getPrototypeOf(Buffer));
  try {
    seeds = await openSeeds();
  } finally {
    vi.unstubAllGlobals();
  }
}, 60_000);
afterAll(() => seeds.close());
afterEach(() => {
  end?.();
  end = null;
});

/** Opens the screen's state at an address and waits for all answers. */
async function open(hash: string): Promise<CompareState> {
  history.pushState(null, "", hash);
  const url = new UrlState(window);
  engine = new NotingEngine(seeds);
  app = new AppState({ engine, url, status: new EngineStatus(), data: null });
  let made: CompareState | null = null;
  end = $effect.root(() => {
    made = new CompareState(app);
  });
  // Assigned by the callback above, which runs at once.
  const compare = made as unknown as CompareState;
  await settled(compare);
  return compare;
}

async function settled(compare: CompareState): Promise<void> {
  const open = (): boolean =>
    [compare.reports, compare.adjustments, compare.values, compare.parts, compare.classes].some(
      ({ result }) => result.status === "loading",
    );
  do {
    flushSync();
    await new Promise((resolve) => setTimeout(resolve, 5));
    flushSync();
  } while (open());
}

const said = (compare: CompareState): string => plainText(compare.headline);
const valueOf = (compare: CompareState, agency: string): MetricValuesRow => {
  const row = compare.rows.find((each) => each.agency_id === agency);
  if (row === undefined) throw new Error(`no row of ${agency}`);
  return row;
};

describe("CompareState at its opening", () => {
  it("asks nothing that is not prepared", async () => {
    await open("#/compare");
    const prepared = new Set(OPENING.compare.map(({ query, params }) => preparedKey(query.name, params)));
    expect(engine.asked.filter((key) => !prepared.has(key))).toEqual([]);
    expect(engine.asked.length).toBe(prepared.size);
  });

  it("says who is highest, by how much, and what makes the difference", async () => {
    const compare = await open("#/compare");
    // By hand: 1,336.56 ÷ 59 = 22.65; 7,141.38 ÷ 365 = 19.57; 301.43 ÷ 18 = 16.75;
    // (19.565 + 16.746) ÷ 2 = 18.156; 22.654 ÷ 18.156 = 1.25.
    expect(said(compare)).toBe(
      "株洲 22.65 万元/人，第 1 / 3，是另 2 家中位数的 1.25 倍；比长春高 3.09 万元/人，" +
        "其中对个人和家庭的补助 1.25、工资福利支出 1.21、商品和服务支出 0.63。",
    );
    expect(compare.headline.filter((piece) => piece.kind === "part").map((piece) => piece.part)).toEqual([
      "303",
      "301",
      "302",
    ]);
  });

  it("splits the gap down to classes that add up to it exactly", async () => {
    const compare = await open("#/compare");
    const split = compare.gap?.decomposition;
    if (split === undefined || split === null) throw new Error("no decomposition");
    const { parts, rest } = drawnParts(split);
    expect(parts.reduce((sum, part) => sum + part.gap, 0) + rest).toBeCloseTo(1336.56 / 59 - 7141.38 / 365, 10);
    const gapOf = (id: string): number | undefined => parts.find((part) => part.id === id)?.gap;
    expect(parts[0]?.id).toBe("30103");
    expect(gapOf("30103")).toBeCloseTo(323.57 / 59 - 2654.96 / 365, 10);
    expect(gapOf("30108")).toBeCloseTo(69.01 / 59, 10);
    expect(gapOf("30101")).toBeCloseTo(256.67 / 59 - 1251.98 / 365, 10);
    expect(gapOf("30302")).toBeCloseTo(104.98 / 59 - 366.65 / 365, 10);
    const pension = parts.find((part) => part.id === "30108");
    expect(pension === undefined ? null : emptySide(pension)).toBe("other");
  });

  it("leads from a part to both printed lines", async () => {
    const { gap } = await open("#/compare");
    expect(gap?.focusSplit?.figures.get("30103")?.place).toMatchObject({ report: "zhuzhou-2020-final", line: 294 });
    expect(gap?.peerSplit?.figures.get("30103")?.place).toMatchObject({ report: "changchun-2020-final", line: 268 });
  });

  it("keeps the row of an agency without a headcount, out of the median", async () => {
    const compare = await open("#/compare");
    expect(compare.position).toMatchObject({ n: 3, total: 4, tier: "few" });
    expect(compare.position.median).toBeCloseTo(7141.38 / 365, 10);
    expect(valueOf(compare, "xinzhou")).toMatchObject({ value: null, status: "undisclosed", numerator: 602.22 });
    expect(valueOf(compare, "changchun")).toMatchObject({ status: "borrowed", bias: "down" });
  });

  it("gives tied ranks as a range and says which headcount would turn the order round", async () => {
    const compare = await open("#/compare");
    const places = compare.position.rows.map(({ row, rank_first, rank_last }) => [
      row.agency_id,
      rank_first,
      rank_last,
    ]);
    expect(places).toEqual([
      ["zhuzhou", 1, 1],
      ["changchun", 2, 3],
      ["yanjiang", 2, 3],
      ["xinzhou", null, null],
    ]);
    const [swap] = compare.stability.swaps;
    expect(swap).toMatchObject({ ahead: "changchun", behind: "yanjiang", swapped_in: 2, compared: 4 });
    expect(swap?.swapped_under.map((trial) => trial.otherwise)).toEqual([
      { agency_id: "changchun", headcount: 432 },
      { agency_id: "changchun", headcount: 432 },
    ]);
    expect(compare.incompleteWays).toBe(4);
  });

  it("judges each pair and says why", async () => {
    const compare = await open("#/compare");
    expect(compare.verdicts.map(({ other, verdict }) => [other.agency_id, verdict])).toEqual([
      ["changchun", "conditional"],
      ["yanjiang", "conditional"],
    ]);
    const [first] = compare.verdicts;
    expect(
      first === undefined ? [] : differenceTexts(first, [first.focus.short_name, first.other.short_name], "zh"),
    ).toContain("长春人数取自另一份报告");
  });
});

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
    end?.();
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
    compare.keepIn(listed.item.adjustment_id, false);
    await settled(compare);
    expect(valueOf(compare, "xinzhou").value).toBeCloseTo(602.22 / 60, 10);
    expect(location.hash).toBe("#/compare?assume=xinzhou-2021-final%3A60");
  });

  it("computes with an assumed headcount, marks it, and moves nobody else", async () => {
    const compare = await open("#/compare");
    const before = compare.position.rows.map(({ row, ratio }) => [row.agency_id, ratio]).slice(0, 3);
    compare.assume(valueOf(compare, "xinzhou"), 60);
    await settled(compare);
    expect(valueOf(compare, "xinzhou")).toMatchObject({ status: "assumed", denominator_value: 60 });
    expect(compare.position.rows.map(({ row, ratio }) => [row.agency_id, ratio]).slice(0, 3)).toEqual(before);
    expect(compare.position.n).toBe(3);
    expect(compare.assumedFor(valueOf(compare, "xinzhou"))).toBe(60);
    app.url.push("compare", { denominator: "establishment" });
    await settled(compare);
    expect(valueOf(compare, "xinzhou").value).toBeNull();
    app.url.push("compare", { denominator: "in_service" });
    compare.assume(valueOf(compare, "xinzhou"), null);
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
    end?.();
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
      "adjustment x",
      "agency nobody",
      "agency nowhere",
      "headcount 0.5",
      "metric no.such",
      "report q",
      "year 1999",
    ]);
    expect(compare.rows.map((row) => row.agency_id).toSorted()).toEqual(["changchun", "zhuzhou"]);
  });

  it("shows one report per agency: of the year asked for, else the latest", async () => {
    const latest = await open("#/compare");
    expect(latest.rows.map((row) => row.fiscal_year).toSorted()).toEqual([2020, 2020, 2020, 2021]);
    expect(latest.years).toEqual([2021, 2020]);
    end?.();
    const one = await open("#/compare?year=2020");
    expect(one.rows.map((row) => row.agency_id).toSorted()).toEqual(["changchun", "yanjiang", "zhuzhou"]);
  });

  it("shows no rows of the metric before while the next one is read", async () => {
    const compare = await open("#/compare");
    app.url.push("compare", { metric: "per_staff.wages" });
    flushSync();
    expect(compare.metric.id).toBe("per_staff.wages");
    expect(compare.rows).toEqual([]);
    expect(compare.status).toBe("loading");
    await settled(compare);
    expect(valueOf(compare, "zhuzhou").value).toBeCloseTo(1009.59 / 59, 10);
    expect(compare.position.tier).toBe("pair");
  });
});

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
    compare.keepIn(loan.item.adjustment_id, true);
    await settled(compare);
    expect(valueOf(compare, "changchun").value).toBeCloseTo((16698.66 - 2406 - 6) / 365, 9);
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
    end?.();
    const own = encodeURIComponent("zhuzhou-2020-final:n:expenditure.basic:59:试点");
    const compare = await open(`#/compare?adjust=${own}`);
    expect(valueOf(compare, "zhuzhou")).toMatchObject({ status: "assumed", note_zh: "用户调整：剔除 59 万元（试点）" });
    expect(valueOf(compare, "zhuzhou").value).toBeCloseTo((1336.56 - 59) / 59, 9);
    expect(compare.position.n).toBe(2);
    expect(compare.position.rows.find(({ row }) => row.agency_id === "changchun")?.peer_median).not.toBe(median);
    end?.();
    const reported = await open(`#/compare?basis=reported&adjust=${own}`);
    expect(valueOf(reported, "zhuzhou")).toMatchObject({ status: "ok" });
  });

  it("borrows no headcount where she says so", async () => {
    const compare = await open("#/compare?borrow=no");
    expect(valueOf(compare, "changchun")).toMatchObject({ value: null, status: "undisclosed" });
    compare.assume(valueOf(compare, "changchun"), 400);
    await settled(compare);
    expect(valueOf(compare, "changchun").value).toBeCloseTo(7141.38 / 400, 9);
  });

  it("takes the nearest year where the one asked for is missing, and says so", async () => {
    const exact = await open("#/compare?year=2020");
    expect(exact.rows.map((row) => row.agency_id)).not.toContain("xinzhou");
    end?.();
    const near = await open("#/compare?year=2020&align=nearest&metric=three_public.final");
    expect(valueOf(near, "xinzhou").note_zh).toContain("取 2021 年，2020 年没有报告");
    expect(valueOf(near, "zhuzhou").note_zh ?? "").not.toContain("没有报告");
  });

  it("compares by level, and a lone value with its own other report", async () => {
    const compare = await open("#/compare?level=county");
    expect(compare.rows.map((row) => row.agency_id)).toEqual(["yanjiang"]);
    expect(compare.beside).toMatchObject({ lastYear: null, other: null });
    end?.();
    const one = await open("#/compare?metric=per_staff.operating&agencies=changchun&kind=budget");
    await settled(one);
    expect(one.beside?.row.agency_id).toBe("changchun");
  });
});

describe("ordered(rows, order, locale)", () => {
  it("puts rows without a figure last, either way round", async () => {
    const compare = await open("#/compare");
    const names = (key: "value" | "headcount" | "agency", turned: boolean): string[] =>
      ordered(compare.position.rows, { key, turned }, "zh").map(({ row }) => row.short_name);
    expect(names("value", false)).toEqual(["株洲", "长春", "雁江", "忻州"]);
    expect(names("value", true)).toEqual(["雁江", "长春", "株洲", "忻州"]);
    expect(names("headcount", false)).toEqual(["长春", "株洲", "雁江", "忻州"]);
    expect(names("headcount", true)).toEqual(["雁江", "株洲", "长春", "忻州"]);
    expect(names("agency", true)).toEqual(names("agency", false).toReversed());
  });
});

describe("chartRows(rows, isFocus)", () => {
  const rows = Array.from({ length: 4000 }, (_, index) => index);

  it("keeps the first and those around the focus", () => {
    const shown = chartRows(rows, (row) => row === 2000);
    expect(shown).toHaveLength(30);
    expect(shown.slice(0, 3)).toEqual([0, 1, 2]);
    expect(shown.slice(-11)).toEqual([1995, 1996, 1997, 1998, 1999, 2000, 2001, 2002, 2003, 2004, 2005]);
  });

  it("keeps all of a few", () => {
    expect(chartRows([1, 2, 3], () => false)).toEqual([1, 2, 3]);
  });
});

describe("parseHeadcount(text)", () => {
  it.each([
    ["60", 60],
    [" 1 ", 1],
    ["0", null],
    ["-3", null],
    ["12.5", null],
    ["1e3", null],
    ["", null],
    ["六十", null],
  ])("reads %j as %j", (text, headcount) => {
    expect(parseHeadcount(text)).toBe(headcount);
  });
});
