/** Performance mark that the first chart on a page sets. */
export const FIRST_CHART_MARK = "duibiao:first-chart";

/**
 * Resolves once the first chart has been painted, or after `patience` ms on a page without one:
 * whatever is heavy starts after that.
 */
export function firstChart(patience: number): Promise<void> {
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      if (list.getEntriesByName(FIRST_CHART_MARK).length > 0) done();
    });
    const timer = setTimeout(done, patience);
    function done(): void {
      observer.disconnect();
      clearTimeout(timer);
      resolve();
    }
    observer.observe({ type: "mark", buffered: true });
  });
}
