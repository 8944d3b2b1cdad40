/** How many of these widths stand beside each other in a room, px. */
function fitting(widths: readonly number[], room: number): number {
  let used = 0;
  const first = widths.findIndex((width) => {
    used += width;
    return used > room;
  });
  return first === -1 ? widths.length : first;
}

/**
 * The items of a row that stand beside each other, and those that go into a menu at its end. The
 * current one is always in sight: where it would be in the menu it stands last in the row.
 *
 * @param widths of the items in order, px; those not measured yet take no room.
 * @param room px.
 * @param menu width of the menu's button, px; it takes room only when something goes into it.
 */
export function splitToFit<Item>(
  items: readonly Item[],
  widths: readonly number[],
  room: number,
  menu: number,
  current: Item | null,
): { readonly shown: readonly Item[]; readonly more: readonly Item[] } {
  const all = items.map((_, index) => widths[index] ?? 0);
  if (fitting(all, room) === items.length) return { shown: items, more: [] };
  const count = fitting(all, room - menu);
  const at = current === null ? -1 : items.indexOf(current);
  const shown =
    at < count || current === null
      ? items.slice(0, count)
      : [...items.slice(0, Math.min(at, fitting(all, room - menu - (all[at] ?? 0)))), current];
  return { shown, more: items.filter((item) => !shown.includes(item)) };
}
