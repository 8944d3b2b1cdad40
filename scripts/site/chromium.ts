import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const MAC = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** No GPU, no sandbox inside containers, and nothing that calls home. */
export const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

function onPath(name: string): string | null {
  const found = spawnSync("which", [name], { encoding: "utf8" });
  return found.status === 0 ? found.stdout.trim() : null;
}

/** A Chromium on this machine: `CHROMIUM_PATH`, else an installed one, else null. */
export function findChromium(): string | null {
  const named = process.env["CHROMIUM_PATH"];
  if (named !== undefined && named !== "") {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH is ${named}, but there is no such file.`);
    return named;
  }
  return NAMES.map(onPath).find((path) => path !== null) ?? MAC.find((path) => existsSync(path)) ?? null;
}

/** Finds a Chromium, or installs Debian's where this process may. @throws Error with what to install. */
export function ensureChromium(): string {
  const found = findChromium();
  if (found !== null) return found;
  if (process.getuid?.() === 0 && onPath("apt-get") !== null) {
    console.log("no browser found; installing Debian's chromium and fonts-noto-cjk");
    const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const quietly = { stdio: ["ignore", "ignore", "inherit"] as ["ignore", "ignore", "inherit"], env: environment };
    execFileSync("apt-get", ["update", "-qq"], quietly);
    execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-noto-cjk"], quietly);
    const installed = findChromium();
    if (installed !== null) return installed;
  }
  throw new Error("Install Chromium or Google Chrome (and a Chinese font), or set CHROMIUM_PATH to one.");
}
