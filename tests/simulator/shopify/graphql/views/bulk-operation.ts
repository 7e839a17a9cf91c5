import { gid } from "../../store/ids";
import { utcSeconds } from "../../store/instants";
import type { BulkOperation } from "../../store/records";
import type { Context, View } from "../context";

export function bulkOperationView(ctx: Context, one: BulkOperation): View {
  return {
    __typename: "BulkOperation",
    id: gid("BulkOperation", one.id),
    status: one.status,
    errorCode: one.errorCode,
    type: "QUERY",
    query: one.query,
    objectCount: String(one.objectCount),
    rootObjectCount: String(one.rootObjectCount),
    fileSize: one.result === null ? null : String(Buffer.byteLength(one.result)),
    // Nothing found means no file.
    url: one.result === null ? null : `https://${ctx.state.shop.domain}/bulk-results/${one.id}/${one.secret}.jsonl`,
    partialDataUrl: null,
    createdAt: utcSeconds(one.createdAt),
    completedAt: one.completedAt === null ? null : utcSeconds(one.completedAt),
  };
}
