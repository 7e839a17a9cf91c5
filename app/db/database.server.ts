import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { PGlite, types } from "@electric-sql/pglite";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaPGlite } from "pglite-prisma-adapter";

import { takeDataLock } from "./data-lock.server";
import { stripDriverError } from "./database-errors";
import type { Prisma, PrismaClient } from "./generated/client";
import { migrate } from "./migrate.server";
import { openPrisma } from "./prisma-client";
import { storableArguments } from "./storable-parameters";

/** A Prisma transaction, or the client itself where no transaction is needed. */
export type Tx = Prisma.TransactionClient;

/** One SQL statement with values; or several statements without values. */
export type SqlRunner = (text: string, values?: readonly unknown[]) => Promise<{ rows: Record<string, unknown>[] }>;

/**
 * The database, embedded or real; the same schema and SQL.
 * Inside `transaction`, use the `tx` given: on the embedded database a query on `prisma` would wait for itself.
 */
export interface Database {
  kind: "embedded" | "postgres";
  prisma: PrismaClient;
  /** Plain SQL beside Prisma: for the queue and for taking webhooks in. */
  sql: SqlRunner;
  /** Plain SQL in one transaction. */
  sqlTransaction<T>(work: (sql: SqlRunner) => Promise<T>): Promise<T>;
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  connectionString: string | null;
  close(): Promise<void>;
}

/** Longest time a transaction may take before it is rolled back, ms: a batch of shipments is the longest. */
const TRANSACTION_TIMEOUT_MS = 60_000;

/** A server that cannot be reached is said to be away after this long, ms: Shopify waits five seconds for an answer. */
const CONNECT_TIMEOUT_MS = 4_000;

/**
 * Opens the database and brings it up to date.
 * @param options.url PostgreSQL's connection string; null opens the embedded database
 * @param options.dataDir folder of the embedded database, or "memory://" for one that is forgotten
 * @param options.startFrom the tar of another embedded database's data folder, which a new one begins as
 */
export async function openDatabase(options: { url: string | null; dataDir: string; maxConnections?: number; startFrom?: Blob }): Promise<Database> {
  return options.url ? openPostgres(options.url, options.maxConnections ?? 10) : openEmbedded(options.dataDir, options.startFrom);
}

async function openPostgres(url: string, max: number): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max, application_name: "milepost", connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  // An idle connection that the server ends (a restart) must not end the process; the next query opens another.
  pool.on("error", () => undefined);
  // Nor a connection that is in use: its query fails and says so, and the pool drops it when it is given back.
  pool.on("connect", (client) => client.on("error", () => undefined));
  const sql: SqlRunner = (text, values) => runPg(pool, text, values);
  const sqlTransaction: Database["sqlTransaction"] = async (work) => {
    const client = await pool.connect();
    try {
      await client.query("begin");
      const result = await work((text, values) => runPg(client, text, values));
      await client.query("commit");
      client.release();
      return result;
    } catch (error) {
      await client.query("rollback").then(
        () => client.release(),
        (broken: unknown) => client.release(broken instanceof Error ? broken : true),
      );
      throw error;
    }
  };
  try {
    await migrate(sqlTransaction);
  } catch (error) {
    await pool.end();
    throw isRefusal(error) ? new DatabaseUnreachable(url, error) : error;
  }
  const prisma = openPrisma(new PrismaPg({ connectionString: url, max }));
  return {
    kind: "postgres",
    prisma,
    sql,
    sqlTransaction,
    transaction: (work) => prisma.$transaction(work, { timeout: TRANSACTION_TIMEOUT_MS, maxWait: TRANSACTION_TIMEOUT_MS }),
    connectionString: url,
    async close() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

/** Thrown when the server cannot be reached, or lets nobody in with this address. */
export class DatabaseUnreachable extends Error {
  override name = "DatabaseUnreachable";
  constructor(url: string, cause: Error & { code: string }) {
    const at = URL.canParse(url) ? new URL(url).host : "the given address";
    super(`PostgreSQL at ${at} cannot be used (${cause.message || cause.code}). Start it, or correct DATABASE_URL.`, { cause });
  }
}

/** The network's refusals, and PostgreSQL's before a session begins: 28xxx login, 3D000 no such database, 57P03 starting. */
function isRefusal(error: unknown): error is Error & { code: string } {
  return error instanceof Error && "code" in error && typeof error.code === "string" && /^(E[A-Z]+|28...|3D000|57P03)$/.test(error.code);
}

async function runPg(client: pg.Pool | pg.PoolClient, text: string, values?: readonly unknown[]) {
  const answer: unknown = await client.query(text, values && [...storableArguments(values)]).catch(throwStripped);
  // Several statements without values answer with a list of results.
  const answers = (Array.isArray(answer) ? answer : [answer]) as { rows: Record<string, unknown>[] }[];
  return { rows: answers.flatMap((each) => each.rows ?? []) };
}

async function openEmbedded(dataDir: string, startFrom?: Blob): Promise<Database> {
  const inMemory = dataDir.startsWith("memory://");
  if (!inMemory) mkdirSync(dataDir, { recursive: true });
  const releaseLock = inMemory ? () => undefined : takeDataLock(dataDir);
  const lite = new PGlite(inMemory ? dataDir : join(dataDir, "pglite"), {
    loadDataDir: startFrom,
    // PGlite's own writes a body byte by byte: webhooks come by the megabyte.
    serializers: { [types.BYTEA]: (value: Uint8Array | string) =>
        typeof value === "string" ? value : `\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("hex")}` },
  });
  await lite.waitReady;
  const sql: SqlRunner = async (text, values) => runLite(lite, text, values);
  const sqlTransaction: Database["sqlTransaction"] = (work) =>
    lite.transaction((tx) => work((text, values) => runLite(tx, text, values))) as ReturnType<typeof work>;
  await migrate(sqlTransaction);
  // The adapter is built against another release of the same interface; its types name the same shapes anew.
  const prisma = openPrisma(new PrismaPGlite(lite) as unknown as PrismaPg);
  return {
    kind: "embedded",
    prisma,
    sql,
    sqlTransaction,
    transaction: (work) => prisma.$transaction(work, { timeout: TRANSACTION_TIMEOUT_MS, maxWait: TRANSACTION_TIMEOUT_MS }),
    connectionString: null,
    async close() {
      await prisma.$disconnect();
      if (!lite.closed) await lite.close();
      releaseLock();
    },
  };
}

async function runLite(lite: Pick<PGlite, "query" | "exec">, text: string, values?: readonly unknown[]) {
  if (values && values.length > 0) return lite.query<Record<string, unknown>>(text, [...storableArguments(values)]).catch(throwStripped);
  const results = await lite.exec(text).catch(throwStripped);
  return { rows: results.flatMap((each) => each.rows as Record<string, unknown>[]) };
}

function throwStripped(error: unknown): never {
  throw stripDriverError(error);
}
