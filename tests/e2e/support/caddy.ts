import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { sleep } from "../../simulator/demo/app-health";

const CADDY = process.env.CADDY ?? "/usr/bin/caddy";
const CADDYFILE = fileURLToPath(new URL("../../../Caddyfile", import.meta.url));

export interface RunningCaddy {
  url: string;
  stop(): Promise<void>;
}

/**
 * Starts Caddy with the Caddyfile that compose.yaml mounts.
 * @param options.port where it listens
 * @param options.to the app, host and port
 * @throws Error when Caddy is not installed, or does not start
 */
export async function startCaddy(options: { port: number; to: string }): Promise<RunningCaddy> {
  if (!existsSync(CADDY)) throw new Error(`This test needs Caddy at ${CADDY}: apt-get install caddy, or set CADDY.`);
  const folder = mkdtempSync(join(tmpdir(), "milepost-caddy-"));
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder, PORT: String(options.port), WEB: options.to };
  const child = spawn(CADDY, ["run", "--config", CADDYFILE, "--adapter", "caddyfile"], { env, stdio: ["ignore", "ignore", "pipe"] });
  let output = "";
  child.stderr.on("data", (part: Buffer) => (output = (output + part.toString("utf8")).slice(-5_000)));
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const url = `http://127.0.0.1:${options.port}`;
  const end = Date.now() + 30_000;
  while (!(await fetch(`${url}/healthz`).then((answer) => answer.ok, () => false))) {
    if (child.exitCode !== null || Date.now() > end) throw new Error(`Caddy does not pass requests on: ${output}`);
    await sleep(50);
  }
  return {
    url,
    async stop() {
      child.kill("SIGTERM");
      await exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
