import type { IncomingMessage, ServerResponse } from "node:http";

import type { RequestRecord } from "../http/request-log";
import { headerOf, send } from "../http/respond";
import type { BulkOperation } from "../store/records";
import type { World } from "../world";

/** How long results are kept: seven days. */
const RESULT_LIFETIME_MS = 7 * 86_400_000;

/** Where Shopify keeps the results of bulk operations: not at the shop's own address. */
export const STORAGE_HOST = "storage.googleapis.com";
const FOLDER = "/shopify-tiers-assets-prod-us-east1/bulk-operation-outputs";

/** The signed address of a result, as Shopify gives it out. */
export function storageUrl(one: BulkOperation): string {
  const url = new URL(`https://${STORAGE_HOST}${FOLDER}/${one.id}`);
  url.searchParams.set("GoogleAccessId", "assets-us-prod@shopify-tiers.iam.gserviceaccount.com");
  url.searchParams.set("Expires", String(Math.floor(((one.completedAt ?? one.createdAt) + RESULT_LIFETIME_MS) / 1000)));
  url.searchParams.set("Signature", one.secret);
  url.searchParams.set("response-content-disposition", `attachment; filename="bulk-${one.id}.jsonl"; filename*=UTF-8''bulk-${one.id}.jsonl`);
  url.searchParams.set("response-content-type", "application/jsonl");
  return url.toString();
}

/**
 * Answers a request for a result file, as a storage that knows nothing of shops or their tokens: 403 for a wrong
 * signature, 400 when the address has expired, 404 when there is no such file. A shop's access token has no business
 * there: who sends one gets a 400.
 */
export function answerStorage(world: World, request: IncomingMessage, response: ServerResponse, log: (record: RequestRecord) => void): void {
  const url = new URL(request.url ?? "/", `https://${STORAGE_HOST}`);
  const answer = (status: number, type: string, body: string): void => {
    log({ at: new Date(world.clock.now()).toISOString(), shop: STORAGE_HOST, method: request.method ?? "GET", path: FOLDER, operation: null, status, milliseconds: 0, variables: null });
    send(response, status, type, body);
  };
  const refuse = (status: number, code: string, message: string): void =>
    answer(status, "application/xml; charset=UTF-8", `<?xml version='1.0' encoding='UTF-8'?><Error><Code>${code}</Code><Message>${message}</Message></Error>`);

  if (headerOf(request, "x-shopify-access-token") !== null || headerOf(request, "authorization") !== null) {
    return refuse(400, "InvalidArgument", "A shop's access token was sent to a foreign host.");
  }
  const id = url.pathname.startsWith(`${FOLDER}/`) ? url.pathname.slice(FOLDER.length + 1) : "";
  const one = Object.values(world.store.shops).map((state) => state.bulkOperations[id]).find((found) => found !== undefined);
  if (!one || one.result === null) return refuse(404, "NoSuchKey", "The specified key does not exist.");
  if (url.searchParams.get("Signature") !== one.secret) return refuse(403, "SignatureDoesNotMatch", "The request signature we calculated does not match the signature you provided.");
  if (Number(url.searchParams.get("Expires")) * 1000 < world.clock.now()) return refuse(400, "ExpiredToken", "The provided token has expired.");
  answer(200, "application/jsonl", one.result);
}
