import { spawn, type ChildProcess } from "node:child_process";
import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { SimClock } from "../clock";

export interface AppProcess {
  /** Settles when the app is gone. */
  exited: Promise<number | null>;
  /** The last lines of its log. */
  lastLines(): Promise<string>;
  stop(): Promise<void>;
}

export interface AppProcessOptions {
  root: string;
  env: Readonly<Record<string, string>>;
  logFile: string;
  clock: SimClock;
  /** Further arguments of the app, such as --dev. */
  args?: readonly string[];
}

const inSimulator = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Starts the app as production would, except that a preload leads it into the simulated world. */
export function startApp(options: AppProcessOptions): AppProcess {
  const log = createWriteStream(options.logFile, { flags: "a" });
  const args = ["--import", inSimulator("preload.mjs"), "--import", inSimulator("demo/follow-parent.mjs"), "--import", "tsx", "app/server.ts", ...(options.args ?? [])];
  const child: ChildProcess = spawn(process.execPath, args, { cwd: options.root, env: { NODE_ENV: "production", ...options.env }, stdio: ["ignore", "pipe", "pipe", "ipc"] });
  child.stdout?.pipe(log, { end: false });
  child.stderr?.pipe(log, { end: false });
  const detach = options.clock.attach(child);
  // A message that crosses the app's end is nobody's trouble.
  child.on("error", () => undefined);
  const exited = new Promise<number | null>((resolve) => {
    child.once("exit", (code) => {
      detach();
      log.end();
      resolve(code);
    });
  });
  return {
    exited,
    lastLines: async () => (await readFile(options.logFile, "utf8").catch(() => "")).split("\n").slice(-20).join("\n"),
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), 10_000);
      await exited;
      clearTimeout(late);
    },
  };
}

/** The part of the environment that a child needs of ours: where programs are, and nothing that concerns the app. */
export function inheritedEnv(): Record<string, string> {
  const kept = ["PATH", "HOME", "TMPDIR", "TEMP", "TMP", "SystemRoot", "LANG", "TZ", "NODE_EXTRA_CA_CERTS"];
  return Object.fromEntries(kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name] ?? ""]])));
}
