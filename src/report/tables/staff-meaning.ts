import type { ItemId } from "../../domain/items.ts";
import { remembered } from "../../domain/remembered.ts";
import { bareLabel } from "./words.ts";

const STAFF: readonly (readonly [RegExp, ItemId])[] = [
  [/编制/, "headcount.establishment"],
  [/编外|聘用|派遣|临聘|临时/, "headcount.temporary"],
  [/在职|在编|在岗|实有/, "headcount.in_service"],
  [/离退休/, "headcount.retired"],
  [/离休/, "headcount.veteran_retired"],
  [/退休/, "headcount.retired"],
  [/工勤/, "headcount.support"],
];

const itemNamed = (text: string): ItemId | null => STAFF.find(([pattern]) => pattern.test(text))?.[1] ?? null;

/** What a column of a table of bodies counts: `人员编制数`, `在职人数`. */
export function staffOfColumn(header: string): ItemId | null {
  return /^(?:人员)?编制|人数$|^(?:在职|在编|离休|退休|离退休)/.test(header) ? itemNamed(header) : null;
}

/**
 * What a row of a table of staff counts:
 *
 *     在职人数<TAB>32<TAB>32
 *     其中：在岗人数<TAB>30<TAB>30
 */
export const staffOfRow = remembered((label): ItemId | null => {
  const name = bareLabel(label);
  return /^(?:年末|实有|现有|核定|人员|行政|事业)*(?:编制|在职|在编|在岗|实有|离休|退休|离退休|编外|聘用|劳务派遣|临聘|临时|工勤)/.test(
    name,
  ) && /(?:数|人员|职工|编制|合计|小计)$/.test(name)
    ? itemNamed(name)
    : null;
});
