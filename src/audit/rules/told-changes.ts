import type { ItemId } from "../../domain/items.ts";
import type { FactRow } from "../../domain/records.ts";
import { said } from "../cases.ts";
import { namedSum } from "../families/footing.ts";
import { backwards } from "../families/nearby.ts";
import type { Ledger } from "../ledger.ts";

/** Wholes and their halves, whose changes on last year must add up too. */
const WHOLES: readonly (readonly [whole: ItemId, parts: readonly ItemId[]])[] = [
  ["expenditure.basic", ["expenditure.personnel", "expenditure.operating"]],
  ["expenditure.total", ["expenditure.basic", "expenditure.project"]],
  ["expenditure.grand_total", ["expenditure.basic", "expenditure.project"]],
];

/** What else is broken down into the same parts: a fund's spending is not all spending. */
const SPENT: ReadonlySet<ItemId | null> = new Set<ItemId>([
  "expenditure.total",
  "expenditure.grand_total",
  "expenditure.fiscal",
  "expenditure.fiscal_grand_total",
  "expenditure.general_budget",
  "expenditure.government_fund",
]);

/** Whether the change told last before a part is of another whole. */
function isOfAnother(ledger: Ledger, part: FactRow, whole: ItemId): boolean {
  const before = backwards(ledger, part, ({ item, measure }) => measure === "change" && SPENT.has(item));
  return SPENT.has(whole) && before !== undefined && before.item !== whole;
}

export const toldChanges = namedSum({
  id: "told-changes",
  holds: {
    zh: "比上年的增减额：整体的增减额等于各部分增减额之和。",
    en: "Changes on last year: the change of a whole is the sum of the changes of its parts.",
  },
  inputs: { zh: "整体和全部组成部分的增减额", en: "The change of the whole and of every part" },
  sums: (ledger) =>
    WHOLES.flatMap(([whole, parts]) => {
      const find = (item: ItemId) => ledger.first({ item, code: null, measure: "change" });
      const found = parts.map(find);
      const isElsewhere = found.some((part) => part === undefined || isOfAnother(ledger, part, whole));
      return isElsewhere ? [] : [{ total: find(whole), parts: found }];
    }),
  cases: [
    {
      name: "the halves' changes make the whole's",
      expect: "passed",
      facts: [
        said("expenditure.personnel", "40.00", { measure: "change" }),
        said("expenditure.operating", "8.00", { measure: "change" }),
        said("expenditure.basic", "48.00", { measure: "change" }),
      ],
    },
    {
      name: "the change of a part of personnel told for the whole of it",
      expect: "failed",
      facts: [
        said("expenditure.personnel", "34.00", { measure: "change" }),
        said("expenditure.operating", "8.00", { measure: "change" }),
        said("expenditure.basic", "48.50", { measure: "change" }),
      ],
      message:
        "情况说明第3行「基本支出」印为 48.50万元，而其组成部分之和为 42.00万元，相差 6.50万元：34.00（第1行） + 8.00（第2行）。",
    },
    {
      name: "hundredths are rounding",
      expect: "rounding",
      facts: [
        said("expenditure.personnel", "40.00", { measure: "change" }),
        said("expenditure.operating", "8.00", { measure: "change" }),
        said("expenditure.basic", "48.01", { measure: "change" }),
      ],
    },
    {
      name: "the halves of the general budget are not those of all spending",
      expect: "not_checkable",
      facts: [
        said("expenditure.total", "2100.00", { measure: "change" }),
        said("expenditure.general_budget", "1290.10", { measure: "change" }),
        said("expenditure.basic", "140.40", { measure: "change" }),
        said("expenditure.project", "1149.70", { measure: "change" }),
      ],
    },
    {
      name: "a half's change is not told",
      expect: "not_checkable",
      facts: [
        said("expenditure.personnel", "40.00", { measure: "change" }),
        said("expenditure.basic", "48.00", { measure: "change" }),
      ],
    },
  ],
});
