import type { HtmlTagDescriptor, Plugin, Rolldown } from "vite";

/** The page's frame and its first screen, with all that they import, as one file instead of twenty. */
const OPENING_CHUNK = {
  name: "opening",
  test: /\/src\/(?:start\.ts|screens\/overview\/Overview\.svelte)$/,
  priority: 1,
};

/** What goes into one file; of two that want a module the one of higher priority has it. */
export const CHUNKS = [
  {
    // What runs before the first paint, and is small for that.
    name: "first",
    test: /\/src\/(?:main|state\/first-chart|engine\/(?:worker|start-error))\.ts$|virtual:build-info|vite\/preload-helper/,
    priority: 2,
  },
  OPENING_CHUNK,
  { name: "engine", test: /\/src\/engine\/page\.ts$/, priority: 0 },
];

/** Code and styles of the opening chunk and of everything it imports. */
function openingFiles(bundle: Rolldown.OutputBundle): Set<string> {
  const files = new Set<string>();
  const visit = (file: string): void => {
    const chunk = bundle[file];
    if (chunk?.type !== "chunk" || files.has(file)) return;
    files.add(file);
    chunk.viteMetadata?.importedCss.forEach((style) => files.add(style));
    chunk.imports.forEach(visit);
  };
  for (const [file, output] of Object.entries(bundle)) {
    if (output.type === "chunk" && output.name === OPENING_CHUNK.name) visit(file);
  }
  return files;
}

const link = (file: string, attrs: Readonly<Record<string, string>>): HtmlTagDescriptor => ({
  tag: "link",
  attrs: { ...attrs, crossorigin: true, href: `./${file}` },
  injectTo: "head",
});

/**
 * Lets the browser fetch the opening's code and styles while it still parses the page, without
 * waiting for the small file that runs first.
 */
export function preloadOpening(): Plugin {
  return {
    name: "preload-opening",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle }) {
        if (bundle === undefined) return [];
        const files = [...openingFiles(bundle)].filter((file) => !html.includes(file));
        return files.map((file) =>
          link(file, file.endsWith(".css") ? { rel: "stylesheet" } : { rel: "modulepreload" }),
        );
      },
    },
  };
}
