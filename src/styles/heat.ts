/** Steps of the diverging scale below and above the median; the colours are those of tokens.css. */
const STEPS = [1.15, 1.5, 2] as const;

/**
 * The colour of a value relative to a median as a CSS value: blue below, orange above, which every
 * kind of colour blindness tells apart; none near the median and where no ratio can be given.
 */
export function heatColour(ratio: number | null): string | null {
  if (ratio === null || !Number.isFinite(ratio) || ratio < 0) return null;
  const far = ratio >= 1 ? ratio : ratio === 0 ? Infinity : 1 / ratio;
  const step = STEPS.filter((least) => far >= least).length;
  if (step === 0) return null;
  return `var(--heat-${ratio >= 1 ? "high" : "low"}-${String(step)})`;
}

/** The scale for a legend, from the lowest to the highest: the ratio from which a step begins. */
export const HEAT_LEGEND = [
  { label: "≤ 1/2", colour: "var(--heat-low-3)" },
  { label: "≤ 2/3", colour: "var(--heat-low-2)" },
  { label: "≤ 0.87", colour: "var(--heat-low-1)" },
  { label: "≈ 1", colour: "var(--ground)" },
  { label: "≥ 1.15", colour: "var(--heat-high-1)" },
  { label: "≥ 1.5", colour: "var(--heat-high-2)" },
  { label: "≥ 2", colour: "var(--heat-high-3)" },
] as const;
