import { Banner, BlockStack, ProgressBar, Text } from "@shopify/polaris";

import { useFormat } from "./use-format";

export interface SyncView {
  running: boolean;
  kind: string | null;
  done: number;
  total: number | null;
  share: number | null;
  error: string | null;
}

/** How far reading the shop's orders is; nothing when there is nothing to tell. An hourly look is no news. */
export function SyncBanner({ sync, onRetry }: { sync: SyncView; onRetry: () => void }) {
  const format = useFormat();
  if (sync.error) {
    return (
      <Banner tone="warning" title="Orders could not be read from Shopify" action={{ content: "Try again", onAction: onRetry }}>
        <p>{sync.error}</p>
      </Banner>
    );
  }
  if (!sync.running || sync.kind !== "backfill") return null;
  const read = sync.total === null ? `${format.number(sync.done)} orders read so far` : `${format.number(sync.done)} of ${format.number(sync.total)} orders read`;
  return (
    <Banner tone="info" title="Reading your orders from Shopify">
      <BlockStack gap="200">
        <Text as="p">{`${read}. You can leave this page; it goes on by itself.`}</Text>
        <ProgressBar size="small" progress={sync.share === null ? 5 : Math.round(sync.share * 100)} ariaLabelledBy="sync-progress" />
        <Text as="span" visuallyHidden id="sync-progress">
          {read}
        </Text>
      </BlockStack>
    </Banner>
  );
}
