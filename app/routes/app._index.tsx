import { json, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useFetcher, useLoaderData } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, Layout, Page } from "@shopify/polaris";
import { useEffect } from "react";

import { AccessBanner } from "~/components/access-banner";
import { DeliveriesChart } from "~/components/deliveries-chart";
import { HomeFigures } from "~/components/home-figures";
import { LatestExceptions } from "~/components/latest-exceptions";
import { SetupGuide } from "~/components/setup-guide";
import { setupNote, setupSteps } from "~/components/setup-steps";
import { StatusBreakdown } from "~/components/status-breakdown";
import { SyncBanner } from "~/components/sync-banner";
import { TrackingPageCard } from "~/components/tracking-page-card";
import { useLive } from "~/components/use-live";
import { useToast } from "~/components/use-toast";
import { readSettings } from "~/domain/settings/shop-settings";
import { trackingPagePath } from "~/domain/settings/tracking-page-path";
import { shopCarrierNames } from "~/presenters/admin/carrier-name";
import { presentHome } from "~/presenters/admin/home";
import { requireShop } from "~/routes-auth.server";
import { readForm } from "~/routes-input.server";
import { trackingBlockEditorUrl } from "~/use-cases/look-up-theme-block";
import { setGuideDismissed } from "~/use-cases/save-settings";
import { syncNow } from "~/use-cases/sync-now";

import type { loader as checks } from "./app.setup-checks";

export { PageError as ErrorBoundary } from "~/components/page-error";
export const meta: MetaFunction = () => [{ title: "Overview · Milepost" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop, deps, useCases } = await requireShop(request, context);
  const home = await presentHome(deps.db.prisma, { shop, names: await shopCarrierNames(deps.db.prisma, shop.id, useCases.carriers.all), now: useCases.now() });
  const path = trackingPagePath(readSettings(shop.settings).settings, shop.proxyPath);
  return json({
    ...home,
    pageUrl: `https://${shop.domain}${path}`,
    editorUrl: trackingBlockEditorUrl({ shopDomain: shop.domain, apiKey: deps.config.shopify.apiKey }),
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { shop, useCases } = await requireShop(request, context);
  const intent = (await readForm(request)).text("intent");
  switch (intent) {
    case "sync":
      await syncNow(useCases, { shopId: shop.id });
      return json({ ok: true, toast: "Reading what changed in Shopify" });
    case "dismiss-guide":
    case "show-guide":
      await setGuideDismissed(useCases, { shopId: shop.id, dismissed: intent === "dismiss-guide" });
      return json({ ok: true });
    default:
      return json({ ok: false, toast: "That could not be understood." }, { status: 400 });
  }
}

/** How often the figures are read again, ms: while orders are being read in, and otherwise. */
const LIVE_MS = { syncing: 2_500, idle: 20_000 };

export default function Home() {
  const home = useLoaderData<typeof loader>();
  const setup = useFetcher<typeof checks>();
  const act = useFetcher<typeof action>();
  useLive(home.sync.running ? LIVE_MS.syncing : LIVE_MS.idle);
  useToast(act.data);
  const { load } = setup;
  useEffect(() => load("/app/setup-checks"), [load]);

  const submit = (intent: string) => act.submit({ intent }, { method: "post", action: "/app?index" });
  const dismissing = act.formData?.get("intent") === "dismiss-guide";
  const steps = setupSteps(home, setup.data ?? null);
  const showGuide = !home.setup.dismissed && !dismissing;
  return (
    <Page
      title="Overview"
      subtitle="Live figures of your shop"
      secondaryActions={[
        { content: "Read orders now", onAction: () => submit("sync"), disabled: home.sync.running },
        ...(showGuide ? [] : [{ content: "Show setup guide", onAction: () => submit("show-guide") }]),
      ]}
    >
      <TitleBar title="Overview" />
      <BlockStack gap={{ xs: "300", md: "400" }}>
        <AccessBanner notices={home.access} onRetry={() => submit("sync")} />
        <SyncBanner sync={home.sync} onRetry={() => submit("sync")} />
        {showGuide ? <SetupGuide steps={steps} note={setupNote(home)} onDismiss={() => submit("dismiss-guide")} dismissing={dismissing} /> : null}
        <HomeFigures figures={home.figures} />
        <Layout>
          <Layout.Section>
            <BlockStack gap="400">
              <DeliveriesChart days={home.days} />
              <LatestExceptions items={home.exceptions} now={home.now} open={home.figures.openExceptions} />
            </BlockStack>
          </Layout.Section>
          <Layout.Section variant="oneThird">
            <BlockStack gap="400">
              <StatusBreakdown statuses={home.statuses} total={home.total} />
              <TrackingPageCard block={setup.data?.block ?? null} editorUrl={home.editorUrl} pageUrl={home.pageUrl} />
            </BlockStack>
          </Layout.Section>
        </Layout>
      </BlockStack>
    </Page>
  );
}
