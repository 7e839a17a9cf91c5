import { randomBytes } from "node:crypto";

import type { Context } from "../graphql/context";
import { findOperation, readDocument, runOperation } from "../graphql/run";
import { isRefused } from "../graphql/scopes";
import { Refusal } from "../behaviour/refusal";
import type { BulkOperation } from "../store/records";
import { bulkFinishBody } from "../webhooks/bodies/app";
import { toLines } from "./lines";

/** Where the work waits for its time: set once by the simulator, so that it can be waited for and stopped. */
export interface BulkTimer {
  after(work: () => Promise<void>): void;
}

const timers = new WeakMap<object, BulkTimer>();

/** Tells on whose timer a world's bulk operations run. */
export function useBulkTimer(world: Context["world"], timer: BulkTimer): void {
  timers.set(world, timer);
}

/** Begins a bulk operation on a query that was found fit. */
export function startBulk(ctx: Context, query: string, groupObjects: boolean): BulkOperation {
  const one: BulkOperation = {
    id: ctx.world.store.newId(),
    status: "CREATED",
    errorCode: null,
    query,
    groupObjects,
    createdAt: ctx.world.clock.now(),
    completedAt: null,
    objectCount: 0,
    rootObjectCount: 0,
    result: null,
    secret: randomBytes(16).toString("hex"),
  };
  ctx.state.bulkOperations[one.id] = one;
  ctx.world.access.bulkQueryRun();
  ctx.world.store.touch();
  schedule(ctx, one);
  return one;
}

/** Runs it after the simulator's wait; also what an earlier run left unfinished. */
export function schedule(ctx: Context, one: BulkOperation): void {
  const timer = timers.get(ctx.world);
  if (!timer) throw new Error("bulk operations have no timer");
  timer.after(async () => {
    if (one.status !== "CREATED" && one.status !== "RUNNING") return;
    one.status = "RUNNING";
    await run(ctx, one);
    one.completedAt = ctx.world.clock.now();
    ctx.world.store.touch();
    ctx.world.emit(ctx.state, "bulk_operations/finish", bulkFinishBody(ctx.state, one));
  });
}

async function run(ctx: Context, one: BulkOperation): Promise<void> {
  const read = readDocument(one.query);
  const operation = "errors" in read ? null : findOperation(read.document, null);
  if ("errors" in read || !operation) return fail(one, "INTERNAL_SERVER_ERROR");
  const result = await runOperation({ ...ctx, bulk: true }, read.document, operation, {});
  // One refused field fails the whole operation: it is to be asked for as an ordinary query (BulkOperationErrorCode).
  if (isRefused(result.errors)) return fail(one, "ACCESS_DENIED");
  if (result.errors || !result.data) return fail(one, "INTERNAL_SERVER_ERROR");
  const { jsonl, objectCount, rootObjectCount } = toLines(read.document, result.data, one.groupObjects);
  one.objectCount = objectCount;
  one.rootObjectCount = rootObjectCount;
  one.result = objectCount === 0 ? null : jsonl;
  one.status = "COMPLETED";
}

function fail(one: BulkOperation, code: string): void {
  one.status = "FAILED";
  one.errorCode = code;
}

/** @throws Refusal when it is over already */
export function cancelBulk(ctx: Context, one: BulkOperation): void {
  if (one.status !== "CREATED" && one.status !== "RUNNING") throw new Refusal(`A bulk operation cannot be canceled when it is ${one.status.toLowerCase()}`, ["id"]);
  one.status = "CANCELED";
  one.completedAt = ctx.world.clock.now();
  ctx.world.store.touch();
}
