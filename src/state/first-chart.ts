/** Performance mark of the first chart in sight: the picture that the build drew, or the page's own. */
const FIRST_CHART_MARK = "duibiao:first-chart";
/** Performance mark of the first chart that the page itself drew, once it is painted. */
const LIVE_CHART_MARK = "duibiao:live-chart";

/** The overview as the build drew it; null where the page has none, or no longer. */
export const openingPicture = (): Element | null => document.getElementById("opening");

const PAINT = "first-contentful-paint";

/** When an entry of this name was first seen, ms since navigation; null after `patience` ms without one. */
function entry(type: "mark" | "paint", name: string, patience: number): Promise<number | null> {
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      const [first] = list.getEntriesByName(name);
      if (first !== undefined) done(first.startTime);
    });
    const timer = setTimeout(() => {
      done(null);
    }, patience);
    function done(time: number | null): void {
      observer.disconnect();
      clearTimeout(timer);
      resolve(time);
    }
    observer.observe({ type, buffered: true });
  });
}

/**
 * Resolves once the first chart has been painted, or after `patience` ms on a page without one:
 * whatever is heavy starts after that.
 *
 * @param picture the overview as the build drew it, where the page shows it: its paint counts.
 */
export async function firstChart(picture: Element | null, patience: number): Promise<void> {
  const time = await (picture === null ? entry("mark", LIVE_CHART_MARK, patience) : entry("paint", PAINT, patience));
  if (time !== null) performance.mark(FIRST_CHART_MARK, { startTime: time });
}

/** Says that a chart of the page's own is drawn: it takes the place of the build's picture in the same frame. */
export function chartDrawn(): void {
  openingPicture()?.remove();
  // Marked once, after the frame that paints it.
  requestAnimationFrame(() => {
    setTimeout(() => {
      if (performance.getEntriesByName(LIVE_CHART_MARK).length === 0) performance.mark(LIVE_CHART_MARK);
    });
  });
}

/** Takes the picture away when no chart comes in `patience` ms: the page then says why. */
export async function removePicture(picture: Element, patience: number): Promise<void> {
  await entry("mark", LIVE_CHART_MARK, patience);
  picture.remove();
}
