import { Badge, BlockStack, Button, Card, InlineStack, List, SkeletonBodyText, Text } from "@shopify/polaris";

export type BlockView = { state: "active"; theme: string; onEveryPage: boolean } | { state: "absent"; theme: string } | { state: "unknown"; reason: string };

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
        {block?.state === "absent" ? <ThemeSteps /> : null}
        <InlineStack gap="200">
          <Button url={pageUrl} target="_blank">
            View page
          </Button>
          <Button url={editorUrl} target="_top" variant="plain">
            {block?.state === "active" ? "Open theme editor" : "Add to theme"}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

/** How the block gets onto a page of its own; only the merchant may make templates. */
function ThemeSteps() {
  return (
    <List type="number">
      <List.Item>In the theme editor, open the template menu, choose Pages, then Create template, and name it track-order.</List.Item>
      <List.Item>Come back here and choose Add to theme. The block opens in that template; save it.</List.Item>
      <List.Item>Under Online Store, Pages, create a page and select the template track-order.</List.Item>
    </List>
  );
}

/** The status in a sentence; also for the setup guide. */
export function sentence(block: BlockView): string {
  switch (block.state) {
    case "active":
      return block.onEveryPage
        ? `The tracking block is in the default page template of ${block.theme}, so that every page of the shop shows it. Move it to a template of its own.`
        : `The tracking block is on in ${block.theme}.`;
    case "absent":
      return `Your tracking page works and needs no change to ${block.theme}. To place it in a page that you design, add the block to a template of its own.`;
    case "unknown":
      return `Your theme could not be checked: ${block.reason}`;
  }
}

function BlockBadge({ state }: { state: BlockView["state"] }) {
  if (state === "active") return <Badge tone="success">On</Badge>;
  if (state === "absent") return <Badge tone="attention">Not added</Badge>;
  return <Badge>Could not be checked</Badge>;
}
