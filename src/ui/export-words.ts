import * as m from "../i18n/generated/messages.js";
import type { DataSummary } from "../state/app.svelte.ts";

/** Where the figures come from, with the fingerprint of the data. */
export function sourceText(data: DataSummary | null): string {
  return m.figure_source({ fingerprint: data?.fingerprint.slice(0, 12) ?? "–" });
}

/** Elements that stand on lines of their own. */
const BLOCKS = "p, li, div, ul, ol, dl, dd, table";

/** A footnote as plain lines, one for each of its paragraphs; what is drawn for the eye alone is left out. */
export function noteTexts(footnote: Element | null): string[] {
  if (footnote === null) return [];
  const copy = footnote.cloneNode(true) as Element; // a clone is of the kind of what it clones
  for (const unread of copy.querySelectorAll("[aria-hidden=true], button, svg, .no-print")) unread.remove();
  return linesOf(copy)
    .map((text) => text.replace(/\s+/g, " ").trim())
    .filter((text) => text !== "");
}

function linesOf(box: Node): string[] {
  const lines = [""];
  for (const node of box.childNodes) {
    if (node instanceof Element && (node.matches(BLOCKS) || node.querySelector(BLOCKS) !== null)) {
      lines.push(...linesOf(node), "");
    } else lines.push((lines.pop() ?? "") + (node.textContent ?? ""));
  }
  return lines;
}
