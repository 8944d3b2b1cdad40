/**
 * How many of a row's items stand beside each other, the rest going into a menu.
 *
 * @param widths of the items in order, px. @param room px. @param menu width of the menu's button, px;
 *   it takes room only when something goes into it.
 */
export function fittingCount(widths: readonly number[], room: number, menu: number): number {
  const all = widths.reduce((sum, width) => sum + width, 0);
  if (all <= room) return widths.length;
  let used = menu;
  const fits = widths.findIndex((width) => {
    used += width;
    return used > room;
  });
  return Math.max(0, fits);
}

/**
 * The items in sight and those in the menu. The current one is always in sight: where it would be
 * in the menu it stands in the place of the last one that fits.
 */
export function splitItems<Item>(
  items: readonly Item[],
  count: number,
  current: Item | null,
): { readonly shown: readonly Item[]; readonly more: readonly Item[] } {
  if (count >= items.length) return { shown: items, more: [] };
  const at = current === null ? -1 : items.indexOf(current);
  const shown =
    at < count || current === null ? items.slice(0, count) : [...items.slice(0, Math.max(0, count - 1)), current];
  return { shown, more: items.filter((item) => !shown.includes(item)) };
}
