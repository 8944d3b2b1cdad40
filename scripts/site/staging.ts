import { fileURLToPath } from "node:url";

/** What is served beside the bundle, as it will lie in dist/: data/ and prepared/. */
export const STAGING = fileURLToPath(new URL("../../node_modules/.cache/duibiao/site", import.meta.url));
