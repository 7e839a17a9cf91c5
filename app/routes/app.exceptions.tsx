import { json, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useFetcher, useLoaderData, useSearchParams } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { Box, Button, Card, InlineStack, Page, Pagination, Tabs } from "@shopify/polaris";

import { ExceptionRow } from "~/components/exception-row";
import { NothingHere } from "~/components/nothing-here";
import { useFormat } from "~/components/use-format";
import { useLive } from "~/components/use-live";
import { useToast } from "~/components/use-toast";
import { shopCarrierNames } from "~/presenters/admin/carrier-name";
import { presentExceptions } from "~/presenters/admin/exceptions";
import { requireShop } from "~/routes-auth.server";
import { readForm, readQuery } from "~/routes-input.server";
import { resolveExceptions } from "~/use-cases/resolve-exception";

export { PageError as ErrorBoundary } from "~/components/page-error";
export const meta: MetaFunction = () => [{ title: "Exceptions · Milepost" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop, deps, useCases } = await requireShop(request, context);
  return json(
    await presentExceptions(deps.db.prisma, {
      shopId: shop.id,
      names: await shopCarrierNames(deps.db.prisma, shop.id, useCases.carriers.all),
      params: readQuery(request),
      now: useCases.now(),
    }),
  );
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { shop, useCases } = await requireShop(request, context);
  const form = await readForm(request);
  const count = await resolveExceptions(useCases, { shopId: shop.id, exceptionIds: form.all("id").slice(0, 250) });
  return json({ ok: count > 0, toast: count > 0 ? "Resolved" : "It was resolved before" });
}

export default function Exceptions() {
  const page = useLoaderData<typeof loader>();
  const [params, setParams] = useSearchParams();
  const format = useFormat();
  useLive(30_000);
  const change = (edit: (next: URLSearchParams) => void) => {
    const next = new URLSearchParams(params);
    next.delete("page");
    edit(next);
    setParams(next, { preventScrollReset: true });
  };
  const turnTo = (number: number) => () => change((next) => next.set("page", String(number)));
  return (
    <Page title="Exceptions" subtitle="What is going wrong, the most urgent first">
      <TitleBar title="Exceptions" />
      <Card padding="0">
        <div className="mp-tabs">
          <Tabs
            tabs={[
              { id: "open", content: "Open", badge: format.number(page.open), panelID: "exceptions" },
              { id: "resolved", content: "Resolved", panelID: "exceptions" },
            ]}
            selected={page.state === "open" ? 0 : 1}
            onSelect={(index) => change((next) => (index === 1 ? next.set("state", "resolved") : next.delete("state")))}
          />
        </div>
        <Box padding="300" paddingBlockStart="100">
          <InlineStack gap="200">
            {page.rules.map((rule) => (
              <Button
                key={rule.code}
                size="slim"
                pressed={rule.chosen}
                onClick={() =>
                  change((next) => {
                    const others = next.getAll("rule").filter((code) => code !== rule.code);
                    next.delete("rule");
                    for (const code of rule.chosen ? others : [...others, rule.code]) next.append("rule", code);
                  })
                }
              >
                {page.state === "open" ? `${rule.name} (${format.number(rule.open)})` : rule.name}
              </Button>
            ))}
          </InlineStack>
        </Box>
        <div id="exceptions">
          {page.items.length === 0 ? (
            <NothingHere
              heading={page.state === "open" ? "Nothing is open" : "Nothing was resolved yet"}
              sentence={
                page.state === "open"
                  ? "Milepost watches for labels without a scan, shipments that stand still and problems that carriers report."
                  : "Exceptions that clear themselves, and those you resolve, are kept here."
              }
            />
          ) : (
            <ul className="mp-rows">
              {page.items.map((item) => (
                <ExceptionRow key={item.id} item={item} now={page.now} aside={item.resolvedAt ? undefined : <Resolve id={item.id} title={item.title} />} />
              ))}
            </ul>
          )}
        </div>
        {page.page > 1 || page.hasNext ? (
          <Pagination type="table" hasPrevious={page.page > 1} hasNext={page.hasNext} onPrevious={turnTo(page.page - 1)} onNext={turnTo(page.page + 1)} />
        ) : null}
      </Card>
    </Page>
  );
}

function Resolve({ id, title }: { id: string; title: string }) {
  const act = useFetcher<typeof action>();
  useToast(act.data);
  return (
    <act.Form method="post" action="/app/exceptions">
      <input type="hidden" name="id" value={id} />
      <Button submit loading={act.state !== "idle"} accessibilityLabel={`Resolve: ${title}`}>
        Resolve
      </Button>
    </act.Form>
  );
}
