import { json, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useFetcher, useLoaderData, useNavigate } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, Box, Button, Card, DropZone, InlineError, InlineStack, List, Page, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";

import { ImportList } from "~/components/import-list";
import { useLive } from "~/components/use-live";
import { MAX_FILE_BYTES, MAX_FILE_WORDS } from "~/domain/imports/limits";
import { importItem } from "~/presenters/admin/imports";
import { requireShop } from "~/routes-auth.server";
import { listImports } from "~/use-cases/imports/list-imports";
import { uploadFile } from "~/use-cases/imports/upload-file";

import { readUpload } from "./read-upload.server";

export { PageError as ErrorBoundary } from "~/components/page-error";
export const meta: MetaFunction = () => [{ title: "Import · Milepost" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop, useCases } = await requireShop(request, context);
  const items = await listImports(useCases, { shopId: shop.id });
  return json({ now: new Date(useCases.now()).toISOString(), items: items.map(importItem) });
}

type Answer = { ok: true; id: string } | { ok: false; errors: Record<string, string> };

const REFUSALS = {
  no_file: { message: "Choose a file.", status: 400 },
  too_large: { message: `The file is larger than ${MAX_FILE_WORDS}: split it.`, status: 413 },
  unreadable: { message: "The file did not arrive whole: try it again.", status: 400 },
} as const;

/** Takes one file, in the field `file`. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { shop, useCases } = await requireShop(request, context);
  const upload = await readUpload(request, "file", MAX_FILE_BYTES);
  if (!upload.ok) return json<Answer>({ ok: false, errors: { file: REFUSALS[upload.problem].message } }, { status: REFUSALS[upload.problem].status });
  const result = await uploadFile(useCases, { shopId: shop.id, timeZone: shop.timeZone, fileName: upload.name, bytes: upload.bytes });
  return json<Answer>(result, { status: result.ok ? 200 : 422 });
}

export default function Import() {
  const page = useLoaderData<typeof loader>();
  const act = useFetcher<Answer>();
  const navigate = useNavigate();
  const [file, setFile] = useState<File | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  useLive(page.items.some((item) => item.status === "queued" || item.status === "running") ? 3_000 : null);
  useEffect(() => {
    if (act.data?.ok) navigate(`/app/shipments/import/${act.data.id}`);
  }, [act.data, navigate]);
  const choose = (files: File[]) => {
    const chosen = files[0] ?? null;
    const large = chosen !== null && chosen.size > MAX_FILE_BYTES;
    setWrong(large ? `The file is larger than ${MAX_FILE_WORDS}: split it.` : null);
    setFile(large ? null : chosen);
  };
  const upload = () => {
    if (!file) return;
    const form = new FormData();
    form.set("file", file);
    act.submit(form, { method: "post", action: "/app/shipments/import?index", encType: "multipart/form-data" });
  };
  const error = wrong ?? (act.data && !act.data.ok && act.state === "idle" ? act.data.errors.file : null);
  return (
    <Page
      title="Import"
      subtitle="Shipments and tracking events from a CSV file"
      backAction={{ content: "Shipments", url: "/app/shipments" }}
      secondaryActions={[{ content: "Paste numbers", url: "/app/shipments/track" }]}
    >
      <TitleBar title="Import" />
      <BlockStack gap="400">
        <Card>
          <BlockStack gap="400">
            <DropZone type="file" allowMultiple={false} onDrop={(_all, accepted) => choose(accepted)} label="CSV file">
              {file ? (
                <Box padding="600">
                  <BlockStack gap="100" inlineAlign="center">
                    <Text as="p" fontWeight="semibold" alignment="center">
                      {file.name}
                    </Text>
                    <Text as="p" tone="subdued">{`${Math.max(1, Math.round(file.size / 1_024)).toLocaleString("en")} KB`}</Text>
                  </BlockStack>
                </Box>
              ) : (
                <DropZone.FileUpload actionTitle="Choose a file" actionHint={`CSV or text, at most ${MAX_FILE_WORDS}`} />
              )}
            </DropZone>
            {error ? <InlineError message={error} fieldID="file" /> : null}
            <InlineStack>
              <Button variant="primary" onClick={upload} loading={act.state !== "idle"} disabled={file === null}>
                Look at it
              </Button>
            </InlineStack>
            <List>
              <List.Item>Shipments: a tracking number in each row, with carrier, order, date and country where you have them.</List.Item>
              <List.Item>Tracking events: a tracking number, a date and what happened, as a status, a code or words.</List.Item>
              <List.Item>Nothing is imported before you have seen how the file is read. The same file twice changes nothing.</List.Item>
            </List>
          </BlockStack>
        </Card>
        {page.items.length > 0 ? (
          <Card padding="0">
            <Box padding="400" paddingBlockEnd="200">
              <Text as="h2" variant="headingMd">
                Files of the last 30 days
              </Text>
            </Box>
            <ImportList items={page.items} now={page.now} />
          </Card>
        ) : null}
      </BlockStack>
    </Page>
  );
}
