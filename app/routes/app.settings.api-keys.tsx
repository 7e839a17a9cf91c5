import { json, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useFetcher, useLoaderData } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { Banner, BlockStack, Button, Card, FormLayout, InlineStack, Page, Text, TextField } from "@shopify/polaris";
import { useEffect, useState } from "react";

import { ApiKeyRows } from "~/components/api-key-rows";
import { CopyButton } from "~/components/copy-button";
import { RevokeKeyModal } from "~/components/revoke-key-modal";
import { useToast, type ActionAnswer } from "~/components/use-toast";
import { requireShop } from "~/routes-auth.server";
import { readForm } from "~/routes-input.server";
import { createApiKey, listApiKeys, revokeApiKey } from "~/use-cases/api/keys";

export { PageError as ErrorBoundary } from "~/components/page-error";
export const meta: MetaFunction = () => [{ title: "API keys · Milepost" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop, useCases } = await requireShop(request, context);
  const keys = await listApiKeys(useCases, { shopId: shop.id });
  return json({
    now: new Date(useCases.now()).toISOString(),
    address: `${useCases.appUrl}/api/v1`,
    keys: keys.map(({ createdAt, lastUsedAt, ...key }) => ({ ...key, createdAt: createdAt.toISOString(), lastUsedAt: lastUsedAt?.toISOString() ?? null })),
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { shop, useCases } = await requireShop(request, context);
  const { text } = await readForm(request);
  switch (text("intent")) {
    case "create-key": {
      const result = await createApiKey(useCases, { shopId: shop.id, name: text("name") });
      return json(result, { status: result.ok ? 200 : 422 });
    }
    case "revoke-key":
      return json({ ok: await revokeApiKey(useCases, { shopId: shop.id, id: text("key") }), toast: "Revoked" });
    default:
      return json({ ok: false, toast: "That could not be understood." }, { status: 400 });
  }
}

export default function ApiKeys() {
  const page = useLoaderData<typeof loader>();
  const create = useFetcher<ActionAnswer & { key?: string }>();
  const [name, setName] = useState("");
  const [revoking, setRevoking] = useState<string | null>(null);
  const made = create.data?.key;
  useToast(create.data);
  useEffect(() => {
    if (made) setName("");
  }, [made]);
  const submit = () => create.submit({ intent: "create-key", name }, { method: "post", action: "/app/settings/api-keys" });
  const revoked = page.keys.find((key) => key.id === revoking);
  return (
    <Page title="API keys" subtitle="For your own systems: register numbers, send tracking events" backAction={{ content: "Settings", url: "/app/settings" }}>
      <TitleBar title="API keys" />
      <BlockStack gap="400">
        {made ? (
          <Banner tone="success" title="Copy the key now: it is shown this once">
            <BlockStack gap="200" inlineAlign="start">
              <span className="mp-number">{made}</span>
              <CopyButton plain={false} value={made} label="Copy the key" />
            </BlockStack>
          </Banner>
        ) : null}
        <Card>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              submit();
            }}
          >
            <FormLayout>
              <TextField
                label="Name of a new key"
                value={name}
                onChange={setName}
                autoComplete="off"
                maxLength={60}
                placeholder="Warehouse system"
                helpText="What will use it, so that you know later which key to revoke."
                error={create.data?.errors?.name}
              />
              <InlineStack>
                <Button variant="primary" submit loading={create.state !== "idle"}>
                  Create key
                </Button>
              </InlineStack>
            </FormLayout>
          </form>
        </Card>
        <Card padding={page.keys.length > 0 ? "0" : undefined}>
          {page.keys.length > 0 ? (
            <ApiKeyRows keys={page.keys} now={page.now} onRevoke={setRevoking} />
          ) : (
            <Text as="p" tone="subdued">
              There is no key yet.
            </Text>
          )}
        </Card>
        <Card>
          <BlockStack gap="200">
            <Text as="h2" variant="headingMd">
              How it is used
            </Text>
            <Text as="p">
              Send JSON to <span className="mp-code">{`${page.address}/shipments`}</span> or <span className="mp-code">{`${page.address}/tracking-events`}</span> with
              the key in the header <span className="mp-code">Authorization: Bearer mpk_…</span>
            </Text>
            <pre className="mp-raw">{`curl ${page.address}/shipments \\
  -H "Authorization: Bearer $MILEPOST_KEY" -H "Content-Type: application/json" \\
  -d '{"shipments":[{"number":"1Z999AA10123456784","carrier":"UPS","order":"#1001"}]}'`}</pre>
          </BlockStack>
        </Card>
      </BlockStack>
      {revoked ? <RevokeKeyModal apiKey={revoked} onClose={() => setRevoking(null)} /> : null}
    </Page>
  );
}
