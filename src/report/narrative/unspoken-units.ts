import { accountAtEnd } from "./words.ts";
import { withoutJoining } from "./lead.ts";
import type { Quantity } from "./quantities.ts";

const OF_MONEY =
  /(?:经费|费用?|资金|收入|支出|拨款|补助|补贴|工资|奖金|预算|决算|专项)(?:有所)?(?:增加|减少|追加|调增|调减|为|是|约|共)*$/;
const OF_STAFF = /^实$|(?:编制(?:数|人数|总数)?|(?:在职|在编|实有|退休|离休|离退休)(?:人员|人数|职工)?(?:数)?)$/;

/**
 * A figure with the unit that its words leave out:
 *
 *     支出决算为0，完成预算的0%        nothing is nothing in any unit, and of an account it is money
 *     人员经费增加38万                 万元
 *     行政编制3、事业编制28            人
 */
export function withUnspokenUnit(quantity: Quantity, words: string): Quantity {
  const printed = quantity.amount.unit;
  if (printed !== "" && printed !== "万") return quantity;
  const unit = unspokenUnit(quantity, withoutJoining(words));
  return unit === null ? quantity : { ...quantity, amount: { ...quantity.amount, unit } };
}

function unspokenUnit({ amount }: Quantity, words: string): string | null {
  if (amount.unit === "万") return OF_MONEY.test(words) ? "万元" : null;
  if (amount.unit !== "") return null;
  if (amount.value.sign === 0 && accountAtEnd(words) !== null) return "万元";
  return OF_STAFF.test(words) && /^\d+$/.test(amount.printed) ? "人" : null;
}
