import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** One request as the fake provider received it. */
export interface Seen {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Readonly<Record<string, string>>;
  body: string;
}

export interface FakeAnswer {
  status: number;
  body: string;
  headers?: Readonly<Record<string, string>>;
}

/** "hang" never answers. */
export type Handler = (seen: Seen) => FakeAnswer | "hang";

/** A real HTTP server on a free local port whose answers a test decides. */
export interface FakeProvider {
  url: string;
  seen: Seen[];
  answerWith(handler: Handler): void;
  close(): Promise<void>;
}

export async function startFakeProvider(): Promise<FakeProvider> {
  let handler: Handler = () => ({ status: 500, body: "" });
  const seen: Seen[] = [];
  const server: Server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const url = new URL(request.url ?? "/", "http://local");
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
      const one: Seen = { method: request.method ?? "", path: url.pathname, query: url.searchParams, headers, body };
      seen.push(one);
      const answer = handler(one);
      if (answer === "hang") return;
      response.writeHead(answer.status, answer.headers ?? {});
      response.end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    answerWith(next) {
      handler = next;
      seen.length = 0;
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
