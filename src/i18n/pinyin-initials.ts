/** The first character of each letter in the order of Chinese collation by pinyin; I, U and V begin no syllable. */
const FIRST_OF_LETTER = [
  ["a", "阿"],
  ["b", "八"],
  ["c", "嚓"],
  ["d", "哒"],
  ["e", "妸"],
  ["f", "发"],
  ["g", "旮"],
  ["h", "哈"],
  ["j", "丌"],
  ["k", "咔"],
  ["l", "垃"],
  ["m", "妈"],
  ["n", "拏"],
  ["o", "噢"],
  ["p", "妑"],
  ["q", "七"],
  ["r", "呥"],
  ["s", "仨"],
  ["t", "他"],
  ["w", "穵"],
  ["x", "夕"],
  ["y", "丫"],
  ["z", "帀"],
] as const;

/** Whether this collation knows pinyin at all: a browser built without Chinese orders by code points. */
const collator = new Intl.Collator("zh-Hans-CN-u-co-pinyin");
const knowsPinyin = collator.compare("阿", "丫") < 0 && collator.compare("重", "轻") > 0;

/** Characters of several readings in names of places and offices, with the reading that collation does not take. */
const READ_OTHERWISE: Readonly<Record<string, string>> = {
  长: "c",
  重: "c",
  厦: "x",
  朝: "c",
  单: "s",
  行: "h",
  调: "t",
  会: "h",
  六: "l",
  乐: "y",
  蔚: "y",
  尉: "y",
  莘: "x",
  番: "p",
  阿: "e",
};

/**
 * First letters of a name's pinyin, for names that only the data knows (`zzsb` for 株洲社保), by the
 * order of the browser's own collation: no dictionary to carry. Where characters have another usual
 * reading, a second text follows (`zc cc` for 长春). Letters and digits stay; empty where the browser
 * cannot.
 */
export function initialsOf(text: string): string {
  if (!knowsPinyin) return "";
  const characters = [...text.toLowerCase()];
  const usual = characters.map(initialOf).join("");
  const otherwise = characters.map((character) => READ_OTHERWISE[character] ?? initialOf(character)).join("");
  return usual === otherwise ? usual : `${usual} ${otherwise}`;
}

function initialOf(character: string): string {
  if (/[a-z0-9]/.test(character)) return character;
  if (!/\p{Script=Han}/u.test(character)) return "";
  return FIRST_OF_LETTER.findLast(([, first]) => collator.compare(first, character) <= 0)?.[0] ?? "";
}
