/**
 * Characters whose reading in names of places is another than the one Chinese collation takes, each
 * with one of that reading: 长春 stands with C, not with Z.
 */
const READ_AS: Readonly<Record<string, string>> = {
  长: "常",
  重: "虫",
  厦: "夏",
  朝: "潮",
  单: "善",
  六: "路",
  番: "潘",
  蔚: "玉",
};

const collator = new Intl.Collator("zh-CN");
const asRead = (name: string): string =>
  name.replace(/[长重厦朝单六番蔚]/gu, (character) => READ_AS[character] ?? character);

/** Names of agencies in the order of their pinyin, English ones in that of the alphabet. */
export function compareNames(a: string, b: string): number {
  return collator.compare(asRead(a), asRead(b)) || collator.compare(a, b);
}
