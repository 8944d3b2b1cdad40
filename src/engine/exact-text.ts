import { DataType, type Decimal, type Vector } from "apache-arrow";
import { bigIntOf, cellOf } from "./decode.ts";
import type { Cell } from "./engine.ts";

/** An unscaled decimal digit for digit, without zeros at its end: `(133656000n, 6)` → `133.656`. */
export function decimalText(unscaled: bigint, scale: number): string {
  if (scale <= 0) return String(unscaled);
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, "0");
  const fraction = digits.slice(-scale).replace(/0+$/, "");
  const whole = digits.slice(0, -scale);
  return `${unscaled < 0n ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}

function decimalOf(type: Decimal, value: unknown): string {
  return decimalText(bigIntOf(value as Uint32Array), type.scale); // Arrow keeps a decimal as its words
}

const isNumber = (type: DataType): boolean =>
  DataType.isDecimal(type) || DataType.isInt(type) || DataType.isFloat(type);

/** What stands in a list, struct or map, as JSON with its numbers digit for digit. */
function jsonText(type: DataType, value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (DataType.isDecimal(type)) return decimalOf(type, value);
  if (DataType.isList(type) || DataType.isFixedSizeList(type)) {
    const items = value as Vector;
    return `[${Array.from({ length: items.length }, (_, index) => jsonText(items.type, items.get(index))).join(",")}]`;
  }
  if (DataType.isStruct(type)) {
    const struct = value as Readonly<Record<string, unknown>>;
    const fields = type.children.map(
      (child) => `${JSON.stringify(child.name)}:${jsonText(child.type as DataType, struct[child.name])}`,
    );
    return `{${fields.join(",")}}`;
  }
  const cell = cellOf(type, value);
  return isNumber(type) && typeof cell === "string" ? cell : JSON.stringify(cell);
}

/** A cell as text; of a number all its digits. Null for null. */
export function exactText(type: DataType, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (DataType.isDecimal(type)) return decimalOf(type, value);
  if (DataType.isList(type) || DataType.isFixedSizeList(type) || DataType.isStruct(type)) return jsonText(type, value);
  return plainText(cellOf(type, value));
}

/** A decoded cell as text, nested ones as JSON; null for null. */
export function plainText(cell: Cell): string | null {
  if (cell === null) return null;
  return typeof cell === "object" ? JSON.stringify(cell) : String(cell);
}
