import { createServer } from "node:net";

/**
 * Ports a test may choose. Systems hand out others by themselves to outgoing connections (from 32768 on Linux, from
 * 49152 elsewhere), so that one of those can be taken between the look and the use, or while a server is down.
 */
const FIRST = 10_000;
const LAST = 32_000;

/** Whether nobody listens on a port of a host. A host the machine does not have counts as free. */
export async function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => resolve(error.code !== "EADDRINUSE" && error.code !== "EACCES"));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

/**
 * The first of `count` ports in a row that are free on this machine, somewhere below those it hands out itself.
 * @throws Error after a hundred places without room
 */
export async function freePorts(count = 1): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const base = FIRST + Math.floor(Math.random() * (LAST - FIRST - count));
    if (await allFree(base, count)) return base;
  }
  throw new Error(`There are no ${count} free ports in a row between ${FIRST} and ${LAST}.`);
}

async function allFree(base: number, count: number): Promise<boolean> {
  for (let port = base; port < base + count; port++) {
    for (const host of ["127.0.0.1", "::1"]) if (!(await isFree(port, host))) return false;
  }
  return true;
}
