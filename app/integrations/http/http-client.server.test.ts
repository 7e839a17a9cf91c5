import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";

import { afterEach, describe, expect, it } from "vitest";

import { createHttpClient, createHttpClients } from "./http-client.server";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const quick = { sleep: () => Promise.resolve(), random: () => 0 };

describe("createHttpClient", () => {
  it("gives status, lower-case headers and body, whatever the status", async () => {
    const url = await serve((_, response) => response.writeHead(418, { "X-Tea": "pot" }).end("short and stout"));
    const answer = await createHttpClient(quick).send({ method: "GET", url });
    expect(answer).toMatchObject({ status: 418, body: "short and stout", headers: { "x-tea": "pot" } });
  });

  it("reads the charset that the answer names", async () => {
    const url = await serve((_, response) => response.writeHead(200, { "content-type": "text/xml; charset=ISO-8859-1" }).end(Buffer.from([0x5a, 0xfc])));
    expect((await createHttpClient(quick).send({ method: "GET", url })).body).toBe("Zü");
  });

  it("stops reading at the cap", async () => {
    const url = await serve((_, response) => response.end("x".repeat(200_000)));
    const answer = await createHttpClient({ ...quick, maxBodyBytes: 100_000, retry: { attempts: 1 } }).send({ method: "GET", url });
    expect(answer).toMatchObject({ status: 0, body: "the answer is larger than allowed" });
  });

  it("gives up in time, in mid-body too", async () => {
    const url = await serve((_, response) => void response.writeHead(200).write("begin"));
    const answer = await createHttpClient({ ...quick, retry: { attempts: 1 } }).send({ method: "GET", url, timeoutMs: 50 });
    expect(answer).toMatchObject({ status: 0, body: "no answer in time" });
  });

  it("follows a redirect on the same host and no other", async () => {
    const far = await serve((_, response) => response.end("secrets, please"));
    const near = await serve((request, response) => {
      if (request.url === "/old") response.writeHead(302, { location: "/new" }).end();
      else if (request.url === "/away") response.writeHead(307, { location: far }).end();
      else response.end("here");
    });
    const client = createHttpClient({ ...quick, retry: { attempts: 1 } });
    expect((await client.send({ method: "GET", url: `${near}/old` })).body).toBe("here");
    expect(await client.send({ method: "GET", url: `${near}/away` })).toMatchObject({ status: 0, body: "the answer sends us to another host" });
  });

  it("tries again what may be tried again, and nothing else", async () => {
    let asked = 0;
    const url = await serve((_, response) => {
      asked += 1;
      response.writeHead(asked < 3 ? 503 : 200).end("ok");
    });
    expect((await createHttpClient(quick).send({ method: "GET", url })).status).toBe(200);
    asked = 0;
    expect((await createHttpClient(quick).send({ method: "POST", url })).status).toBe(503);
    asked = 0;
    expect((await createHttpClient(quick).send({ method: "POST", url, idempotent: true })).status).toBe(200);
  });

  it("waits as long as it is told when that is short, and not at all when it is long", async () => {
    const waits: number[] = [];
    let after = "2";
    const url = await serve((_, response) => response.writeHead(429, { "retry-after": after }).end());
    const client = createHttpClient({ random: () => 0, sleep: (ms) => Promise.resolve(void waits.push(ms)) });
    await client.send({ method: "GET", url });
    expect(waits).toEqual([2000, 2000]);
    after = "3600";
    await client.send({ method: "GET", url });
    expect(waits).toEqual([2000, 2000]);
  });

  it("stops asking who fails again and again, for one connection alone", async () => {
    let asked = 0;
    const url = await serve((_, response) => {
      asked += 1;
      response.writeHead(500).end();
    });
    const clients = createHttpClients({ ...quick, retry: { attempts: 1 }, circuit: { failures: 3, openMs: 60_000 } });
    for (let time = 0; time < 5; time += 1) await clients.for("ups:a").send({ method: "GET", url });
    expect(asked).toBe(3);
    expect((await clients.for("ups:a").send({ method: "GET", url })).headers["x-circuit"]).toBe("open");
    expect((await clients.for("ups:b").send({ method: "GET", url })).status).toBe(500);
  });

  it("says plainly that nothing listens", async () => {
    const answer = await createHttpClient({ ...quick, retry: { attempts: 1 } }).send({ method: "GET", url: "http://127.0.0.1:1/" });
    expect(answer.status).toBe(0);
    expect(answer.body).toMatch(/^the connection failed/);
  });
});
