import { afterFrame } from "./after-frame.ts";

/**
 * Heavy blocks of a screen, made one a frame from when they may be: together they would hold the
 * page up for as long as all of them take. Must be made in a component or an effect root.
 */
export class FrameByFrame {
  #made = $state(0);

  constructor(blocks: number, mayBegin: () => boolean) {
    $effect(() => {
      if (!mayBegin()) {
        this.#made = 0;
        return undefined;
      }
      if (this.#made >= blocks) return undefined;
      return afterFrame(() => {
        this.#made += 1;
      });
    });
  }

  /** How many of them stand by now; none while they may not. */
  get made(): number {
    return this.#made;
  }
}
