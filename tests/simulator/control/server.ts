import { createServer, type Server } from "node:http";
import type { Express } from "express";

/** An HTTP server that can be started and, with all its connections, stopped. */
export interface RunningServer {
  port: number;
  close(): Promise<void>;
}

/**
 * Listens, on port 0 wherever there is room.
 * @throws the error of listen(), EADDRINUSE among them
 */
export async function serve(app: Express, port: number, host = "127.0.0.1"): Promise<RunningServer> {
  const server: Server = createServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : port,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
