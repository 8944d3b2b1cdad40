import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

/** Tests of state classes and charts: runes only run when Svelte compiles for the browser. */
const JSDOM = [
  "tests/state/**/*.test.ts",
  "tests/charts/**/*.test.ts",
  "tests/ui/**/*.test.ts",
  "tests/i18n/**/*.test.ts",
  "tests/screens/*.state.*test.ts",
  "tests/screens/*/**/*.test.ts",
];
/** Tests of the built site in a real browser: they want `dist/`. */
const BROWSER = ["tests/browser/**/*.test.ts", "tests/screens/*.test.ts"];

/** A busy machine may be ten times slower than a quiet one: nothing may fail for that, ms. */
const PATIENCE = 60_000;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "node",
          include: ["tests/**/*.test.ts"],
          exclude: [...JSDOM, ...BROWSER],
          environment: "node",
          testTimeout: PATIENCE,
          hookTimeout: PATIENCE,
          expect: { poll: { timeout: PATIENCE / 2 } },
        },
      },
      {
        plugins: [svelte()],
        resolve: { conditions: ["browser"] },
        test: { name: "jsdom", include: JSDOM, environment: "jsdom", testTimeout: PATIENCE, hookTimeout: PATIENCE },
      },
      {
        test: {
          name: "browser",
          include: BROWSER,
          exclude: ["tests/screens/*.state.*test.ts"],
          environment: "node",
          testTimeout: 2 * PATIENCE,
          hookTimeout: 2 * PATIENCE,
          // A page answers when it can; what is expected of it is polled for, not slept for.
          expect: { poll: { timeout: 20_000 } },
          // One Chromium at a time: several at once make each other slow on small machines.
          fileParallelism: false,
        },
      },
    ],
  },
});
