import { fileURLToPath } from "node:url";

/** The screen that an address without one opens: its answers come in one file. */
export const FIRST_SCREEN = "overview";

/**
 * What is served beside the bundle, as it will lie in dist/: data/ and prepared/. A build of its
 * own, such as the one that is tested, brings another folder.
 */
export const STAGING =
  process.env["DUIBIAO_STAGING"] ?? fileURLToPath(new URL("../../node_modules/.cache/duibiao/site", import.meta.url));
