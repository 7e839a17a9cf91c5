import type { StoredConnection } from "~/db/connections.server";
import { usableCredentials } from "~/integrations/carriers/calling/credentials";
import type { CarrierAdapter, CarrierContext } from "~/integrations/carriers/port";
import { connectionKey } from "~/integrations/http/connection-key";

import type { UseCaseContext } from "./context";

/**
 * What an adapter's client is given for one connection. Another address than the provider's own comes from the
 * operator's environment alone: taken from a merchant it would let them reach into the operator's network.
 */
export function carrierContextFor(context: UseCaseContext, adapter: Pick<CarrierAdapter, "code" | "credentials">, connection: Pick<StoredConnection, "credentials" | "webhookToken">): CarrierContext {
  const stored = usableCredentials(adapter, JSON.parse(context.secrets.decrypt(connection.credentials, "connection.credentials")) as Record<string, string>);
  const baseUrl = context.carriers.baseUrls[adapter.code];
  const credentials: Record<string, string> = baseUrl ? { ...stored, base_url: baseUrl } : stored;
  const webhookUrl = `${context.appUrl}/hooks/${adapter.code}/${connection.webhookToken}`;
  return { credentials, http: context.http.for(connectionKey(adapter.code, credentials)), now: context.now, tokens: context.tokens, webhookUrl };
}

/** The same, counting the requests that go out: what a provider's quota counts. */
export function countingContextFor(context: UseCaseContext, adapter: Pick<CarrierAdapter, "code" | "credentials">, connection: Pick<StoredConnection, "credentials" | "webhookToken">): { carrier: CarrierContext; sent: () => number } {
  const carrier = carrierContextFor(context, adapter, connection);
  let sent = 0;
  const http: CarrierContext["http"] = {
    async send(request) {
      const answer = await carrier.http.send(request);
      // What an open circuit kept back never went out.
      if (answer.headers["x-circuit"] !== "open") sent += 1;
      return answer;
    },
  };
  return { carrier: { ...carrier, http }, sent: () => sent };
}
