import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import sirv from "sirv";

export interface Site {
  /** With a slash at its end. */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Serves a built folder as a plain static server would: precompressed copies where the browser takes
 * them, `assets/` cached for ever (their names carry their content), the rest asked for again.
 *
 * @param port 0 takes any free one.
 */
export async function serveFolder(folder: string, port: number): Promise<Site> {
  const files = sirv(folder, {
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders: (response, pathname) => {
      const immutable = pathname.startsWith("/assets/");
      response.setHeader("Cache-Control", immutable ? "public, max-age=31536000, immutable" : "no-cache");
      if (pathname.endsWith(".parquet")) response.setHeader("Content-Type", "application/vnd.apache.parquet");
      response.setHeader("X-Content-Type-Options", "nosniff");
    },
  });
  const server = createServer((request, response) => {
    files(request, response, () => {
      response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" }).end("Not found");
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, resolve);
  });
  const { port: taken } = server.address() as AddressInfo; // a TCP server that listens has one
  return { address: `http://localhost:${taken}/`, close: () => closed(server) };
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    server.closeAllConnections();
  });
}
