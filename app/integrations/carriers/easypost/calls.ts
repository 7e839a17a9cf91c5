import { address } from "../calling/address";
import { basic, credential, JSON_HEADERS } from "../calling/connection";
import type { CarrierContext, HttpRequest } from "../port";

/** A request to EasyPost's API, version 2: the key is the user of HTTP Basic, without a password. */
export function easyPostCall(context: CarrierContext, method: HttpRequest["method"], path: string, body?: unknown): HttpRequest {
  return {
    method,
    url: address(context, "https://api.easypost.com", `/v2${path}`),
    headers: { ...JSON_HEADERS, authorization: basic(credential(context, "api_key"), "") },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
}
