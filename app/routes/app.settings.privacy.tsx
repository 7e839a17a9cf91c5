import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, Card, InlineStack, Layout, Link, Page, Text } from "@shopify/polaris";

import { DataRequestRow } from "~/components/data-request-row";
import { useFormat } from "~/components/use-format";
import { presentPrivacy } from "~/presenters/admin/privacy";
import { requireShop } from "~/routes-auth.server";

export { PageError as ErrorBoundary } from "~/components/page-error";
export const meta: MetaFunction = () => [{ title: "Privacy · Milepost" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop, deps, useCases } = await requireShop(request, context);
  return json(await presentPrivacy(deps.db.prisma, shop.id, useCases));
}

export default function Privacy() {
  const { requests, log, periods, pages } = useLoaderData<typeof loader>();
  const format = useFormat();
  return (
    <Page title="Privacy" backAction={{ content: "Settings", url: "/app/settings" }}>
      <TitleBar title="Privacy" />
      <Layout>
        <Layout.AnnotatedSection title="Customers’ requests" description="When a customer asks Shopify for their data, Milepost gathers what it keeps of them. Hand the file over within 30 days. When they ask to be forgotten, it is done at once.">
          <Card>
            {requests.length === 0 ? (
              <Text as="p" tone="subdued">
                No customer has asked yet.
              </Text>
            ) : (
              <BlockStack gap="400">
                {requests.map((each) => (
                  <DataRequestRow key={each.id} id={each.id} requestId={each.requestId} when={format.dateTime(each.at)} />
                ))}
              </BlockStack>
            )}
          </Card>
        </Layout.AnnotatedSection>
        <Layout.AnnotatedSection title="Who has read customers’ data" description="Names, e-mails, phone numbers and addresses are stored encrypted. Each time they are opened, it is written down who did and why; never what was read.">
          <Card>
            {log.length === 0 ? (
              <Text as="p" tone="subdued">
                Nobody yet.
              </Text>
            ) : (
              <BlockStack gap="300">
                {log.map((each, index) => (
                  <BlockStack key={index}>
                    <Text as="p">{`${each.who}: ${each.why}`}</Text>
                    <Text as="p" tone="subdued">{`${format.dateTime(each.at)} · ${each.fields}`}</Text>
                  </BlockStack>
                ))}
              </BlockStack>
            )}
          </Card>
        </Layout.AnnotatedSection>
        <Layout.AnnotatedSection title="How long data is kept" description="What is older is deleted by itself, once a day. Those who run this installation set these periods.">
          <Card>
            <BlockStack gap="300">
              {periods.map((each) => (
                <InlineStack key={each.what} align="space-between" gap="400" wrap={false}>
                  <Text as="p">{each.what}</Text>
                  <div className="mp-nowrap">
                    <Text as="p" tone="subdued">{`${format.number(each.days)} days`}</Text>
                  </div>
                </InlineStack>
              ))}
            </BlockStack>
          </Card>
        </Layout.AnnotatedSection>
        <Layout.AnnotatedSection title="For your shoppers" description="What Milepost does with personal data, in public: your own privacy policy can refer to it.">
          <Card>
            <InlineStack gap="400">
              <Link url={pages.privacy} target="_blank">
                Privacy policy
              </Link>
              <Link url={pages.support} target="_blank">
                Support
              </Link>
            </InlineStack>
          </Card>
        </Layout.AnnotatedSection>
      </Layout>
    </Page>
  );
}
