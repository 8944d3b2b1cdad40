/** Hands a file to the browser's downloads. The name's characters that file systems refuse become `-`. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name.replace(/[\\/:*?"<>|\s]+/g, "-");
  link.click();
  // The click has started the download; some browsers read the address a moment later.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 10_000);
}
