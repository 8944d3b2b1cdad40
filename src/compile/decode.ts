import { isUtf8, transcode } from "node:buffer";
import { ReportError } from "../report/error.ts";
import type { ReportText } from "../report/types.ts";

const EXTRACT = "Extract the text first (UTF-8, tables as tab-separated lines) and compile that file.";

/** First bytes of the formats that people mistake for text, by what they are. */
const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly what: string }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46], what: "a PDF" },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], what: "an old Word or Excel file" },
  { bytes: [0x50, 0x4b, 0x03, 0x04], what: "a Word, Excel or ZIP file" },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], what: "an RTF file" },
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: "a PNG image" },
  { bytes: [0xff, 0xd8, 0xff], what: "a JPEG image" },
];

const startsWith = (bytes: Uint8Array, prefix: readonly number[]): boolean =>
  prefix.every((byte, index) => bytes[index] === byte);

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-8 without its mark; null for any other bytes. Ten times faster than a TextDecoder, which most of a file's time went into. */
function decodeUtf8(bytes: Uint8Array): string | null {
  if (!isUtf8(bytes)) return null;
  return transcode(startsWith(bytes, UTF8_MARK) ? bytes.subarray(UTF8_MARK.length) : bytes, "utf8", "ucs2").toString(
    "ucs2",
  );
}

const UTF8_MARK = [0xef, 0xbb, 0xbf];

/** `utf-16le`, `utf-16be` or null, by the side on which the zero bytes of line ends and digits lie. */
function utf16WithoutMark(bytes: Uint8Array): string | null {
  let even = 0;
  let odd = 0;
  bytes.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) even++;
    else odd++;
  });
  if (odd > 0 && even * 20 < odd) return "utf-16le";
  if (even > 0 && odd * 20 < even) return "utf-16be";
  return null;
}

/** Any character of control but those of text: tabs, line ends and form feeds. */
const CONTROL = /[^\P{Cc}\t\n\f\r]/u;

/** Control characters that no text holds. */
function controlCharacters(text: string): number {
  if (!CONTROL.test(text)) return 0;
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if ((code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0c && code !== 0x0d) || code === 0x7f) count++;
  }
  return count;
}

/** A page or two of extracted text may carry a stray control character; one in two hundred is no text. */
const isText = (text: string): boolean => controlCharacters(text) * 200 <= text.length;

function lineOf(text: string, character: string): number {
  return text.slice(0, text.indexOf(character)).split(/\r\n|\r|\n/).length;
}

/** UTF-8 in which some bytes are broken: the line of the first one, or null when it is no UTF-8 at all. */
function damagedUtf8Line(bytes: Uint8Array): number | null {
  const text = new TextDecoder("utf-8").decode(bytes);
  const broken = text.split("\ufffd").length - 1;
  return broken * 100 <= text.length ? lineOf(text, "\ufffd") : null;
}

function textOf(bytes: Uint8Array, sourceName: string): string {
  const refused = (line: number | null, reason: string, remedy: string) =>
    new ReportError(sourceName, line, reason, remedy);
  if (bytes.length === 0) {
    throw refused(null, "the file is empty; expected the text of a report.", "Extract the text again or leave it out.");
  }
  const signature = SIGNATURES.find((entry) => startsWith(bytes, entry.bytes));
  if (signature !== undefined) throw refused(null, `this is ${signature.what}, not text.`, EXTRACT);
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder("utf-16le").decode(bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes.includes(0)) {
    const encoding = utf16WithoutMark(bytes);
    const text = encoding === null ? null : decodeStrictly(bytes, encoding);
    if (text !== null && isText(text)) return text;
    throw refused(null, "this is a binary file (it holds zero bytes), not text.", EXTRACT);
  }
  const utf8 = decodeUtf8(bytes);
  if (utf8 !== null) {
    if (isText(utf8)) return utf8;
    throw refused(null, "this is a binary file (it is full of control characters), not text.", EXTRACT);
  }
  const damaged = damagedUtf8Line(bytes);
  if (damaged !== null) {
    throw refused(damaged, "these bytes are not valid UTF-8, though the rest is.", "Save the file again as UTF-8.");
  }
  const gb18030 = decodeStrictly(bytes, "gb18030");
  if (gb18030 !== null && isText(gb18030)) return gb18030;
  throw refused(null, "this is neither UTF-8, UTF-16 nor GBK/GB18030 text.", EXTRACT);
}

/**
 * Text of a source file: UTF-8 (with or without mark), UTF-16 or GBK/GB18030; line ends become `\n`.
 *
 * @throws ReportError for an empty file, a binary, bytes of no known encoding, or white space only.
 */
export function decodeReport(bytes: Uint8Array, sourceName: string): ReportText {
  const printed = textOf(bytes, sourceName).replace(/^\ufeff/, "");
  const text = printed.includes("\r") ? printed.replace(/\r\n?/g, "\n") : printed;
  if (text.trim() === "") {
    throw new ReportError(
      sourceName,
      null,
      "the file holds only white space; expected the text of a report.",
      "Extract the text again or leave it out.",
    );
  }
  return { sourceName, text };
}
