/**
 * The inks of every chart: the page's tokens (styles/tokens.css), each with a fallback that works
 * from `currentColor`, so that one SVG serves light and dark and still reads outside the page.
 */
export const INK = {
  text: "var(--text, currentColor)",
  muted: "var(--text-quiet, color-mix(in srgb, currentColor 68%, transparent))",
  rule: "var(--grid, color-mix(in srgb, currentColor 12%, transparent))",
  axis: "var(--text-quiet, color-mix(in srgb, currentColor 75%, transparent))",
  /** Behind the chart: fills hollow marks, outlines text that crosses a line. */
  ground: "var(--ground, Canvas)",
  /** Words that stand for a missing value. */
  notice: "var(--caution, currentColor)",
  /** Frame and fill of a budget. */
  frame: "var(--control-rule, color-mix(in srgb, currentColor 50%, transparent))",
  frameFill: "var(--ground-quiet, color-mix(in srgb, currentColor 6%, transparent))",
  /** What belongs to no agency: the rest, a remainder. */
  neutral: "var(--control-rule, color-mix(in srgb, currentColor 40%, transparent))",
} as const;

export const FONT_FAMILY =
  "var(--font, system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif)";

/** Pixels. */
export const SIZE = { label: 13, value: 13, note: 12, axis: 12 } as const;
