/** Performance mark of the first chart in sight: the picture that the build drew, or the page's own. */
const FIRST_CHART_MARK = "duibiao:first-chart";
/** Performance mark of the first chart that the page itself drew, once it is painted. */
const LIVE_CHART_MARK = "duibiao:live-chart";

/** The overview as the build drew it; null where the page has none, or no longer. */
export const openingPicture = (): Element | null => document.getElementById("opening");

/** Resolves after the frame that shows what stands in the page now. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
}

/** Resolves once the page's own first chart is marked. */
function liveChart(): Promise<void> {
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      if (list.getEntriesByName(LIVE_CHART_MARK).length === 0) return;
      observer.disconnect();
      resolve();
    });
    observer.observe({ type: "mark", buffered: true });
  });
}

/** A hidden tab paints nothing, and a page may have no chart at all. */
const elapsed = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/**
 * Resolves once the first chart has been painted, or after `patience` ms on a page without one:
 * whatever is heavy starts after that.
 *
 * @param picture the overview as the build drew it, where the page shows it: its paint counts.
 */
export async function firstChart(picture: Element | null, patience: number): Promise<void> {
  const chart = (picture === null ? liveChart() : painted()).then(() => performance.mark(FIRST_CHART_MARK));
  await Promise.race([chart, elapsed(patience)]);
}

/** Says that a chart of the page's own is drawn: it takes the place of the build's picture in the same frame. */
export function chartDrawn(): void {
  openingPicture()?.remove();
  void painted().then(() => {
    if (performance.getEntriesByName(LIVE_CHART_MARK).length === 0) performance.mark(LIVE_CHART_MARK);
  });
}

/** Takes the picture away when no chart comes in `patience` ms: the page then says why. */
export async function removePicture(picture: Element, patience: number): Promise<void> {
  await Promise.race([liveChart(), elapsed(patience)]);
  picture.remove();
}
