/** How documents begin that are often given the ending of a table: PDF, ZIP (xlsx, docx), old Office, RAR. */
const DOCUMENTS = ["%PDF-", "PK\u0003\u0004", "\u00d0\u00cf\u0011\u00e0", "Rar!"];

/** As much of a file as tells text from anything else. */
const LOOKED_AT = 4096;

/** Whether bytes are a text in any encoding: no document of another kind, and no zero bytes unless a mark says UTF-16. */
export function isText(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const start = bytes.subarray(0, LOOKED_AT);
  const begins = String.fromCharCode(...start.subarray(0, 8));
  return !start.includes(0) && !DOCUMENTS.some((mark) => begins.startsWith(mark));
}
