import { gid } from "../../store/ids";
import { utcSeconds } from "../../store/instants";
import type { BulkOperation } from "../../store/records";
import { storageUrl } from "../../bulk/storage";
import type { View } from "../context";

export function bulkOperationView(one: BulkOperation): View {
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
    url: one.result === null ? null : storageUrl(one),
    partialDataUrl: null,
    createdAt: utcSeconds(one.createdAt),
    completedAt: one.completedAt === null ? null : utcSeconds(one.completedAt),
  };
}
