import { address } from "../calling/address";
import { credential, JSON_HEADERS } from "../calling/connection";
import type { CarrierContext, HttpRequest } from "../port";

/** A request to ShipEngine's API. */
export function shipEngineCall(context: CarrierContext, method: HttpRequest["method"], path: string, body?: unknown): HttpRequest {
  return {
    method,
    url: address(context, "https://api.shipengine.com", path),
    headers: { ...JSON_HEADERS, "API-Key": credential(context, "api_key") },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
}
