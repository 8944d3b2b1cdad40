import { TextTable } from "./text-table.ts";

const texts = new TextTable((text) => text, 4096);

/**
 * The characters `[from, to)` of a text as the one string that equal ones before were given as: labels and headers
 * come again in one report after the other, and what is known of them is found sooner by a string that was hashed before.
 */
export function interned(text: string, from = 0, to: number = text.length): string {
  return texts.at(text, from, to);
}
