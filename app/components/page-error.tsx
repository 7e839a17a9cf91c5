import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { Banner, BlockStack, Card, Page, Text } from "@shopify/polaris";

import { NothingHere } from "./nothing-here";

/**
 * What stands where a page could not be made. Answers of Shopify's library (sign-in pages) are shown as they are:
 * they carry the script that goes on.
 */
export function PageError() {
  const error = useRouteError();
  if (isRouteErrorResponse(error)) {
    const data: unknown = error.data;
    if (isMessage(data)) return <Gone message={data.message} />;
    if (typeof data === "string" && data.includes("<script")) return <div dangerouslySetInnerHTML={{ __html: data }} />;
  }
  return (
    <Page title="Something went wrong">
      <Banner tone="critical" title="This page could not be loaded" action={{ content: "Try again", onAction: () => window.location.reload() }}>
        <BlockStack gap="200">
          <Text as="p">Nothing was lost. If it happens again, open Home and come back, or tell whoever runs Milepost.</Text>
        </BlockStack>
      </Banner>
    </Page>
  );
}

function isMessage(data: unknown): data is { message: string } {
  return typeof data === "object" && data !== null && "message" in data && typeof data.message === "string";
}

function Gone({ message }: { message: string }) {
  return (
    <Page title="Not found" backAction={{ content: "Shipments", url: "/app/shipments" }}>
      <Card>
        <NothingHere
          heading={message}
          sentence="It may have been removed in Shopify, or the address may be incomplete."
          action={{ content: "See all shipments", url: "/app/shipments" }}
        />
      </Card>
    </Page>
  );
}
