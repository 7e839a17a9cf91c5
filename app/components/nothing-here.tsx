import { BlockStack, Box, Button, Text } from "@shopify/polaris";

/** An empty state whose picture keeps its place while it loads (Polaris' own moves the page when it arrives). */
export function NothingHere({ heading, sentence, action }: { heading: string; sentence: string; action?: { content: string; url: string } }) {
  return (
    <Box padding="800">
      <BlockStack gap="400" inlineAlign="center">
        <img src="/empty-shipments.svg" alt="" width="210" height="140" />
        <BlockStack gap="150" inlineAlign="center">
          <Text as="h2" variant="headingMd" alignment="center">
            {heading}
          </Text>
          <Text as="p" tone="subdued" alignment="center">
            {sentence}
          </Text>
        </BlockStack>
        {action ? (
          <Button variant="primary" url={action.url}>
            {action.content}
          </Button>
        ) : null}
      </BlockStack>
    </Box>
  );
}
