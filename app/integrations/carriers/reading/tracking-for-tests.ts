import { createTokenCache } from "~/integrations/http/token-cache";

import type { CarrierAdapter, CarrierContext, Credentials, HttpAnswer, HttpRequest, TrackingQuery } from "../port";
import { RECEIVED } from "./parsing-for-tests";

/** A question about one number, with nothing else known unless given. */
export function query(number: string, more: Partial<TrackingQuery> = {}): TrackingQuery {
  return { number, carrier: null, destinationCountry: null, destinationPostalCode: null, shippedAt: null, locale: null, ...more };
}

/** A context whose provider answers what `answer` says, and what was sent to it. Requests for tokens are answered by themselves. */
export function asked(answer: (request: HttpRequest) => unknown, credentials: Credentials = {}): { context: CarrierContext; sent: HttpRequest[] } {
  const sent: HttpRequest[] = [];
  const http = {
    send(request: HttpRequest): Promise<HttpAnswer> {
      const isToken = /oauth|\/auth\/|user\/sessions/i.test(request.url);
      if (!isToken) sent.push(request);
      const body = isToken ? { access_token: "t", expires_in: 3600 } : answer(request);
      return Promise.resolve({ status: 200, headers: {}, body: typeof body === "string" ? body : JSON.stringify(body) });
    },
  };
  return { sent, context: { credentials, http, now: () => RECEIVED, tokens: createTokenCache(() => RECEIVED) } };
}

/** Asks an adapter about one number of a provider that answers `body`. */
export function trackOne(adapter: Pick<CarrierAdapter, "track">, number: string, body: unknown, more: Partial<TrackingQuery> = {}) {
  return adapter.track([query(number, more)], asked(() => body).context);
}
