/** Letters of a syllable in pinyin, one with a tone among them. */
const TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ";
const READING = new RegExp(`(?<=[\\u3400-\\u9fff])[(（](?=[a-zü]{0,5}[${TONED}])[a-zü${TONED}]{1,7}[)）]`, "g");
/** All letters with a tone lie between these; few texts have any letter there. */
const ACCENTED = /[\u00e0-\u01dc]/;
const ANY = new RegExp(`[${TONED}][a-zü]{0,3}[)）]`);
/** Takes the room of a character inside a line without being a gap between columns. */
const FILLER = "\u200b";

/**
 * The text without the readings that some web pages print behind traditional characters, character for character
 * of the same length, so that spans stay valid; the same string where there are none.
 *
 *     部門(mén)預(yù)算收入      部門     預    算收入
 */
export function withoutReadings(text: string): string {
  if (!ACCENTED.test(text) || !ANY.test(text)) return text;
  const blanked = text.replace(READING, (reading) => FILLER.repeat(reading.length));
  // At the end of a line what was blanked is white space.
  return blanked.replace(/\u200b+$/gm, (run) => " ".repeat(run.length));
}
