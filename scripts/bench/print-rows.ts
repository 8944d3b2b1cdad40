/** One line of a bench: what was measured, the value, and whether a target was met. */
export type Row = readonly [what: string, value: string, target: string];

export const verdict = (ok: boolean): string => (ok ? "met" : "MISSED");

export function printRows(rows: readonly Row[]): void {
  const width = Math.max(...rows.map(([what]) => what.length));
  console.log("");
  for (const [what, value, target] of rows)
    console.log(`${what.padEnd(width)}  ${value.padEnd(36)}  ${target}`.trimEnd());
}
