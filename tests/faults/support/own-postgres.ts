import { execFile } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import { freePorts } from "~tests/simulator/free-ports";

const run = promisify(execFile);

/** Where Debian and Ubuntu put PostgreSQL's programs; PG_BIN names another folder. */
function programs(): string {
  const given = process.env.PG_BIN;
  const base = "/usr/lib/postgresql";
  const versions = existsSync(base) ? readdirSync(base).sort((a, b) => Number(a) - Number(b)) : [];
  const found = given ?? versions.map((version) => join(base, version, "bin")).find((folder) => existsSync(join(folder, "initdb")));
  if (!found) throw new Error("This test starts a PostgreSQL server of its own: install PostgreSQL, or set PG_BIN to the folder of initdb.");
  return found;
}

/** A PostgreSQL server of the test's own, that can be stopped and started again. */
export interface OwnPostgres {
  url: string;
  start(): Promise<void>;
  /** `fast` cuts connections and shuts down in order, `immediate` as a crash would. */
  stop(mode: "fast" | "immediate"): Promise<void>;
  remove(): Promise<void>;
}

/** Makes a server in a temporary folder and starts it. It refuses to run as root, so root starts it as `postgres`. */
export async function startOwnPostgres(): Promise<OwnPostgres> {
  const bin = programs();
  const folder = mkdtempSync(join(tmpdir(), "milepost-pg-"));
  const data = join(folder, "data");
  const port = await freePorts();
  const isRoot = userInfo().uid === 0;
  if (isRoot) chownSync(folder, idOfPostgres("uid"), idOfPostgres("gid"));
  const as = (program: string, args: string[]) =>
    isRoot ? run("setpriv", [`--reuid=postgres`, "--regid=postgres", "--init-groups", join(bin, program), ...args], { cwd: folder }) : run(join(bin, program), args, { cwd: folder });
  await as("initdb", ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C"]);
  const server: OwnPostgres = {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    async start() {
      await as("pg_ctl", ["-D", data, "-o", `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off`, "-l", join(folder, "log"), "-w", "start"]);
    },
    async stop(mode) {
      await as("pg_ctl", ["-D", data, "-m", mode, "-w", "stop"]);
    },
    async remove() {
      await server.stop("immediate").catch(() => undefined);
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await server.start();
  return server;
}

/** The ids of the user `postgres`, from /etc/passwd. */
function idOfPostgres(which: "uid" | "gid"): number {
  const line = readFileSync("/etc/passwd", "utf8").split("\n").find((each) => each.startsWith("postgres:"));
  const id = Number(line?.split(":")[which === "uid" ? 2 : 3]);
  if (!Number.isInteger(id)) throw new Error("There is no user `postgres` to run the server as.");
  return id;
}
