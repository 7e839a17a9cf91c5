import { json, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useFetcher, useLoaderData } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { Banner, BlockStack, Card, InlineStack, Page, ProgressBar, Text } from "@shopify/polaris";

import { DownloadButton } from "~/components/download-button";
import { ImportStatus, importWords } from "~/components/import-list";
import { ImportMapping, type MappingOptions } from "~/components/import-mapping";
import { BadRows, PreviewRows } from "~/components/import-rows";
import { useFormat } from "~/components/use-format";
import { useLive } from "~/components/use-live";
import { useToast, type ActionAnswer } from "~/components/use-toast";
import { shopCarrierNames } from "~/presenters/admin/carrier-name";
import { presentImport } from "~/presenters/admin/imports";
import { requireShop } from "~/routes-auth.server";
import { readForm, readJsonText, readParam } from "~/routes-input.server";
import { changeImport, startImport, stopImport } from "~/use-cases/imports/change-import";
import { previewImport } from "~/use-cases/imports/preview-import";
import { badRows } from "~/use-cases/imports/problem-report";

export { PageError as ErrorBoundary } from "~/components/page-error";
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data ? data.fileName : "Not found"} · Milepost` }];

/** Bad rows that the page itself shows; the download has all. */
const SHOWN = 100;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { shop, deps, useCases } = await requireShop(request, context);
  const input = { shopId: shop.id, timeZone: shop.timeZone, id: readParam(params, "id") };
  const preview = await previewImport(useCases, input);
  if (!preview) throw json({ message: "This file is not there any more" }, { status: 404 });
  const bad = preview.file.failed > 0 ? await badRows(useCases, { ...input, take: SHOWN }) : [];
  return json(presentImport(preview, bad, await shopCarrierNames(deps.db.prisma, shop.id, useCases.carriers.all)));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { shop, useCases } = await requireShop(request, context);
  const form = await readForm(request);
  const input = { shopId: shop.id, timeZone: shop.timeZone, id: readParam(params, "id") };
  switch (form.text("intent")) {
    case "change": {
      const result = await changeImport(useCases, { ...input, kind: form.text("kind"), options: readJsonText(form.text("options")) });
      return json(result, { status: result.ok ? 200 : 422 });
    }
    case "start": {
      const result = await startImport(useCases, input);
      return json(result.ok ? { ok: true, toast: "The import has begun" } : { ok: false, toast: result.errors[""] });
    }
    case "stop": {
      const result = await stopImport(useCases, input);
      return json(result.ok ? { ok: true, toast: "Stopped" } : { ok: false, toast: result.errors[""] });
    }
    default:
      return json({ ok: false, toast: "That could not be understood." }, { status: 400 });
  }
}

export default function ImportFile() {
  const page = useLoaderData<typeof loader>();
  const act = useFetcher<ActionAnswer>();
  const format = useFormat();
  useToast(act.data);
  const working = page.status === "queued" || page.status === "running";
  useLive(working ? 1_500 : null);
  const submit = (intent: string, more: Record<string, string> = {}) => act.submit({ intent, ...more }, { method: "post" });
  const doing = (intent: string) => act.state !== "idle" && act.formData?.get("intent") === intent;
  const draft = page.status === "draft";
  return (
    <Page
      title={page.fileName}
      titleMetadata={<ImportStatus item={page} />}
      subtitle={`${page.encoding.toUpperCase()}, columns divided by ${page.separator === "tab" ? "tabs" : `“${page.separator}”`}`}
      backAction={{ content: "Import", url: "/app/shipments/import" }}
      primaryAction={draft ? { content: "Start import", onAction: () => submit("start"), loading: doing("start"), disabled: page.missing.length > 0 || doing("change") } : undefined}
      secondaryActions={draft || working ? [{ content: draft ? "Discard" : "Stop", destructive: true, onAction: () => submit("stop"), loading: doing("stop") }] : []}
    >
      <TitleBar title={page.fileName} />
      <BlockStack gap="400">
        {draft && page.rows ? (
          <>
            <ImportMapping
              kind={page.kind}
              headers={page.headers}
              fields={page.fields}
              options={page.options as MappingOptions}
              zoneError={act.data?.errors?.zone}
              onChange={(kind, options) => submit("change", { kind, options: JSON.stringify(options) })}
            />
            <PreviewRows rows={page.rows} follow={page.options.follow} />
          </>
        ) : (
          <Card>
            <BlockStack gap="300">
              <div role="status">
                <Text as="p" variant="headingMd">
                  {importWords(page, format.number)}
                </Text>
              </div>
              {working ? (
                <>
                  <ProgressBar progress={page.total > 0 ? Math.min(100, (page.done / page.total) * 100) : 0} size="small" />
                  <Text as="p" tone="subdued">{`${format.number(page.done)} of ${format.number(page.total)} rows. It goes on when you leave this page.`}</Text>
                </>
              ) : null}
              {page.unknown > 0 ? (
                <Text as="p" tone="subdued">{`${format.number(page.unknown)} scans were not understood: they are kept, and counted by their code under Connections.`}</Text>
              ) : null}
              {page.failed > 0 ? (
                <InlineStack>
                  <DownloadButton url={`/app/shipments/import/${page.id}/problems`} fileName={`${page.fileName.replace(/\.\w+$/, "")}-to-mend.csv`} label="Download rows to mend" />
                </InlineStack>
              ) : null}
            </BlockStack>
          </Card>
        )}
        {page.error ? (
          <Banner tone="critical" title="The import did not end">
            <p>{page.error}</p>
          </Banner>
        ) : null}
        {page.bad.length > 0 ? <BadRows rows={page.bad} total={page.failed} /> : null}
      </BlockStack>
    </Page>
  );
}
