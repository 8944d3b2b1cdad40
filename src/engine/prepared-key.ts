/** JSON with sorted keys and without undefined parts: equal parameters give equal text. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`);
  return `{${entries.join(",")}}`;
}

/** 32-bit FNV-1a over UTF-16 units, from a given start. */
function fnv1a(text: string, start: number): number {
  let hash = start;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

const hexadecimal = (value: number): string => value.toString(16).padStart(8, "0");

/**
 * Name of the prepared answer to a named query: the same parameters, in whatever order, give the
 * same name. 64 bits, computed at once, since a page has to know before it paints.
 */
export function preparedKey(query: string, params: object): string {
  const text = canonical(params);
  return `${query}-${hexadecimal(fnv1a(text, 0x811c9dc5))}${hexadecimal(fnv1a(text, 0x9747b28c))}`;
}

/**
 * Address of a file of prepared answers, relative to the page. The fingerprint of the data in it
 * lets a browser keep the file as long as the data stays, and no longer.
 */
export function preparedPath(file: string, fingerprint: string): string {
  return `prepared/${file}.json?v=${fingerprint.slice(0, 12)}`;
}

/** Files of prepared answers, and the keys of the answers in each. */
export type PreparedFiles = Readonly<Record<string, readonly string[]>>;
