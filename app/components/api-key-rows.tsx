import { BlockStack, Button, InlineStack, Text } from "@shopify/polaris";

import { useFormat } from "./use-format";

export interface ApiKeyItem {
  id: string;
  name: string;
  prefix: string;
  createdAt: string;
  lastUsedAt: string | null;
}

/** The keys that work, each with its beginning and its last use. */
export function ApiKeyRows({ keys, now, onRevoke }: { keys: ApiKeyItem[]; now: string; onRevoke: (id: string) => void }) {
  const format = useFormat();
  return (
    <ul className="mp-rows">
      {keys.map((key) => (
        <li key={key.id}>
          <InlineStack align="space-between" blockAlign="center" gap="200">
            <BlockStack gap="050">
              <InlineStack align="start" gap="200" blockAlign="center">
                <Text as="span" fontWeight="semibold">
                  {key.name}
                </Text>
                <span className="mp-code">{`${key.prefix}…`}</span>
              </InlineStack>
              <Text as="span" variant="bodySm" tone="subdued">
                {`Made ${format.date(key.createdAt)} · ${key.lastUsedAt ? `last used ${format.ago(key.lastUsedAt, now)}` : "never used"}`}
              </Text>
            </BlockStack>
            <Button variant="plain" tone="critical" onClick={() => onRevoke(key.id)} accessibilityLabel={`Revoke ${key.name}`}>
              Revoke
            </Button>
          </InlineStack>
        </li>
      ))}
    </ul>
  );
}
