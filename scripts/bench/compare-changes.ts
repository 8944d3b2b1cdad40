import { chromium } from "playwright-core";
import type { Page } from "playwright-core";
import { CHROMIUM_FLAGS, ensureChromium } from "../site/chromium.ts";
import { serveFolder } from "../site/serve.ts";
import { verdict, type Row } from "./print-rows.ts";

/** Times from the change of one choice to the chart redrawn, ms. */
export interface ChangeTimes {
  readonly agencies: number;
  /** Navigation → all tables in the page. */
  readonly tablesIn: number;
  /** From another screen to the first chart of this one: its code, its list of reports, its first values. */
  readonly opening: number;
  /** Metrics that were not on screen before. */
  readonly firstMetric: readonly number[];
  readonly metric: readonly number[];
  readonly basis: readonly number[];
  readonly denominator: readonly number[];
  /** Megabytes when the tables are in, and after all changes. */
  readonly memory: { readonly loaded: PageMemory; readonly used: PageMemory };
}

interface PageMemory {
  /** Objects of the page itself. */
  readonly heap: number;
  /** Tables and all else that the engine holds, by its own count. */
  readonly engine: number;
}

/** Metrics by turns: sums with and without pass-through money, single classes, rates, prices, of every group. */
const METRICS = [
  "per_staff.total",
  "per_staff.personnel",
  "per_staff.operating",
  "per_staff.30101",
  "three_public.final",
  "structure.operating_share",
  "per_staff.three_public",
  "execution.final_to_initial",
  "reception.cost_per_visitor",
  "per_staff.agency_operating",
  "procurement.share_of_total",
  "three_public.reception.final",
  "per_staff.30201",
  "structure.economic.301_share",
  "performance.self_score",
  "assets.total_per_staff",
] as const;

/** So many metrics are looked at for the first time, spread over those that the data answer: of fewer one or two stalls of the machine would decide what 95 % are drawn within. */
const FIRST_TIMES = 100;

/** Metrics whose basis and headcount are changed. */
const BASES = ["per_staff.total", "per_staff.personnel", "per_staff.operating"] as const;

/** A reader looks for so long at a chart before the next change, by turns, ms: what the page does meanwhile is met at every stage. */
const PAUSES = [150, 400, 1000] as const;

/** Up to so many agencies the first target holds, beyond it the second: 95 % of changes are drawn within it, ms. */
const SMALL = 100;
const TARGET = { small: 50, large: 150 } as const;

export function rowsOfChanges(times: ChangeTimes): Row[] {
  const target = times.agencies <= SMALL ? TARGET.small : TARGET.large;
  const names = {
    firstMetric: "change to a metric for the first time",
    metric: "change of metric",
    basis: "change of basis",
    denominator: "change of denominator",
  } as const;
  const whole = (value: number): string => value.toFixed(0);
  const memory = ({ heap, engine }: PageMemory): string => `${whole(heap)} MB + ${whole(engine)} MB`;
  return [
    [`navigation → tables in, ${times.agencies} agencies`, `${whole(times.tablesIn)} ms`, ""],
    ["opening of the compare screen → chart", `${whole(times.opening)} ms`, ""],
    ...(["firstMetric", "metric", "basis", "denominator"] as const).map((what): Row => {
      const slow = percentile(times[what], 0.95);
      const most = Math.max(...times[what]);
      return [
        `${names[what]} → chart`,
        `p50 ${whole(percentile(times[what], 0.5))} ms, p95 ${whole(slow)} ms, max ${whole(most)} ms of ${times[what].length}`,
        `p95 ≤ ${target} ms: ${verdict(slow <= target)}`,
      ];
    }),
    ["memory, page + engine, tables in", memory(times.memory.loaded), ""],
    ["memory, page + engine, after all changes", memory(times.memory.used), ""],
  ];
}

/** The value below which so many of all lie; NaN of none. */
function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? NaN;
}

const MEGABYTE = 1024 * 1024;

async function memoryOf(page: Page): Promise<PageMemory> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.enable");
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  const engine = await page.evaluate(async () => {
    const [row] = await globalThis.duibiao.sql("SELECT sum(memory_usage_bytes)::DOUBLE AS bytes FROM duckdb_memory()");
    return Number(row?.["bytes"]);
  });
  return { heap: usedSize / MEGABYTE, engine: engine / MEGABYTE };
}

/**
 * Changes metric, basis and denominator of the compare screen by its address, as its controls do,
 * and waits until the chart shows the values asked for and a frame has been painted since.
 *
 * @param rounds how often each change is made; the first of each is a warm-up and not counted, but
 *   for the metrics, whose first time is told apart and of more of them.
 */
export async function measureChanges(site: string, rounds: number): Promise<ChangeTimes> {
  const server = await serveFolder(site, 0);
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    // tsx names functions through this helper, which a page does not have.
    await page.addInitScript({ content: "globalThis.__name = (target) => target;" });
    page.on("pageerror", (error) => console.error("page error:", error.stack ?? error.message));
    page.on("console", (message) => {
      if (message.type() === "error") console.error("page says:", message.text());
    });
    await page.goto(`${server.address}#/sql`);
    const tablesIn = await page.evaluate(async () => {
      await globalThis.duibiao.ready;
      return performance.getEntriesByName("duibiao:engine-ready")[0]?.startTime ?? performance.now();
    });
    const loaded = await memoryOf(page);
    const times = await page.evaluate(changeAll, {
      metrics: METRICS,
      firstTimes: FIRST_TIMES,
      bases: BASES,
      pauses: PAUSES,
      rounds,
    });
    return { ...times, tablesIn, memory: { loaded, used: await memoryOf(page) } };
  } finally {
    await browser.close();
    await server.close();
  }
}

interface Changes {
  readonly metrics: readonly string[];
  /** So many metrics, with these, are looked at for the first time. */
  readonly firstTimes: number;
  /** Of these also basis and headcount. */
  readonly bases: readonly string[];
  readonly pauses: readonly number[];
  readonly rounds: number;
}

/** Runs in the page. */
async function changeAll({
  metrics,
  firstTimes,
  bases,
  pauses,
  rounds,
}: Changes): Promise<Omit<ChangeTimes, "tablesIn" | "memory">> {
  // The next task of all after the frame: what the page does after it has painted is not waited for.
  const frame = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => void scheduler.postTask(() => resolve(null), { priority: "user-blocking" }));
    });
  const shows = (wanted: string): boolean =>
    document.querySelector("[data-shown]")?.getAttribute("data-shown") === wanted &&
    document.querySelector("[data-shown] figure svg.chart") !== null;
  let count = 0;
  let round = 0;
  /** The time of a change, after which the page is looked at for a while; null where nothing changes. */
  const change = async (address: string, wanted: string): Promise<number | null> => {
    if (shows(wanted)) return null;
    const begun = performance.now();
    // Told by the page's own change: a look every few milliseconds would miss the frame.
    const seen = new Promise((resolve, reject) => {
      const observer = new MutationObserver(() => {
        if (!shows(wanted)) return;
        observer.disconnect();
        clearTimeout(patience);
        resolve(null);
      });
      observer.observe(document.body, { subtree: true, childList: true, attributes: true });
      const patience = setTimeout(() => {
        const said = document.querySelector("main")?.textContent.replace(/\s+/g, " ").slice(0, 1500) ?? "nothing";
        reject(
          new Error(
            `${address} in round ${round}, change ${count}, does not show ${wanted} but ${document.querySelector("[data-shown]")?.getAttribute("data-shown") ?? "nothing"} at ${location.hash}, and says: ${said}`,
          ),
        );
      }, 60_000);
    });
    location.hash = address;
    await seen;
    await frame();
    const time = performance.now() - begun;
    const pause = pauses[count % pauses.length] ?? 0;
    count += 1;
    await new Promise((resolve) => setTimeout(resolve, pause));
    return time;
  };
  const dictionary = await globalThis.duibiao.sql(`
    SELECT metric.metric_id, metric.per_staff, count(DISTINCT input.report_id) AS answered
    FROM metric LEFT JOIN metric_input AS input ON input.metric_id = metric.metric_id
      AND input.upper_value IS NOT NULL AND (metric.per_staff OR metric.denominator_zh IS NULL OR input.lower_value <> 0)
      AND input.report_id IN (SELECT report_id FROM report WHERE report_kind = 'final')
    GROUP BY ALL ORDER BY min(metric.position)`);
  const [finals] = await globalThis.duibiao.sql(
    "SELECT count(*)::INTEGER AS n FROM report WHERE report_kind = 'final'",
  );
  const perStaff = new Set(dictionary.filter((row) => row["per_staff"] === true).map((row) => row["metric_id"]));
  const shown = (metric: string, basis: string, denominator: string): string =>
    `${metric} ${basis} ${perStaff.has(metric) ? denominator : ""}`.trim();
  // A chart needs values: of metrics that half of the reports answer.
  const others = dictionary
    .filter((row) => Number(row["answered"]) * 2 > Number(finals?.["n"]))
    .map((row) => String(row["metric_id"]))
    .filter((id) => !metrics.includes(id));
  const step = Math.max(1, others.length / (firstTimes - metrics.length));
  const spread = Array.from({ length: firstTimes - metrics.length }, (_, index) => others[Math.floor(index * step)]);
  const all = [...metrics, ...spread.filter((id) => id !== undefined)];
  const [opened = ""] = metrics;
  const opening = (await change(`#/compare?metric=${opened}`, shown(opened, "comparable", "in_service"))) ?? 0;

  const firstMetric: number[] = [];
  const metric: number[] = [];
  const basis: number[] = [];
  const denominator: number[] = [];
  const note = (times: number[], time: number | null): void => {
    if (time !== null) times.push(time);
  };
  for (; round <= rounds; round++) {
    for (const id of round > 0 ? metrics : all) {
      const time = await change(`#/compare?metric=${id}`, shown(id, "comparable", "in_service"));
      note(round > 0 ? metric : firstMetric, time);
    }
    for (const id of bases) {
      const address = `#/compare?metric=${id}`;
      const usual = shown(id, "comparable", "in_service");
      note(metric, await change(address, usual));
      const times = {
        reported: await change(`${address}&basis=reported`, shown(id, "reported", "in_service")),
        comparable: await change(address, usual),
        posts: await change(`${address}&denominator=establishment`, shown(id, "comparable", "establishment")),
        staff: await change(address, usual),
      };
      if (round === 0) continue;
      for (const time of [times.reported, times.comparable]) note(basis, time);
      for (const time of [times.posts, times.staff]) note(denominator, time);
    }
  }
  const [counted] = await globalThis.duibiao.sql("SELECT count(*)::INTEGER AS n FROM agency");
  return { agencies: Number(counted?.["n"]), opening, firstMetric, metric, basis, denominator };
}
