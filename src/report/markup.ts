/** Tags of tables stay: their rows and cells are read as such; `<b>` opens a paragraph. */
const KEPT = /^<\/?(?:table|tbody|thead|tfoot|tr|td|th|colgroup|col|caption|b)\b/i;
const TAG = /<\/?[a-zA-Z][a-zA-Z0-9:]{0,15}(?:\s[^<>\n]{0,600})?\/?>|<!--[^\n]{0,600}?-->|<!doctype[^<>\n]{0,300}>/gi;
/** What a page runs or draws with, and no reader sees. */
const UNSEEN = ["script", "style", "head"] as const;
const ENTITY = /&(?:#(\d{2,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi;
const NAMED: Readonly<Record<string, string>> = {
  nbsp: " ",
  ensp: " ",
  emsp: " ",
  thinsp: " ",
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  ldquo: "“",
  rdquo: "”",
  lsquo: "‘",
  rsquo: "’",
  mdash: "—",
  ndash: "–",
  hellip: "…",
  middot: "·",
  times: "×",
  yen: "¥",
};
/** Takes the room of a mark inside a line without being a gap between columns. */
const FILLER = "\u200b";

/**
 * The text of a web page with its tags blanked and its entities resolved, character for character
 * of the same length, so that lines and spans stay valid; the same string where there is no markup.
 *
 *     <p>本年支出合计<span>310.50</span>&#19975;元</p>
 *        ^^^^^^^^^^^^      ^^^^^^       ^       ^
 */
export function withoutMarkup(text: string): string {
  if (!text.includes("<") && !text.includes("&")) return text;
  const blanked = UNSEEN.reduce(withoutBlocks, text)
    .replace(TAG, (tag) => (KEPT.test(tag) ? tag : blank(tag)))
    .replace(ENTITY, (printed, decimal?: string, hexadecimal?: string, name?: string) => {
      const character = resolved(decimal, hexadecimal, name);
      return character === null ? printed : character + FILLER.repeat(printed.length - 1);
    });
  if (blanked === text) return text;
  // At both ends of a line what was blanked is white space.
  return blanked.replace(/^\u200b+|\u200b+$/gm, (run) => " ".repeat(run.length));
}

/** As long and with the same lines: a tag may be broken over two. */
const blank = (markup: string): string => markup.replace(/[^\r\n]/g, FILLER);

/** The text with every `<name …>…</name>` blanked; a block that nothing closes stays. */
function withoutBlocks(text: string, name: (typeof UNSEEN)[number]): string {
  const opening = new RegExp(`<${name}(?=[\\s>])`, "gi");
  const closing = new RegExp(`</${name}\\s*>`, "gi");
  let kept = "";
  let from = 0;
  for (let open = opening.exec(text); open !== null; open = opening.exec(text)) {
    closing.lastIndex = open.index;
    const close = closing.exec(text);
    if (close === null) break;
    const end = close.index + close[0].length;
    kept += text.slice(from, open.index) + blank(text.slice(open.index, end));
    from = end;
    opening.lastIndex = end;
  }
  return from === 0 ? text : kept + text.slice(from);
}

/** One character, or null for an entity that is none. */
function resolved(decimal?: string, hexadecimal?: string, name?: string): string | null {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? null;
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number(decimal);
  return code >= 0x20 && code <= 0xffff ? String.fromCharCode(code) : null;
}
