import { json, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, Page } from "@shopify/polaris";
import { useCallback, useState } from "react";

import { CatalogueCard } from "~/components/catalogue-card";
import { MapNameModal } from "~/components/map-name-modal";
import { OwnCarrierModal, RemoveCarrierModal } from "~/components/own-carrier-modal";
import { OwnCarriersCard, type OwnCarrierView } from "~/components/own-carriers-card";
import { UsedNamesCard, type UsedNameView } from "~/components/used-names-card";
import { presentCarriers } from "~/presenters/admin/carriers";
import { requireShop } from "~/routes-auth.server";
import { readForm, readQuery } from "~/routes-input.server";
import { forgetCarrierName, mapCarrierName } from "~/use-cases/map-carrier-name";
import { removeOwnCarrier, saveOwnCarrier } from "~/use-cases/own-carriers";

export { PageError as ErrorBoundary } from "~/components/page-error";
export const meta: MetaFunction = () => [{ title: "Carriers · Milepost" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop, deps, useCases } = await requireShop(request, context);
  return json(
    await presentCarriers(deps.db.prisma, { shopId: shop.id, providers: useCases.carriers.all, params: readQuery(request) }),
  );
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { shop, useCases } = await requireShop(request, context);
  const { text } = await readForm(request);
  const shopId = shop.id;
  switch (text("intent")) {
    case "save-carrier": {
      const result = await saveOwnCarrier(useCases, { shopId, form: { code: text("code"), name: text("name"), template: text("template") } });
      return result.ok ? json({ ok: true, toast: "Carrier saved" }) : json(result, { status: 422 });
    }
    case "remove-carrier":
      return (await removeOwnCarrier(useCases, { shopId, code: text("code") }))
        ? json({ ok: true, toast: "Carrier removed" })
        : json({ ok: false, toast: "This carrier is not there any more" });
    case "map-name": {
      const result = await mapCarrierName(useCases, { shopId, typed: text("typed"), carrier: text("carrier") });
      return result.ok ? json({ ok: true, toast: "Saved; its shipments follow in a moment" }) : json(result, { status: 422 });
    }
    case "forget-name":
      return json({ ok: await forgetCarrierName(useCases, { shopId, typed: text("typed") }), toast: "Forgotten; Milepost reads the name by itself again" });
    default:
      return json({ ok: false, toast: "That could not be understood." }, { status: 400 });
  }
}

type Dialog = { kind: "add" } | { kind: "edit" | "remove"; carrier: OwnCarrierView } | { kind: "map"; name: UsedNameView };

export default function Carriers() {
  const page = useLoaderData<typeof loader>();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const close = useCallback(() => setDialog(null), []);
  return (
    <Page
      title="Carriers"
      subtitle="Who brings your shipments"
      backAction={{ content: "Settings", url: "/app/settings" }}
      secondaryActions={[{ content: "Connections", url: "/app/settings/connections" }]}
    >
      <TitleBar title="Carriers" />
      <BlockStack gap="400">
        <OwnCarriersCard
          carriers={page.own}
          onAdd={() => setDialog({ kind: "add" })}
          onEdit={(carrier) => setDialog({ kind: "edit", carrier })}
          onRemove={(carrier) => setDialog({ kind: "remove", carrier })}
        />
        <UsedNamesCard names={page.names} more={page.moreNames} onMap={(name) => setDialog({ kind: "map", name })} />
        <CatalogueCard catalogue={page.catalogue} />
      </BlockStack>
      {dialog?.kind === "add" ? <OwnCarrierModal carrier={null} onClose={close} /> : null}
      {dialog?.kind === "edit" ? <OwnCarrierModal carrier={dialog.carrier} onClose={close} /> : null}
      {dialog?.kind === "remove" ? <RemoveCarrierModal carrier={dialog.carrier} onClose={close} /> : null}
      {dialog?.kind === "map" ? <MapNameModal name={dialog.name.name} mapped={dialog.name.mapped} onClose={close} /> : null}
    </Page>
  );
}
