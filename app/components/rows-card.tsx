import { BlockStack, Box, Card, InlineStack, Text } from "@shopify/polaris";
import { Children, type ReactNode } from "react";

/** A card with a heading, a sentence, what narrows the list, and rows. */
export function RowsCard({ title, words, aside, tools, foot, children }: { title: string; words: string; aside?: ReactNode; tools?: ReactNode; foot?: ReactNode; children: ReactNode }) {
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="300">
          <InlineStack align="space-between" blockAlign="start" gap="200">
            <BlockStack gap="100">
              <Text as="h2" variant="headingMd">
                {title}
              </Text>
              <Text as="p" tone="subdued">
                {words}
              </Text>
            </BlockStack>
            {aside}
          </InlineStack>
          {tools}
        </BlockStack>
      </Box>
      {Children.count(children) > 0 ? <ul className="mp-rows mp-rows-below">{children}</ul> : null}
      {foot}
    </Card>
  );
}
