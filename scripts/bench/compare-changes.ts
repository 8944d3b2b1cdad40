import { chromium } from "playwright-core";
import { CHROMIUM_FLAGS, ensureChromium } from "../site/chromium.ts";
import { serveFolder } from "../site/serve.ts";
import { verdict, type Row } from "./print-rows.ts";

/** Times from the change of one choice to the chart redrawn, ms. */
export interface ChangeTimes {
  readonly agencies: number;
  /** Metrics that were not on screen before. */
  readonly firstMetric: readonly number[];
  readonly metric: readonly number[];
  readonly basis: readonly number[];
  readonly denominator: readonly number[];
}

/** Metrics by turns: sums with and without pass-through money, single classes, rates, prices. */
const METRICS = [
  "per_staff.total",
  "per_staff.personnel",
  "per_staff.operating",
  "per_staff.30101",
  "three_public.final",
  "structure.operating_share",
  "per_staff.three_public",
  "execution.final_to_initial",
] as const;

/** Up to so many agencies the first target holds, beyond it the second, ms. */
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
  return (["firstMetric", "metric", "basis", "denominator"] as const).map((what) => {
    const slow = percentile(times[what], 0.95);
    const middle = percentile(times[what], 0.5);
    return [
      `${names[what]} → chart, ${times.agencies} agencies`,
      `p50 ${middle.toFixed(0)} ms, p95 ${slow.toFixed(0)} ms of ${times[what].length}`,
      `p95 ≤ ${target} ms: ${verdict(slow <= target)}`,
    ];
  });
}

/** The value below which so many of all lie; NaN of none. */
function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? NaN;
}

/**
 * Changes metric, basis and denominator of the compare screen by its address, as its controls do,
 * and waits until the chart shows the values asked for and a frame has been painted since.
 *
 * @param rounds how often each change is made; the first of each is a warm-up and not counted, but
 *   for the metrics, whose first time is told apart.
 */
export async function measureChanges(site: string, rounds: number): Promise<ChangeTimes> {
  const server = await serveFolder(site, 0);
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    // tsx names functions through this helper, which a page does not have.
    await page.addInitScript({ content: "globalThis.__name = (target) => target;" });
    await page.goto(`${server.address}#/sql`);
    return await page.evaluate(
      async ({ metrics, rounds: times }) => {
        await globalThis.duibiao.ready;
        // The next task of all after the frame: what the page does after it has painted is not waited for.
        const frame = () =>
          new Promise((resolve) => {
            requestAnimationFrame(() => void scheduler.postTask(() => resolve(null), { priority: "user-blocking" }));
          });
        const shows = (wanted: string): boolean =>
          document.querySelector("[data-shown]")?.getAttribute("data-shown") === wanted &&
          document.querySelector("[data-shown] figure svg.chart") !== null;
        const change = async (address: string, wanted: string): Promise<number> => {
          const begun = performance.now();
          // Told by the page's own change: a look every few milliseconds would miss the frame.
          const seen = new Promise((resolve, reject) => {
            const observer = new MutationObserver(() => {
              if (!shows(wanted)) return;
              observer.disconnect();
              resolve(null);
            });
            observer.observe(document.body, { subtree: true, childList: true, attributes: true });
            setTimeout(() => {
              reject(new Error(`${address} does not show ${wanted}`));
            }, 60_000);
          });
          if (shows(wanted)) return 0;
          location.hash = address;
          await seen;
          await frame();
          return performance.now() - begun;
        };
        const shown = (metric: string, basis: string, denominator: string): string =>
          `${metric} ${basis} ${metric.startsWith("per_staff") ? denominator : ""}`.trim();
        const settle = () => new Promise((resolve) => setTimeout(resolve, 150));

        const firstMetric: number[] = [];
        const metric: number[] = [];
        const basis: number[] = [];
        const denominator: number[] = [];
        for (let round = 0; round <= times; round++) {
          for (const id of metrics) {
            const time = await change(`#/compare?metric=${id}`, shown(id, "comparable", "in_service"));
            (round > 0 ? metric : firstMetric).push(time);
            await settle();
          }
          const base = "#/compare?metric=per_staff.total";
          await change(base, shown("per_staff.total", "comparable", "in_service"));
          await settle();
          const toReported = await change(`${base}&basis=reported`, shown("per_staff.total", "reported", "in_service"));
          await settle();
          const back = await change(base, shown("per_staff.total", "comparable", "in_service"));
          await settle();
          const toPosts = await change(
            `${base}&denominator=establishment`,
            shown("per_staff.total", "comparable", "establishment"),
          );
          await settle();
          const toStaff = await change(base, shown("per_staff.total", "comparable", "in_service"));
          await settle();
          if (round > 0) {
            basis.push(toReported, back);
            denominator.push(toPosts, toStaff);
          }
        }
        const [counted] = await globalThis.duibiao.sql("SELECT count(*)::INTEGER AS n FROM agency");
        return { agencies: Number(counted?.["n"]), firstMetric, metric, basis, denominator };
      },
      { metrics: METRICS, rounds },
    );
  } finally {
    await browser.close();
    await server.close();
  }
}
