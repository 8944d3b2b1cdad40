import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { HtmlTagDescriptor, Plugin, Rolldown } from "vite";
import type { Manifest } from "../../src/compile/manifest.ts";
import { preparedKey, preparedPath } from "../../src/engine/prepared-key.ts";
import { OPENING } from "../../src/model/queries/index.ts";
import { STAGING } from "./staging.ts";

const SCREEN = "screens/overview/Overview.svelte";

/** Code and styles of the chunk of a screen and of everything it imports. */
function filesOfScreen(bundle: Rolldown.OutputBundle): Set<string> {
  const files = new Set<string>();
  const visit = (file: string): void => {
    const chunk = bundle[file];
    if (chunk?.type !== "chunk" || files.has(file)) return;
    files.add(file);
    chunk.viteMetadata?.importedCss.forEach((style) => files.add(style));
    chunk.imports.forEach(visit);
  };
  for (const [file, output] of Object.entries(bundle)) {
    if (output.type === "chunk" && output.moduleIds.some((id) => id.endsWith(SCREEN))) visit(file);
  }
  return files;
}

function preparedFiles(): string[] {
  const manifest = JSON.parse(readFileSync(join(STAGING, "data/manifest.json"), "utf8")) as Manifest; // written by our own compile
  return OPENING.overview.map(({ query, params }) =>
    preparedPath(preparedKey(query.name, params), manifest.fingerprint),
  );
}

const link = (file: string, attrs: Readonly<Record<string, string>>): HtmlTagDescriptor => ({
  tag: "link",
  attrs: { ...attrs, crossorigin: true, href: `./${file}` },
  injectTo: "head",
});

/**
 * Lets the browser fetch what the overview draws its first chart from while it still parses the
 * page: without it code, then screen, then answers are asked for one after the other.
 */
export function preloadOpening(): Plugin {
  return {
    name: "preload-opening",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle }) {
        if (bundle === undefined) return [];
        const files = [...filesOfScreen(bundle)].filter((file) => !html.includes(file));
        return [
          ...files.map((file) =>
            link(file, file.endsWith(".css") ? { rel: "preload", as: "style" } : { rel: "modulepreload" }),
          ),
          ...preparedFiles().map((file) => link(file, { rel: "preload", as: "fetch" })),
        ];
      },
    },
  };
}
