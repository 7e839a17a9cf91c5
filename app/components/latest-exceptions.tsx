import { BlockStack, Box, Button, Card, InlineStack, Text } from "@shopify/polaris";

import { ExceptionRow, type ExceptionRowItem } from "./exception-row";

/** The most urgent open exceptions, with the way to all of them. */
export function LatestExceptions({ items, now, open }: { items: ExceptionRowItem[]; now: string; open: number }) {
  return (
    <Card padding="0">
      <BlockStack>
        <Box padding="400" paddingBlockEnd="200">
          <InlineStack align="space-between" blockAlign="center">
            <Text as="h2" variant="headingMd">
              Needs a look first
            </Text>
            {open > items.length ? (
              <Button variant="plain" url="/app/exceptions">{`All ${open}`}</Button>
            ) : null}
          </InlineStack>
        </Box>
        {items.length === 0 ? (
          <Box padding="400" paddingBlockStart="0">
            <Text as="p" tone="subdued">
              Nothing is open. A label without a scan, or a shipment that stands still, will be listed here.
            </Text>
          </Box>
        ) : (
          <ul className="mp-rows">
            {items.map((item) => (
              <ExceptionRow key={item.id} item={item} now={now} />
            ))}
          </ul>
        )}
      </BlockStack>
    </Card>
  );
}
