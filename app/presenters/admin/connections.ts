import { connectionRows, deadDeliveries } from "~/db/admin-connections.server";
import type { Tx } from "~/db/database.server";
import type { Secrets } from "~/db/secrets.server";

import type { CarrierNames } from "./carrier-name";
import { unmappedCodes } from "./unmapped-codes";

/** A provider as its adapter describes it. */
export interface ProviderDescription {
  code: string;
  name: string;
  kind: "carrier" | "aggregator";
  credentials: readonly {
    key: string;
    label: string;
    kind: "text" | "secret" | "choice";
    required: boolean;
    help: string;
    choices?: readonly { value: string; label: string }[];
    default?: string;
    setBy?: "operator";
  }[];
  readOnly?: true;
  limits: { perDay: number | null };
  webhook?: object;
}

export interface ConnectionsInput {
  shop: { id: string; domain: string };
  providers: readonly ProviderDescription[];
  secrets: Secrets;
  names: CarrierNames;
  appUrl: string;
  now: number;
}

/**
 * The connections page: every provider with its health and what it asks for; codes no map knows; webhooks that were
 * given up on. Secrets are never sent to the browser, only that they are set.
 */
export async function presentConnections(tx: Tx, input: ConnectionsInput) {
  const [rows, codes, dead] = await Promise.all([
    connectionRows(tx, input.shop.id),
    unmappedCodes(tx, input.shop.id),
    deadDeliveries(tx, input.shop.domain, 25),
  ]);
  const today = new Date(input.now).toISOString().slice(0, 10);
  const connected = rows.flatMap((row, index) => {
    const provider = input.providers.find((each) => each.code === row.provider);
    if (!provider) return [];
    const stored = JSON.parse(input.secrets.decrypt(row.credentials, "connection.credentials")) as Record<string, string>;
    return [
      {
        ...describe(provider, stored),
        first: index === 0,
        last: index === rows.length - 1,
        enabled: row.enabled,
        webhookUrl: provider.webhook ? `${input.appUrl}/hooks/${row.provider}/${row.webhookToken}` : null,
        health: {
          lastOkAt: row.lastOkAt?.toISOString() ?? null,
          lastErrorAt: row.lastErrorAt?.toISOString() ?? null,
          lastError: row.lastError,
          failing: row.lastErrorAt !== null && (row.lastOkAt === null || row.lastErrorAt > row.lastOkAt),
          pausedUntil: row.pausedUntil && row.pausedUntil.getTime() > input.now ? row.pausedUntil.toISOString() : null,
          callsToday: row.callsOn === today ? row.calls : 0,
          callsPerDay: provider.limits.perDay,
        },
      },
    ];
  });
  return {
    now: new Date(input.now).toISOString(),
    connected,
    available: input.providers.filter((provider) => !provider.readOnly && !rows.some((row) => row.provider === provider.code)).map((provider) => describe(provider, {})),
    unmapped: codes.slice(0, 50).map((row) => ({
      id: row.id,
      provider: input.names(row.provider),
      code: row.code,
      text: row.text,
      count: row.count,
      lastSeenAt: row.lastSeenAt.toISOString(),
      shipmentId: row.shipmentId,
    })),
    dead: dead.map((row) => ({ ...row, source: row.source === "shopify" ? "Shopify" : input.names(row.source), receivedAt: row.receivedAt.toISOString() })),
  };
}

function describe(provider: ProviderDescription, stored: Readonly<Record<string, string>>) {
  return {
    code: provider.code,
    name: provider.name,
    kind: provider.kind,
    pushes: provider.webhook !== undefined,
    // What the operator sets is none of the merchant's business.
    fields: provider.credentials.filter((field) => field.setBy !== "operator").map((field) => ({
      ...field,
      choices: field.choices ? [...field.choices] : null,
      value: field.kind === "secret" ? "" : (stored[field.key] ?? field.default ?? ""),
      stored: Boolean(stored[field.key]),
    })),
  };
}

export type ConnectionsPage = Awaited<ReturnType<typeof presentConnections>>;
export type ConnectedProvider = ConnectionsPage["connected"][number];
export type ProviderView = ConnectionsPage["available"][number];
