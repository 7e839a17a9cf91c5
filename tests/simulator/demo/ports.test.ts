import { createServer } from "node:net";
import { expect, it } from "vitest";
import { portsFrom, readBasePort, takenPorts } from "./ports";

it("says plainly which port is taken", async () => {
  const other = createServer();
  const port = await new Promise<number>((resolve) => other.listen(0, "127.0.0.1", () => resolve((other.address() as { port: number }).port)));
  const ports = { ...portsFrom(port), app: port };
  expect((await takenPorts(ports)).filter((sentence) => sentence.includes("(the app)"))).toEqual([`Port ${port} (the app) is taken.`]);
  await new Promise((resolve) => other.close(resolve));
});

it("reads PORT and refuses what is none", () => {
  expect(readBasePort(undefined)).toBe(4_000);
  expect(readBasePort("5000")).toBe(5_000);
  expect(() => readBasePort("80")).toThrow("1024");
  expect(() => readBasePort("abc")).toThrow("PORT=abc");
});
