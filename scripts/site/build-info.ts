import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import type { Manifest } from "../../src/compile/manifest.ts";
import type { PreparedFiles } from "../../src/engine/prepared-key.ts";
import packageJson from "../../package.json" with { type: "json" };
import { STAGING } from "./staging.ts";

const ID = "virtual:build-info";
const RESOLVED = `\0${ID}`;

function preparedFiles(): PreparedFiles {
  const folder = join(STAGING, "prepared");
  if (!existsSync(folder)) return {};
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return Object.fromEntries(
    names.sort().map((name) => {
      const answers = JSON.parse(readFileSync(join(folder, name), "utf8")) as Readonly<Record<string, unknown>>; // written by scripts/site/stage.ts
      return [name.slice(0, -".json".length), Object.keys(answers)];
    }),
  );
}

/** The module `virtual:build-info`: see src/build-info.d.ts for what it holds. */
export function buildInfo(): Plugin {
  return {
    name: "build-info",
    resolveId: (id) => (id === ID ? RESOLVED : null),
    load(id) {
      if (id !== RESOLVED) return null;
      const manifest = JSON.parse(readFileSync(join(STAGING, "data/manifest.json"), "utf8")) as Manifest; // written by our own compile
      const rows = (name: string) => manifest.tables.find((table) => table.name === name)?.rows ?? 0;
      const data = { fingerprint: manifest.fingerprint, agencies: rows("agency"), reports: rows("report") };
      return [
        `export const version = ${JSON.stringify(packageJson.version)};`,
        `export const data = ${JSON.stringify(data)};`,
        `export const prepared = ${JSON.stringify(preparedFiles())};`,
      ].join("\n");
    },
  };
}
