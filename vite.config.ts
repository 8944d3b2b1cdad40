import { paraglideVitePlugin } from "@inlang/paraglide-js";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";
import { bareSql } from "./scripts/site/bare-sql.ts";
import { buildInfo } from "./scripts/site/build-info.ts";
import { contentSecurityPolicy } from "./scripts/site/content-security-policy.ts";
import { engineProgram } from "./scripts/site/engine-program.ts";
import { MESSAGES } from "./scripts/site/messages.ts";
import { CHUNKS, preloadOpening } from "./scripts/site/preload-opening.ts";
import { STAGING } from "./scripts/site/staging.ts";

export default defineConfig({
  // Served from any path, without server rules.
  base: "./",
  // Tables, manifest and prepared answers, put there by scripts/site/stage.ts.
  publicDir: STAGING,
  plugins: [
    paraglideVitePlugin(MESSAGES),
    bareSql(),
    svelte(),
    buildInfo(),
    contentSecurityPolicy(),
    engineProgram(),
    preloadOpening(),
  ],
  // DuckDB finds its program by address; bundled ahead of time in dev it would lose it.
  optimizeDeps: { exclude: ["@duckdb/duckdb-wasm"] },
  build: {
    target: "es2023",
    modulePreload: { polyfill: false },
    // The engine's program and worker are what they are; anything else this big is a mistake.
    chunkSizeWarningLimit: 700,
    // How long plugins took is no business of a reader who builds the site.
    rolldownOptions: {
      checks: { pluginTimings: false },
      output: { codeSplitting: { groups: CHUNKS } },
      // A query does nothing before it is asked: one that the opening does not ask need not be in its file.
      treeshake: { moduleSideEffects: [{ test: /\/src\/(?:model|domain|compare)\//, sideEffects: false }] },
    },
  },
});
