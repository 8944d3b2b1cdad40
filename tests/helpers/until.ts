import { flushSync } from "svelte";

/** Half of what a test may take: what was waited for is told, not that the test took too long. */
const PATIENCE = 30_000;
/** The clock's own, kept before a test holds the page's timers: waiting never moves those on. */
const later = setTimeout;

/**
 * Waits until `assertion` no longer throws, effects run before each try. A busy machine may be long about it:
 * nothing fails for that.
 *
 * @throws what it threw last, after half a minute.
 */
export async function until(assertion: () => void): Promise<void> {
  const end = performance.now() + PATIENCE;
  for (;;) {
    try {
      flushSync();
      assertion();
      return;
    } catch (error) {
      if (performance.now() > end) throw error;
    }
    await new Promise((resolve) => later(resolve, 1));
  }
}

/**
 * Waits for events that a page fires later, each in a turn of its own: of a link, of the back button. Counted in
 * turns, not in milliseconds, which a busy machine has lost before anything is fired.
 */
export async function turns(count = 20): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => later(resolve, 1));
}
