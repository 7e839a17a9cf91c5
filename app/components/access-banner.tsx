import { Banner, BlockStack } from "@shopify/polaris";

export interface AccessView {
  id: string;
  title: string;
  text: string;
}

/** What Shopify or the merchant has not released to the app; nothing when all is there. */
export function AccessBanner({ notices, onRetry }: { notices: readonly AccessView[]; onRetry: () => void }) {
  if (notices.length === 0) return null;
  return (
    <BlockStack gap="300">
      {notices.map((notice) => (
        <Banner key={notice.id} tone="warning" title={notice.title} action={notice.id === "orders" ? { content: "Try again", onAction: onRetry } : undefined}>
          <p>{notice.text}</p>
        </Banner>
      ))}
    </BlockStack>
  );
}
