/** A cell of an invented table. */
export interface Cell {
  readonly text: string;
  /** `statement item [code] measure value` in 万元; "" for words and blanks. */
  readonly means: string;
}

/** How a region prints its figures. */
export interface Figures {
  readonly unit: "万元" | "元";
  /** What stands for nothing: `0.00`, `-` or a blank. */
  readonly zero: string;
  readonly thousands: boolean;
}

export const word = (text: string): Cell => ({ text, means: "" });
export const blank = word("");

/** Makes cells of amounts in hundredths of 万元; what prints no digit means nothing. */
export function figures({ unit, zero, thousands }: Figures): (hundredths: number, means: string) => Cell {
  const printed = (hundredths: number): string => {
    const text = unit === "元" ? `${hundredths * 100}.00` : (hundredths / 100).toFixed(2);
    return thousands ? text.replace(/\B(?=(\d{3})+\.)/g, ",") : text;
  };
  return (hundredths, means) => {
    const text = hundredths === 0 ? zero : printed(hundredths);
    return { text, means: /\d/.test(text) ? `${means} ${hundredths / 100}` : "" };
  };
}
