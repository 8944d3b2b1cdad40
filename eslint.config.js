import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";
import svelteConfig from "./svelte.config.js";

/**
 * What each folder of src/ may import of ours (CONTRIBUTING.md, «Layers»). Everything not named is
 * refused, so that the arrows between folders stay readable.
 */
const LAYERS = {
  domain: [],
  i18n: ["domain/english-units"],
  report: ["domain"],
  audit: ["domain", "report/types"],
  model: ["domain"],
  compare: ["domain"],
  compile: ["domain", "report", "audit", "model"],
  engine: ["domain", "model"],
  charts: ["domain", "model/metrics", "i18n", "styles"],
  state: ["domain", "model", "compare", "engine", "i18n"],
  ui: ["domain", "model", "compare", "charts", "state", "i18n", "styles"],
  screens: ["domain", "model", "compare", "charts", "state", "i18n", "styles", "ui"],
};
const FOLDERS = [...Object.keys(LAYERS), "styles"];

const layerRules = Object.entries(LAYERS).map(([folder, allowed]) => ({
  files: [`src/${folder}/**/*.{ts,svelte}`],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: FOLDERS.filter((other) => other !== folder && !allowed.includes(other)).map((other) => {
          const partly = allowed.filter((entry) => entry.startsWith(`${other}/`));
          return {
            group: [
              `**/${other}/**`,
              ...partly.flatMap((entry) => [`!**/${entry}`, `!**/${entry}.ts`, `!**/${entry}/**`]),
            ],
            message: `src/${folder} may not import src/${other}.`,
          };
        }),
      },
    ],
  },
}));

export default ts.config(
  { ignores: ["node_modules", "dist", "data", "src/i18n/generated", "src/i18n/project.inlang"] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-invalid-void-type": "off",
      "@typescript-eslint/consistent-type-imports": "error",
      eqeqeq: "error",
      "no-console": "off",
    },
  },
  {
    files: ["src/**/*.{ts,svelte}"],
    rules: { "no-console": "error" },
  },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: [".svelte"], svelteConfig } },
    rules: { "no-undef": "off" },
  },
  { files: ["**/*.ts"], rules: { "no-undef": "off" } },
  ...layerRules,
);
