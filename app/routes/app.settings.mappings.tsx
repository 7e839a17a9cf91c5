import { json, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams, type ShouldRevalidateFunction } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, Page } from "@shopify/polaris";
import { useCallback, useState } from "react";

import { draftOf, draftOfRule, EMPTY_DRAFT } from "~/components/mapping-draft";
import { MappingEditor, type Editing } from "~/components/mapping-editor";
import { MappingProgress } from "~/components/mapping-progress";
import { MappingRules } from "~/components/mapping-rules";
import { MappingSeen } from "~/components/mapping-seen";
import { MappingUnmapped } from "~/components/mapping-unmapped";
import { MappingVersions } from "~/components/mapping-versions";
import { useLive } from "~/components/use-live";
import { carrierNames } from "~/presenters/admin/carrier-name";
import { presentMappings } from "~/presenters/admin/mappings";
import { requireShop } from "~/routes-auth.server";
import { readForm, readQuery } from "~/routes-input.server";
import { changeMapping } from "~/use-cases/change-mapping";
import { previewMapping } from "~/use-cases/preview-mapping";
import { readMappingChange } from "~/use-cases/read-mapping-change";

export { PageError as ErrorBoundary } from "~/components/page-error";
export const meta: MetaFunction = () => [{ title: "Status mapping · Milepost" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop, deps, useCases } = await requireShop(request, context);
  return json(
    await presentMappings(deps.db.prisma, {
      shop,
      names: carrierNames(useCases.carriers.all),
      providers: [...useCases.carriers.all.map((adapter) => adapter.code), "shopify"],
      params: readQuery(request),
      now: useCases.now(),
    }),
  );
}

/** A preview changes nothing that the page shows. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formData, defaultShouldRevalidate }) =>
  formData?.get("intent") === "preview" ? false : defaultShouldRevalidate;

/** `preview` tells what a change would do; `use` makes it, with `history` as far back as there are scans. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { shop, useCases, actor } = await requireShop(request, context);
  const { intent, history, base, note = "", ...form } = (await readForm(request)).fields();
  if (intent !== "preview" && intent !== "use") return json({ ok: false as const, errors: { "": "That could not be understood." } }, { status: 400 });
  const read = await readMappingChange(useCases, { shopId: shop.id, form });
  if (!read.ok) return json(read, { status: 422 });
  const { changes, revertsTo } = read;
  if (intent === "preview") return json({ ok: true as const, preview: await previewMapping(useCases, { shopId: shop.id, changes }) });
  const result = await changeMapping(useCases, {
    shopId: shop.id, changes, revertsTo, history: history === "yes", base: Number(base), note, by: actor.replace(/^staff:/, "staff member "),
  });
  if (!result.ok) return json(result, { status: 422 });
  return json({ ok: true as const, toast: result.shipments > 0 ? "In use; history is being read anew" : "In use" });
}

export default function Mappings() {
  const page = useLoaderData<typeof loader>();
  const [params, setParams] = useSearchParams();
  const [editing, setEditing] = useState<Editing | null>(page.prefill ? { kind: "set", draft: draftOf(page.prefill), title: "Correct this reading" } : null);
  const close = useCallback(() => setEditing(null), []);
  const replays = page.versions.flatMap((version) => (version.replay.state === "running" ? [version.replay] : []));
  useLive(replays.length > 0 ? 2_000 : 30_000);
  const change = useCallback(
    (edit: (next: URLSearchParams) => void) => {
      const next = new URLSearchParams(params);
      edit(next);
      setParams(next, { preventScrollReset: true, replace: true });
    },
    [params, setParams],
  );
  const search = useCallback(
    (words: string) =>
      change((next) => {
        next.delete("page");
        if (words) next.set("q", words);
        else next.delete("q");
      }),
    [change],
  );
  const turn = (name: string) => (to: number) => change((next) => next.set(name, String(to)));
  return (
    <Page
      title="Status mapping"
      subtitle="What carriers' codes mean, where you know better than Milepost"
      backAction={{ content: "Settings", url: "/app/settings" }}
      secondaryActions={[{ content: "Connections", url: "/app/settings/connections" }]}
    >
      <TitleBar title="Status mapping" />
      <BlockStack gap="400">
        <MappingProgress replays={replays} />
        {editing ? (
          <MappingEditor key={JSON.stringify(editing)} editing={editing} onClose={close} providers={page.providers} locale={page.shopperLocale} />
        ) : null}
        <MappingUnmapped
          codes={page.unmapped.rows}
          total={page.unmapped.total}
          now={page.now}
          onMap={(code) => setEditing({ kind: "set", draft: draftOf(code), title: "Map this code" })}
        />
        <MappingRules
          rules={page.rules}
          onAdd={() => setEditing({ kind: "set", draft: EMPTY_DRAFT, title: "Add a rule" })}
          onEdit={(rule) => setEditing({ kind: "set", draft: draftOfRule(rule), title: "Change this rule" })}
          onRemove={(rule) => setEditing({ kind: "remove", rule })}
          onPage={turn("rules")}
        />
        <MappingSeen
          seen={page.seen}
          now={page.now}
          onCorrect={(row) => setEditing({ kind: "set", draft: draftOf({ ...row, ...(row.own ?? row.builtIn) }), title: "Correct this reading" })}
          onSearch={search}
          onPage={turn("page")}
        />
        <MappingVersions versions={page.versions} onRevert={(version) => setEditing({ kind: "revert", version })} />
      </BlockStack>
    </Page>
  );
}
