import { Badge, BlockStack, Button, Card, InlineStack, SkeletonBodyText, Text } from "@shopify/polaris";

export type BlockView = { state: "active" | "absent"; theme: string } | { state: "unknown"; reason: string };

/** Whether shoppers can see the tracking page: the theme block's status. `block` is null while it is being looked at. */
export function TrackingPageCard({ block, editorUrl, pageUrl }: { block: BlockView | null; editorUrl: string; pageUrl: string }) {
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center">
          <Text as="h2" variant="headingMd">
            Tracking page
          </Text>
          {block ? <BlockBadge state={block.state} /> : <Badge>Looking</Badge>}
        </InlineStack>
        <div style={{ minHeight: "2.5rem" }}>{block ? <Text as="p">{sentence(block)}</Text> : <SkeletonBodyText lines={2} />}</div>
        <InlineStack gap="200">
          <Button url={editorUrl} target="_top">
            {block?.state === "active" ? "Open theme editor" : "Add to theme"}
          </Button>
          <Button url={pageUrl} target="_blank" variant="plain">
            View page
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

/** The status in a sentence; also for the setup guide. */
export function sentence(block: BlockView): string {
  switch (block.state) {
    case "active":
      return `The tracking block is on in ${block.theme}.`;
    case "absent":
      return `The tracking block is not shown in ${block.theme} yet. Shoppers can use the plain page meanwhile.`;
    case "unknown":
      return `Your theme could not be checked: ${block.reason}`;
  }
}

function BlockBadge({ state }: { state: BlockView["state"] }) {
  if (state === "active") return <Badge tone="success">On</Badge>;
  if (state === "absent") return <Badge tone="attention">Not added</Badge>;
  return <Badge>Could not be checked</Badge>;
}
