import type { ChartOptions } from "../../src/charts/frame.ts";
import { textWidth } from "../../src/charts/text-fit.ts";

/** Options that most tests share: two decimals, a colour per agency. */
export const OPTIONS: ChartOptions = {
  width: 720,
  document,
  colour: (id) => `var(--agency-${id})`,
  format: (value) => value.toFixed(2).replace("-", "−"),
  ariaLabel: "图",
  ariaDescription: "一句话",
  emptyText: "没有可显示的单位",
};

/** A printed label with its place in the picture, read off the drawn text and its transforms. */
export interface Label {
  text: string;
  x: number;
  y: number;
  from: number;
  to: number;
}

/** Every text of the chart with its estimated horizontal extent. */
export function labelsOf(svg: SVGSVGElement): Label[] {
  return [...svg.querySelectorAll("text")].flatMap((text) => {
    const place = shiftOf(text);
    const size = Number(inherited(text, "font-size") ?? "10");
    const anchor = inherited(text, "text-anchor") ?? "start";
    const tspans = [...text.querySelectorAll("tspan")].map((each) => each.textContent);
    const lines =
      tspans.length > 0 ? tspans : [[...text.childNodes].find((node) => node.nodeType === 3)?.textContent ?? ""];
    const width = Math.max(...lines.map((line) => textWidth(line, size)));
    const from = anchor === "end" ? place.x - width : anchor === "middle" ? place.x - width / 2 : place.x;
    return [{ text: lines.join("\n"), x: place.x, y: place.y, from, to: from + width }];
  });
}

export function labelOf(svg: SVGSVGElement, text: string): Label {
  const found = labelsOf(svg).find((label) => label.text === text);
  if (found === undefined)
    throw new Error(
      `found ${labelsOf(svg)
        .map((label) => label.text)
        .join(" | ")}, expected ${text}`,
    );
  return found;
}

function inherited(element: Element, name: string): string | null {
  for (let each: Element | null = element; each !== null; each = each.parentElement) {
    const value = each.getAttribute(name);
    if (value !== null) return value;
  }
  return null;
}

function shiftOf(element: Element): { x: number; y: number } {
  // Offsets in em (Plot's line anchors) move a label by less than its line: not told apart here.
  const pixels = (name: string) => Number((element.getAttribute(name) ?? "0").replace(/^.*em$/, "0"));
  const own = { x: pixels("x"), y: pixels("y") };
  for (let each: Element | null = element; each !== null; each = each.parentElement) {
    for (const [, x, y] of (each.getAttribute("transform") ?? "").matchAll(/translate\(([-\d.]+)[, ]*([-\d.]*)\)/g)) {
      own.x += Number(x);
      own.y += Number(y === "" ? 0 : y);
    }
  }
  return own;
}
