import { FONT_FAMILY, INK, SIZE } from "./ink.ts";
import { fitted } from "./text-fit.ts";

/** What a picture taken out of the page must still say. */
export interface ExportText {
  title: string;
  /** Unit, basis, denominator, n. */
  subtitle: string;
  /** Marks and caveats, a line each. */
  notes: readonly string[];
  /** Where the figures come from and the fingerprint of the data. */
  source: string;
}

export interface ExportOptions {
  /** Prefix of links such as `#/source/…`; without it links become plain marks. */
  linkBase?: string;
  /** CSS value → value that stands alone (`var(--text)` → `rgb(21, 24, 29)`); default: asks the page. */
  resolve?: (property: "color" | "font-family", value: string) => string;
}

const PAD = 16;
const SVG = "http://www.w3.org/2000/svg";
const TITLE = { size: 16, line: 22 };
const SMALL = { size: SIZE.note, line: 17 };

/**
 * The chart as a document of its own: title, subtitle and source as text around it, colours and
 * fonts resolved, on the light ground whatever theme the page has, since it goes into a report.
 *
 * @returns the SVG's text.
 */
export function toSvg(chart: SVGSVGElement, words: ExportText, options: ExportOptions = {}): string {
  const document = chart.ownerDocument;
  const width = Number(chart.getAttribute("width"));
  const height = Number(chart.getAttribute("height"));
  const lines = (text: string, size: number) => (text === "" ? [] : fitted(text, width, size, 6));
  const title = lines(words.title, TITLE.size);
  const subtitle = lines(words.subtitle, SMALL.size);
  const below = [...words.notes, words.source].flatMap((text) => lines(text, SMALL.size));
  const top = PAD + title.length * TITLE.line + subtitle.length * SMALL.line + 8;
  const whole = { width: width + 2 * PAD, height: top + height + 8 + below.length * SMALL.line + PAD };

  const root = element(document, "svg", {
    xmlns: SVG,
    width: whole.width,
    height: whole.height,
    viewBox: `0 0 ${String(whole.width)} ${String(whole.height)}`,
    role: "img",
    fill: INK.text,
    "font-family": FONT_FAMILY,
    "font-size": SIZE.label,
  });
  root.append(
    element(document, "title", {}, words.title),
    element(document, "desc", {}, [chart.getAttribute("aria-description") ?? "", words.subtitle].join(" ").trim()),
    element(document, "rect", { width: whole.width, height: whole.height, fill: INK.ground }),
  );
  let y = PAD - 4;
  const write = (texts: readonly string[], style: { size: number; line: number }, fill: string, weight: number) => {
    for (const text of texts) {
      y += style.line;
      root.append(element(document, "text", { x: PAD, y, fill, "font-size": style.size, "font-weight": weight }, text));
    }
  };
  write(title, TITLE, INK.text, 600);
  write(subtitle, SMALL, INK.muted, 400);
  root.append(place(chart, top, options.linkBase));
  y = top + height + 4;
  write(below, SMALL, INK.muted, 400);

  settleStyles(root, options.resolve ?? pageResolver(document));
  return new (viewOf(document).XMLSerializer)().serializeToString(root);
}

/** A copy of the chart moved into its place, links made absolute or dropped. */
function place(chart: SVGSVGElement, top: number, linkBase: string | undefined): Element {
  const group = element(chart.ownerDocument, "g", {
    transform: `translate(${String(PAD)},${String(top)})`,
    "text-anchor": chart.getAttribute("text-anchor") ?? "middle",
  });
  for (const child of chart.cloneNode(true).childNodes) group.append(child.cloneNode(true));
  for (const link of [...group.querySelectorAll("a")]) {
    const href = link.getAttribute("href");
    if (linkBase !== undefined && href !== null) link.setAttribute("href", linkBase + href);
    else link.replaceWith(...link.childNodes);
  }
  return group;
}

/** Replaces every value that only the page can resolve; each distinct one is asked for once. */
function settleStyles(root: Element, resolve: NonNullable<ExportOptions["resolve"]>): void {
  const known = new Map<string, string>();
  const settled = (property: "color" | "font-family", value: string) => {
    const found = known.get(value) ?? resolve(property, value);
    known.set(value, found);
    return found;
  };
  for (const each of [root, ...root.querySelectorAll("*")]) {
    for (const name of ["fill", "stroke"]) {
      const value = each.getAttribute(name);
      if (value !== null && /var\(|currentColor|color-mix\(|Canvas/.test(value)) {
        each.setAttribute(name, settled("color", value));
      }
    }
    const family = each.getAttribute("font-family");
    if (family?.includes("var(")) each.setAttribute("font-family", settled("font-family", family));
  }
}

/** Lets the page compute a value in its light theme; the theme is put back before anything is painted. */
function pageResolver(document: Document): NonNullable<ExportOptions["resolve"]> {
  return (property, value) => {
    const page = document.documentElement;
    const theme = page.getAttribute("data-theme");
    const probe = document.createElement("span");
    probe.style.setProperty("transition", "none");
    probe.style.setProperty(property, value);
    page.setAttribute("data-theme", "light");
    page.append(probe);
    const computed = viewOf(document).getComputedStyle(probe).getPropertyValue(property);
    probe.remove();
    if (theme === null) page.removeAttribute("data-theme");
    else page.setAttribute("data-theme", theme);
    return property === "color" ? asRgb(computed) : computed;
  };
}

/** `color(srgb 0.5 0.5 0.5 / 0.4)`, which office programs do not read, as `rgba(128, 128, 128, 0.4)`. */
function asRgb(colour: string): string {
  const match = /^color\(srgb ([\d.]+) ([\d.]+) ([\d.]+)(?: \/ ([\d.]+))?\)$/.exec(colour);
  if (match === null) return colour;
  const channels = match.slice(1, 4).map((channel) => String(Math.round(Number(channel) * 255)));
  return `rgba(${channels.join(", ")}, ${match[4] ?? "1"})`;
}

function element(
  document: Document,
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  text = "",
): Element {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key !== "xmlns") made.setAttribute(key, String(value));
  }
  if (text !== "") made.textContent = text;
  return made;
}

function viewOf(document: Document): Window & typeof globalThis {
  if (document.defaultView === null) throw new Error("found a document without window, expected the page's own");
  return document.defaultView;
}

/**
 * The SVG of {@link toSvg} as a picture, in a browser.
 *
 * @param scale pixels per unit; 2 for print and dense screens.
 * @throws Error when the browser cannot draw it.
 */
export async function toPng(svg: string, scale = 2): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(image.naturalWidth * scale);
    canvas.height = Math.round(image.naturalHeight * scale);
    const context = canvas.getContext("2d");
    if (context === null) throw new Error("found no 2d canvas, expected one to draw the picture on");
    context.scale(scale, scale);
    context.drawImage(image, 0, 0);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => {
        if (blob === null) reject(new Error("found no picture, expected PNG data from the canvas"));
        else resolve(blob);
      }, "image/png");
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

/**
 * A table for the clipboard, under lines that say what it is, each behind a number sign. No cell may be empty: a missing value comes with its words. Text that
 * a spreadsheet would take for a formula gets an apostrophe; numbers stay plain, with `-`.
 */
export function toTsv(
  words: ExportText,
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const about = [words.title, words.subtitle, ...words.notes, words.source].filter((text) => text !== "");
  const cell = (value: string | number) => {
    if (typeof value === "number") return String(value);
    const text = value.replace(/[\t\r\n]+/g, " ").trim();
    return /^[=@]/.test(text) ? `'${text}` : text;
  };
  const lines = about.map((text) => `# ${text.replace(/\s+/g, " ").trim()}\n`);
  return [...lines, ...[header, ...rows].map((row) => `${row.map(cell).join("\t")}\n`)].join("");
}
