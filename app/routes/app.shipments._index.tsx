import { json, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useFetcher, useLoaderData, useNavigation, useSearchParams } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { Card, Page } from "@shopify/polaris";

import { NothingHere } from "~/components/nothing-here";
import { channelWords, TRACKING_CHOICES } from "~/components/shipment-filter-words";
import { ShipmentFilters } from "~/components/shipment-filters";
import { ShipmentsTable } from "~/components/shipments-table";
import { statusWords } from "~/components/status-words";
import { useLive } from "~/components/use-live";
import { useToast } from "~/components/use-toast";
import { shopCarrierNames } from "~/presenters/admin/carrier-name";
import { SHIPMENT_STATUSES, SHIPMENT_VIEWS } from "~/presenters/admin/shipment-views";
import { presentShipments } from "~/presenters/admin/shipments";
import { requireShop } from "~/routes-auth.server";
import { readForm, readQuery } from "~/routes-input.server";
import { refreshShipments } from "~/use-cases/refresh-shipment";
import { resumeTracking, stopTracking } from "~/use-cases/stop-tracking";

export { PageError as ErrorBoundary } from "~/components/page-error";
export const meta: MetaFunction = () => [{ title: "Shipments · Milepost" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop, deps, useCases } = await requireShop(request, context);
  return json(
    await presentShipments(deps.db.prisma, {
      shop,
      names: await shopCarrierNames(deps.db.prisma, shop.id, useCases.carriers.all),
      params: readQuery(request),
      now: useCases.now(),
    }),
  );
}

/** Most shipments of one bulk action: what one page shows. */
const MOST = 250;

export async function action({ request, context }: ActionFunctionArgs) {
  const { shop, useCases } = await requireShop(request, context);
  const form = await readForm(request);
  const input = { shopId: shop.id, shipmentIds: form.all("id").slice(0, MOST) };
  switch (form.text("intent")) {
    case "refresh":
      return json({ ok: true, toast: told(await refreshShipments(useCases, input), "is being asked for", "are being asked for") });
    case "stop":
      return json({ ok: true, toast: told(await stopTracking(useCases, input), "stopped", "stopped") });
    case "resume":
      return json({ ok: true, toast: told(await resumeTracking(useCases, input), "resumed", "resumed") });
    default:
      return json({ ok: false, toast: "That could not be understood." }, { status: 400 });
  }
}

function told(count: number, one: string, many: string): string {
  return count === 0 ? "None of them could be changed" : count === 1 ? `1 shipment ${one}` : `${count} shipments ${many}`;
}

export default function Shipments() {
  const page = useLoaderData<typeof loader>();
  const [params, setParams] = useSearchParams();
  const navigation = useNavigation();
  const act = useFetcher<typeof action>();
  useToast(act.data);
  useLive(30_000);
  const goTo = (key: "after" | "before", cursor: string | null) => () => {
    if (!cursor) return;
    const next = new URLSearchParams(params);
    next.delete("after");
    next.delete("before");
    next.set(key, cursor);
    setParams(next);
  };
  const nothingAtAll = page.items.length === 0 && page.facets.carriers.length === 0;
  return (
    <Page
      title="Shipments"
      fullWidth
      primaryAction={{ content: "Track numbers", url: "/app/shipments/track" }}
      secondaryActions={[{ content: "Import", url: "/app/shipments/import" }]}
    >
      <TitleBar title="Shipments" />
      <Card padding="0">
        {nothingAtAll ? (
          <NothingHere
            heading="Shipments appear here by themselves"
            sentence="As soon as an order is fulfilled with a tracking number, Milepost follows it."
            action={{ content: "Connect a carrier", url: "/app/settings/connections" }}
          />
        ) : (
          <>
            <div className="mp-filters">
              <ShipmentFilters
                views={SHIPMENT_VIEWS}
                view={page.view}
                chosen={page.chosen}
                choices={{
                  status: SHIPMENT_STATUSES.map((status) => ({ value: status, label: statusWords(status).label })),
                  carrier: page.facets.carriers,
                  channel: page.facets.channels.map((channel) => ({ value: channel, label: channelWords(channel) })),
                  rule: page.facets.rules,
                  tracking: TRACKING_CHOICES,
                }}
              />
            </div>
            <ShipmentsTable
              items={page.items}
              now={page.now}
              busy={navigation.state === "loading" || act.state !== "idle"}
              onBulk={(intent, ids) => {
                const form = new FormData();
                form.set("intent", intent);
                for (const id of ids) form.append("id", id);
                act.submit(form, { method: "post", action: "/app/shipments?index" });
              }}
              pagination={{
                hasPrevious: page.previous !== null,
                hasNext: page.next !== null,
                onPrevious: goTo("before", page.previous),
                onNext: goTo("after", page.next),
                accessibilityLabels: { previous: "Newer shipments", next: "Older shipments" },
              }}
            />
          </>
        )}
      </Card>
    </Page>
  );
}
