import { connectionRows, deadDeliveries, registeredCounts } from "~/db/admin-connections.server";
import { carrierRoutes } from "~/db/carrier-routes.server";
import type { Tx } from "~/db/database.server";
import type { Secrets } from "~/db/secrets.server";
import { carriersOf } from "~/domain/tracking/catalogue/direct-providers";
import { currencyDecimals } from "~/domain/settings/currency-decimals";

import type { CarrierNames } from "./carrier-name";
import { presentHealth } from "./connection-health";
import { presentPush, type PushDescription } from "./connection-push";
import { unmappedCodes } from "./unmapped-codes";

/** A provider as its adapter describes it. */
export interface ProviderDescription extends PushDescription {
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
  register?: unknown;
}

export interface ConnectionsInput {
  shop: { id: string; domain: string; currency: string };
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
  const [rows, routes, registered, codes, dead] = await Promise.all([
    connectionRows(tx, input.shop.id),
    carrierRoutes(tx, input.shop.id),
    registeredCounts(tx, input.shop.id),
    unmappedCodes(tx, input.shop.id),
    deadDeliveries(tx, input.shop.domain, 25),
  ]);
  const { currency } = input.shop;
  const money = { now: input.now, currency, decimals: currencyDecimals(currency) };
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
        push: presentPush(provider, row, stored),
        health: presentHealth(
          row,
          { perDay: provider.limits.perDay, registers: provider.kind === "aggregator" && provider.register !== undefined },
          { ...money, registered: registered.get(row.provider) ?? 0 },
        ),
      },
    ];
  });
  return {
    now: new Date(input.now).toISOString(),
    connected,
    routes: [...routes].map(([carrier, route]) => ({ carrier, name: input.names(carrier), first: [...route.first], never: [...route.never] })),
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
    /** Codes of the carriers that a carrier's own connection answers for. */
    carriers: provider.kind === "carrier" ? carriersOf(provider.code) : [],
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
