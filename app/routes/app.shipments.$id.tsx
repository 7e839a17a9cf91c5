import { json, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useFetcher, useLoaderData } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { Badge, BlockStack, Button, Layout, Page } from "@shopify/polaris";
import { useCallback, useState } from "react";

import { CorrectCarrierModal } from "~/components/correct-carrier-modal";
import { ManualEventModal } from "~/components/manual-event-modal";
import { ExceptionsCard, FeedbackCard, MessagesCard, WriteBacksCard } from "~/components/shipment-effects";
import { CustomerCard, ItemsCard, OrderCard, SiblingsCard } from "~/components/shipment-side";
import { ShipmentSummary } from "~/components/shipment-summary";
import { TrackingCard } from "~/components/shipment-tracking-card";
import { SourcesCard } from "~/components/sources-card";
import { Timeline } from "~/components/timeline";
import { useAnswer } from "~/components/use-answer";
import { useShell } from "~/components/use-format";
import { useToast } from "~/components/use-toast";
import { shopCarrierNames } from "~/presenters/admin/carrier-name";
import { presentShipment } from "~/presenters/admin/shipment";
import { wallClock } from "~/presenters/admin/wall-clock";
import { requireShop } from "~/routes-auth.server";
import { readForm, readParam } from "~/routes-input.server";
import { addManualEvent } from "~/use-cases/add-manual-event";
import { correctCarrier } from "~/use-cases/correct-carrier";
import { refreshShipments } from "~/use-cases/refresh-shipment";
import { resolveExceptions } from "~/use-cases/resolve-exception";
import { resumeTracking, stopTracking } from "~/use-cases/stop-tracking";
import { trackingLinkFor } from "~/use-cases/tracking-link";

export { PageError as ErrorBoundary } from "~/components/page-error";
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data ? titleOf(data) : "Not found"} · Milepost` }];

/** A shipment is known by its order; without one, by its number. */
const titleOf = (page: { order: { name: string } | null; number: string }) => (page.order ? `Order ${page.order.name}` : `Shipment ${page.number}`);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { shop, deps, useCases, actor } = await requireShop(request, context);
  const now = useCases.now();
  const page = await presentShipment(deps.db.prisma, {
    shopId: shop.id,
    id: readParam(params, "id"),
    names: await shopCarrierNames(deps.db.prisma, shop.id, useCases.carriers.all),
    secrets: useCases.secrets,
    actor,
    now,
  });
  if (!page) throw json({ message: "This shipment is not there" }, { status: 404 });
  const { orderId } = page;
  const shopperLink = orderId && (await trackingLinkFor(useCases, deps.db.prisma, { shopId: shop.id, orderId, shopDomain: shop.domain }));
  return json({ ...page, shopperLink, clock: wallClock(now, shop.timeZone) });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { shop, useCases } = await requireShop(request, context);
  const { text } = await readForm(request);
  const shipmentId = readParam(params, "id");
  const one = { shopId: shop.id, shipmentIds: [shipmentId] };
  switch (text("intent")) {
    case "refresh":
      return (await refreshShipments(useCases, one)) > 0
        ? json({ ok: true, toast: "The carrier is being asked" })
        : json({ ok: false, toast: "Tracking is stopped: resume it first" });
    case "stop":
      return json({ ok: (await stopTracking(useCases, one)) > 0, toast: "Tracking stopped" });
    case "resume":
      return json({ ok: (await resumeTracking(useCases, one)) > 0, toast: "Tracking resumed" });
    case "resolve":
      return json({ ok: (await resolveExceptions(useCases, { shopId: shop.id, exceptionIds: [text("exception")] })) > 0, toast: "Resolved" });
    case "correct-carrier": {
      const result = await correctCarrier(useCases, { shopId: shop.id, shipmentId, carrier: text("carrier") });
      return json(result.ok ? { ok: true, toast: "Carrier saved" } : result);
    }
    case "add-event": {
      const result = await addManualEvent(useCases, {
        shopId: shop.id,
        timeZone: shop.timeZone,
        shipmentId,
        form: {
          status: text("status"), detail: text("detail"), date: text("date"), time: text("time"),
          city: text("city"), country: text("country"), note: text("note"),
        },
      });
      return json(result.ok ? { ok: true, toast: "Event added" } : result);
    }
    default:
      return json({ ok: false, toast: "That could not be understood." }, { status: 400 });
  }
}

export default function Shipment() {
  const page = useLoaderData<typeof loader>();
  const { shop } = useShell();
  const act = useFetcher<{ ok: boolean; toast?: string }>();
  const [dialog, setDialog] = useState<"event" | "carrier" | null>(null);
  const close = useCallback(() => setDialog(null), []);
  useToast(act.data);
  const awaitAnswer = useAnswer(page.tracking.lastAskedAt);
  const submit = (intent: string, more: Record<string, string> = {}) => {
    if (intent === "refresh" || intent === "resume") awaitAnswer();
    act.submit({ intent, ...more }, { method: "post" });
  };
  const doing = (intent: string) => act.state !== "idle" && act.formData?.get("intent") === intent;
  const stopped = page.tracking.state === "stopped";
  return (
    <Page
      title={titleOf(page)}
      subtitle={[page.carrier?.name ?? page.trackingCompany ?? "Carrier not known", page.order ? page.number : null].filter(Boolean).join(" · ")}
      titleMetadata={stopped ? <Badge>Stopped</Badge> : page.direction === "return" ? <Badge>Return</Badge> : undefined}
      backAction={{ content: "Shipments", url: "/app/shipments" }}
      primaryAction={{ content: "Refresh now", onAction: () => submit("refresh"), loading: doing("refresh"), disabled: stopped }}
      secondaryActions={[
        { content: "Add event", onAction: () => setDialog("event") },
        stopped
          ? { content: "Resume tracking", onAction: () => submit("resume"), loading: doing("resume") }
          : { content: "Stop tracking", onAction: () => submit("stop"), loading: doing("stop") },
      ]}
    >
      <TitleBar title={titleOf(page)} />
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <ShipmentSummary facts={page} now={page.now} />
            <ExceptionsCard
              exceptions={page.exceptions}
              now={page.now}
              resolve={(id) => (
                <Button onClick={() => submit("resolve", { exception: id })} loading={doing("resolve")}>
                  Resolve
                </Button>
              )}
            />
            <SourcesCard sources={page.sources} now={page.now} />
            <Timeline scans={page.timeline} now={page.now} shipmentId={page.id} onAdd={() => setDialog("event")} />
            <MessagesCard messages={page.messages} />
            <WriteBacksCard writeBacks={page.writeBacks} />
            <FeedbackCard feedback={page.feedback} />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <TrackingCard facts={page} now={page.now} shopperLink={page.shopperLink} onCorrect={() => setDialog("carrier")} />
            {page.order ? <ItemsCard items={page.items.items} certain={page.items.certain} /> : null}
            {page.customer ? <CustomerCard customer={page.customer} /> : null}
            <OrderCard order={page.order} />
            <SiblingsCard siblings={page.siblings} />
          </BlockStack>
        </Layout.Section>
      </Layout>
      {dialog === "event" ? <ManualEventModal onClose={close} start={page.clock} timeZone={shop.timeZone} /> : null}
      {dialog === "carrier" ? <CorrectCarrierModal onClose={close} number={page.number} current={page.carrier} /> : null}
    </Page>
  );
}
