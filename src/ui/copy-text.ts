/**
 * Puts text on the clipboard; says whether it got there. Pages on a plain-http intranet server have
 * no `navigator.clipboard`, so the older way is tried as well.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    // Absent without https, whatever the type says.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    if (clipboard !== undefined) {
      await clipboard.writeText(text);
      return true;
    }
  } catch {
    // Refused: the older way may still be allowed.
  }
  const put = (event: ClipboardEvent): void => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
  };
  document.addEventListener("copy", put, { once: true });
  const copied = document.execCommand("copy");
  document.removeEventListener("copy", put);
  return copied;
}
