import { Badge, BlockStack, Box, Button, Card, InlineStack, Link, Text } from "@shopify/polaris";

import { useFormat } from "./use-format";

export interface UnmappedView {
  id: string;
  provider: string;
  code: string;
  text: string;
  count: number;
  lastSeenAt: string;
  shipmentId: string | null;
}

/** Codes that no map knows: kept, counted, and never guessed. */
export function UnmappedCard({ codes, now }: { codes: UnmappedView[]; now: string }) {
  const format = useFormat();
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="100">
          <InlineStack align="space-between" blockAlign="center">
            <Text as="h2" variant="headingMd">
              Codes nobody has mapped
            </Text>
            <Button variant="plain" url="/app/settings/mappings">
              Status mapping
            </Button>
          </InlineStack>
          <Text as="p" tone="subdued">
            {codes.length === 0
              ? "Every code that came in was understood."
              : "These scans stand in the timelines word for word. They change no status, because what they mean is not known."}
          </Text>
        </BlockStack>
      </Box>
      {codes.length > 0 ? (
        <ul className="mp-rows">
          {codes.map((each) => (
            <li key={each.id}>
              <InlineStack align="space-between" blockAlign="center" gap="200">
                <BlockStack gap="050">
                  <InlineStack align="start" gap="200" blockAlign="center">
                    <Text as="span" fontWeight="semibold">
                      {each.provider}
                    </Text>
                    {each.code ? <code className="mp-code">{each.code}</code> : null}
                  </InlineStack>
                  {each.text ? <Text as="p">{each.text}</Text> : null}
                  <Text as="p" variant="bodySm" tone="subdued">
                    {`last seen ${format.ago(each.lastSeenAt, now)}`}
                    {each.shipmentId ? (
                      <>
                        {" · "}
                        <Link url={`/app/shipments/${each.shipmentId}`}>see an example</Link>
                      </>
                    ) : null}
                    {each.code || each.text ? (
                      <>
                        {" · "}
                        <Link url={`/app/settings/mappings?unmapped=${each.id}`}>say what it means</Link>
                      </>
                    ) : null}
                  </Text>
                </BlockStack>
                <Badge>{`${format.number(each.count)} ×`}</Badge>
              </InlineStack>
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  );
}
