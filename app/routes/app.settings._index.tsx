import { json, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useFetcher, useLoaderData } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { Banner, BlockStack, Layout, Page } from "@shopify/polaris";
import { useEffect, useState } from "react";

import { BrandSection } from "~/components/brand-section";
import { SettingsSaveBar } from "~/components/settings-save-bar";
import { MessagesSection, RulesSection, ShopperSection, WriteBackSection } from "~/components/settings-sections";
import { withValue } from "~/components/settings-value";
import { useToast, type ActionAnswer } from "~/components/use-toast";
import type { ShopSettings } from "~/domain/settings/shop-settings";
import { presentSettings } from "~/presenters/admin/settings";
import { requireShop } from "~/routes-auth.server";
import { readForm, readJsonText } from "~/routes-input.server";
import { saveSettings } from "~/use-cases/save-settings";

export { PageError as ErrorBoundary } from "~/components/page-error";
export const meta: MetaFunction = () => [{ title: "Settings · Milepost" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop } = await requireShop(request, context);
  return json(presentSettings(shop));
}

/** Takes all settings as one JSON value in the field `settings`. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { shop, useCases } = await requireShop(request, context);
  const values = readJsonText((await readForm(request)).text("settings"));
  const result = await saveSettings(useCases, { shopId: shop.id, values });
  return result.ok ? json({ ok: true, toast: "Settings saved" }) : json(result, { status: 422 });
}

export default function Settings() {
  const { settings: saved, problems } = useLoaderData<typeof loader>();
  const act = useFetcher<ActionAnswer>();
  const [settings, setSettings] = useState<ShopSettings>(saved);
  const stored = JSON.stringify(saved);
  const dirty = JSON.stringify(settings) !== stored;
  useToast(act.data?.ok ? act.data : null);
  // What was saved is read back: the server trims and folds, and the form shows what is kept.
  useEffect(() => setSettings(JSON.parse(stored) as ShopSettings), [stored]);

  const saving = act.state !== "idle";
  const errors = !saving && act.data && !act.data.ok && dirty ? (act.data.errors ?? {}) : {};
  const section = { settings, errors, set: (path: string, value: unknown) => setSettings((before) => withValue(before, path, value)) };
  const save = () => act.submit({ settings: JSON.stringify(settings) }, { method: "post", action: "/app/settings?index" });
  return (
    <Page
      title="Settings"
      primaryAction={{ content: "Connections", url: "/app/settings/connections" }}
      secondaryActions={[
        { content: "Carriers", url: "/app/settings/carriers" },
        { content: "Status mapping", url: "/app/settings/mappings" },
        { content: "API keys", url: "/app/settings/api-keys" },
        { content: "Privacy", url: "/app/settings/privacy" },
      ]}
    >
      <TitleBar title="Settings" />
      <SettingsSaveBar dirty={dirty} saving={saving} onSave={save} onDiscard={() => setSettings(saved)} />
      <BlockStack gap="400">
        {Object.keys(errors).length > 0 ? (
          <Banner tone="critical" title="Nothing was saved yet">
            <p>{errors[""] ?? "Some values cannot be used; each is marked where it stands."}</p>
          </Banner>
        ) : null}
        {problems.length > 0 ? (
          <Banner tone="warning" title="Some stored settings could not be read">
            <p>{`They fell back to their defaults: ${problems.map((problem) => problem.path || "all").join(", ")}.`}</p>
          </Banner>
        ) : null}
        <Layout>
          <MessagesSection {...section} />
          <WriteBackSection {...section} />
          <RulesSection {...section} />
          <BrandSection {...section} />
          <ShopperSection {...section} />
        </Layout>
      </BlockStack>
    </Page>
  );
}
