import { json, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, Card, Page } from "@shopify/polaris";
import { useCallback, useState } from "react";

import { AvailableProviders } from "~/components/available-providers";
import { ConnectionCard } from "~/components/connection-card";
import { ConnectionLimitsModal } from "~/components/connection-limits-modal";
import { ConnectionForm } from "~/components/connection-form";
import { DeadDeliveriesCard } from "~/components/dead-deliveries-card";
import { DisconnectModal } from "~/components/disconnect-modal";
import { NothingHere } from "~/components/nothing-here";
import { RoutesCard } from "~/components/routes-card";
import { UnmappedCard } from "~/components/unmapped-card";
import { useLive } from "~/components/use-live";
import { currencyDecimals } from "~/domain/settings/currency-decimals";
import { carrierNames } from "~/presenters/admin/carrier-name";
import { presentConnections } from "~/presenters/admin/connections";
import { requireShop } from "~/routes-auth.server";
import { readForm } from "~/routes-input.server";
import { connectCarrier, disconnectCarrier, reorderCarrier } from "~/use-cases/connect-carrier";
import { retryDelivery } from "~/use-cases/retry-delivery";
import { removeRoute, saveRoute } from "~/use-cases/save-carrier-route";
import { saveConnectionLimits } from "~/use-cases/save-connection-limits";
import { testConnection } from "~/use-cases/test-connection";

export { PageError as ErrorBoundary } from "~/components/page-error";
export const meta: MetaFunction = () => [{ title: "Connections · Milepost" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop, deps, useCases } = await requireShop(request, context);
  return json(
    await presentConnections(deps.db.prisma, {
      shop,
      providers: useCases.carriers.all,
      secrets: useCases.secrets,
      names: carrierNames(useCases.carriers.all),
      appUrl: useCases.appUrl,
      now: useCases.now(),
    }),
  );
}

/** Connects when no intent is named: `provider` and its credential fields are all that is needed. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { shop, useCases } = await requireShop(request, context);
  const fields = (await readForm(request)).fields();
  const { intent = "connect", provider = "", delivery = "" } = fields;
  const input = { shopId: shop.id, provider };
  switch (intent) {
    case "connect": {
      const result = await connectCarrier(useCases, { ...input, fields });
      if (!result.ok) return json(result, { status: 422 });
      const test = await testConnection(useCases, input);
      return json({ ok: true, toast: test.ok ? "Connected, and it answers" : `Saved, but it does not answer: ${test.message}` });
    }
    case "test": {
      const test = await testConnection(useCases, input);
      return json({ ok: test.ok, toast: test.message });
    }
    case "up":
    case "down":
      await reorderCarrier(useCases, { ...input, by: intent === "up" ? -1 : 1 });
      return json({ ok: true });
    case "limits": {
      const result = await saveConnectionLimits(useCases, { ...input, fields, decimals: currencyDecimals(shop.currency) });
      return result.ok ? json({ ok: true, toast: "Limits saved" }) : json(result, { status: 422 });
    }
    case "route": {
      const choices = Object.fromEntries(Object.entries(fields).flatMap(([key, value]) => (key.startsWith("choice:") ? [[key.slice(7), value]] : [])));
      const result = await saveRoute(useCases, { shopId: shop.id, carrier: fields.carrier ?? "", choices });
      return result.ok ? json({ ok: true, toast: "Saved" }) : json(result, { status: 422 });
    }
    case "remove-route":
      return json({ ok: await removeRoute(useCases, { shopId: shop.id, carrier: fields.carrier ?? "" }), toast: "Exception removed" });
    case "disconnect":
      return json({ ok: await disconnectCarrier(useCases, input), toast: "Disconnected" });
    case "retry":
      return (await retryDelivery(useCases, { shopDomain: shop.domain, deliveryId: delivery }))
        ? json({ ok: true, toast: "It is being tried again" })
        : json({ ok: false, toast: "It was dealt with before" });
    default:
      return json({ ok: false, toast: "That could not be understood." }, { status: 400 });
  }
}

export default function Connections() {
  const page = useLoaderData<typeof loader>();
  const [dialog, setDialog] = useState<{ kind: "form" | "limits" | "disconnect"; code: string } | null>(null);
  const close = useCallback(() => setDialog(null), []);
  useLive(30_000);
  const connected = page.connected.find((each) => each.code === dialog?.code);
  const provider = connected ?? page.available.find((each) => each.code === dialog?.code);
  return (
    <Page title="Connections" subtitle="Who Milepost asks where a shipment is, in this order" backAction={{ content: "Settings", url: "/app/settings" }} secondaryActions={[{ content: "Carriers", url: "/app/settings/carriers" }]}>
      <TitleBar title="Connections" />
      <BlockStack gap="400">
        {page.connected.length === 0 ? (
          <Card>
            <NothingHere
              heading="No carrier is connected yet"
              sentence="Milepost hears Shopify's own delivery events. With a carrier or an aggregator connected, it hears every scan."
            />
          </Card>
        ) : null}
        {page.connected.map((connection) => (
          <ConnectionCard
            key={connection.code}
            connection={connection}
            now={page.now}
            onEdit={() => setDialog({ kind: "form", code: connection.code })}
            onLimits={() => setDialog({ kind: "limits", code: connection.code })}
            onDisconnect={() => setDialog({ kind: "disconnect", code: connection.code })}
          />
        ))}
        {page.connected.length > 0 ? <RoutesCard routes={page.routes} providers={page.connected} /> : null}
        <AvailableProviders providers={page.available} onConnect={(code) => setDialog({ kind: "form", code })} />
        <DeadDeliveriesCard deliveries={page.dead} now={page.now} />
        <UnmappedCard codes={page.unmapped} now={page.now} />
      </BlockStack>
      {dialog?.kind === "form" && provider ? (
        <ConnectionForm key={provider.code} provider={provider} connected={connected !== undefined} onClose={close} />
      ) : null}
      {dialog?.kind === "limits" && connected ? <ConnectionLimitsModal key={connected.code} provider={connected} onClose={close} /> : null}
      {dialog?.kind === "disconnect" && provider ? <DisconnectModal provider={provider} onClose={close} /> : null}
    </Page>
  );
}
