import { BlockStack, Card, InlineGrid, Layout, SkeletonBodyText, SkeletonDisplayText, SkeletonPage } from "@shopify/polaris";

import type { PageKind } from "./pending-page";

/** The frame of a page while its data are on their way. */
export function PageSkeleton({ page }: { page: PageKind }) {
  return (
    <div aria-busy="true" aria-label="Loading">
      <SkeletonPage primaryAction={page !== "home"} backAction={page === "shipment"} fullWidth={page === "list"}>
        {FRAMES[page]()}
      </SkeletonPage>
    </div>
  );
}

function block(lines: number) {
  return (
    <Card>
      <BlockStack gap="400">
        <SkeletonDisplayText size="small" />
        <SkeletonBodyText lines={lines} />
      </BlockStack>
    </Card>
  );
}

const FRAMES: Readonly<Record<PageKind, () => JSX.Element>> = {
  home: () => (
    <BlockStack gap="400">
      <InlineGrid columns={{ xs: 2, md: 3 }} gap="400">
        {[1, 2, 3, 4, 5, 6].map((key) => (
          <Card key={key}>
            <SkeletonBodyText lines={3} />
          </Card>
        ))}
      </InlineGrid>
      {block(6)}
    </BlockStack>
  ),
  list: () => (
    <Card>
      <SkeletonBodyText lines={20} />
    </Card>
  ),
  shipment: () => (
    <Layout>
      <Layout.Section>
        <BlockStack gap="400">
          {block(2)}
          {block(12)}
        </BlockStack>
      </Layout.Section>
      <Layout.Section variant="oneThird">
        <BlockStack gap="400">
          {block(4)}
          {block(4)}
        </BlockStack>
      </Layout.Section>
    </Layout>
  ),
  settings: () => (
    <BlockStack gap="400">
      {block(6)}
      {block(6)}
    </BlockStack>
  ),
};
