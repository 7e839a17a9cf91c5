import { spawn } from "node:child_process";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

const SOURCES = ["app", "public", "package.json", "vite.config.ts", "vite.node.config.ts", "tsconfig.json"];

/** The newest change under a path, milliseconds; 0 where there is nothing. Tests are no part of the app. */
async function newest(path: string): Promise<number> {
  const here = await stat(path).catch(() => null);
  if (!here) return 0;
  if (!here.isDirectory()) return /\.test\.tsx?$/.test(path) ? 0 : here.mtimeMs;
  const inner = await Promise.all((await readdir(path)).map((name) => newest(join(path, name))));
  return Math.max(0, ...inner);
}

/** Whether the Remix build is missing or older than what it is made of. */
export async function needsBuild(root: string): Promise<boolean> {
  const built = await stat(join(root, "build/server/index.js")).catch(() => null);
  if (!built) return true;
  return Math.max(...(await Promise.all(SOURCES.map((path) => newest(join(root, path)))))) > built.mtimeMs;
}

/**
 * Runs `npm run build`, quietly.
 * @throws Error with the last lines of its output when it fails
 */
export async function buildApp(root: string): Promise<void> {
  const npm = process.env["npm_execpath"];
  const [command, args] = npm?.endsWith(".js") ? [process.execPath, [npm, "run", "--silent", "build"]] : ["npm", ["run", "--silent", "build"]];
  const child = spawn(command, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, NODE_ENV: "production", FORCE_COLOR: "0" } });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => output.push(part.toString("utf8")));
  const code = await new Promise<number | null>((resolve, reject) => child.once("error", reject).once("close", resolve));
  if (code !== 0) throw new Error(`The app could not be built:\n${output.join("").split("\n").slice(-25).join("\n")}`);
}
