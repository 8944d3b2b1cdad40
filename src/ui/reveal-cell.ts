import { untrack } from "svelte";
import type { Attachment } from "svelte/attachments";
import { afterFrame } from "../state/after-frame.ts";
import type { GridPlace } from "./virtual-grid.ts";

/**
 * For the box of a grid: the cell that is selected when it appears, as by a link, comes in sight once
 * the box is measured. What is selected later is shown by whoever selects it.
 */
export function revealed(selected: () => GridPlace | null, show: (place: GridPlace) => void): Attachment {
  return () => {
    const place = untrack(selected);
    if (place === null) return;
    return afterFrame(() => {
      show(place);
    });
  };
}
