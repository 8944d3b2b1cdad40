import type { Plugin } from "vite";
import { OPENING_SCRIPT_SOURCE } from "./opening-picture.ts";

/** No other host for anything; the engine's program may be compiled, nothing may be evaluated. */
export const POLICY = [
  "default-src 'self'",
  `script-src 'self' 'wasm-unsafe-eval' ${OPENING_SCRIPT_SOURCE}`,
  "worker-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  "style-src 'self' 'unsafe-inline'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'none'",
].join("; ");

/** Puts the policy into the built page, so that it holds on any server. The dev server needs inline scripts. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: "content-security-policy",
    apply: "build",
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: POLICY },
        injectTo: "head-prepend",
      },
    ],
  };
}
