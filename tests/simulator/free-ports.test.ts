import { createServer } from "node:net";

import { describe, expect, it } from "vitest";

import { freePorts, isFree } from "./free-ports";

describe("free ports", () => {
  it("come in a row, below those the system hands out", async () => {
    const base = await freePorts(9);
    expect(base + 9).toBeLessThan(32_768);
    for (let port = base; port < base + 9; port++) expect(await isFree(port, "127.0.0.1")).toBe(true);
  });

  it("are not the ones somebody listens on", async () => {
    const server = createServer();
    const port = await freePorts();
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
    expect(await isFree(port, "127.0.0.1")).toBe(false);
    await new Promise((resolve) => server.close(resolve));
  });
});
