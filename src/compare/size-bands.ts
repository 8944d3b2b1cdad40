/** Bands of staff in service; `from` is inclusive, the next band's `from` ends it. */
export const SIZE_BANDS = [
  { id: "under_20", from: 0 },
  { id: "from_20", from: 20 },
  { id: "from_50", from: 50 },
  { id: "from_100", from: 100 },
  { id: "from_300", from: 300 },
] as const;

export type SizeBandId = (typeof SIZE_BANDS)[number]["id"];

/** The band of a headcount; null where none is known. */
export function sizeBandOf(headcount: number | null): SizeBandId | null {
  if (headcount === null || !(headcount >= 0)) return null;
  return SIZE_BANDS.findLast((band) => headcount >= band.from)?.id ?? null;
}
