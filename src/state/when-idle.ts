/** A page that is never idle waits so long, ms; where idleness is unknown, every time. */
const PATIENCE = 2000;
const PAUSE = 50;

/** Calls back when the page has nothing else to do; gives the undo. */
export function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback === "undefined") {
    const timer = setTimeout(work, PAUSE);
    return () => {
      clearTimeout(timer);
    };
  }
  const handle = requestIdleCallback(work, { timeout: PATIENCE });
  return () => {
    cancelIdleCallback(handle);
  };
}

/** Resolves when the page has nothing else to do. */
export const idle = (): Promise<void> =>
  new Promise((resolve) => {
    whenIdle(resolve);
  });
