import { fileURLToPath } from "node:url";

/**
 * What is served beside the bundle, as it will lie in dist/: data/ and prepared/. A build of its
 * own, such as the one that is tested, brings another folder.
 */
export const STAGING =
  process.env["DUIBIAO_STAGING"] ?? fileURLToPath(new URL("../../node_modules/.cache/duibiao/site", import.meta.url));
