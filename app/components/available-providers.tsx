import { BlockStack, Box, Button, Card, InlineStack, Text } from "@shopify/polaris";

import type { ProviderForm } from "./connection-form";

/** The providers that are not connected yet. */
export function AvailableProviders({ providers, onConnect }: { providers: (ProviderForm & { kind: "carrier" | "aggregator" })[]; onConnect: (code: string) => void }) {
  if (providers.length === 0) return null;
  return (
    <Card padding="0">
      <Box padding="400" paddingBlockEnd="200">
        <Text as="h2" variant="headingMd">
          Connect another
        </Text>
      </Box>
      <ul className="mp-rows">
        {providers.map((provider) => (
          <li key={provider.code}>
            <InlineStack align="space-between" blockAlign="center" gap="200" wrap={false}>
              <BlockStack gap="050">
                <Text as="h3" variant="headingSm">
                  {provider.name}
                </Text>
                <Text as="p" variant="bodySm" tone="subdued">
                  {[
                    provider.kind === "aggregator" ? "Tells of many carriers" : "Tells of its own shipments",
                    provider.pushes ? "sends scans by itself" : "is asked",
                  ].join(", ")}
                </Text>
              </BlockStack>
              <Button onClick={() => onConnect(provider.code)} accessibilityLabel={`Connect ${provider.name}`}>
                Connect
              </Button>
            </InlineStack>
          </li>
        ))}
      </ul>
    </Card>
  );
}
