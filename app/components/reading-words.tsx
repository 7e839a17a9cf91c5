import { InlineStack, Text } from "@shopify/polaris";

import { StatusBadge } from "./status-badge";

/** A code and text by which scans are told apart. */
export function ScanWords({ provider, code, text }: { provider: string; code: string | null; text: string | null }) {
  return (
    <>
      <InlineStack align="start" gap="200" blockAlign="center">
        <Text as="span" fontWeight="semibold">
          {provider}
        </Text>
        {code ? <code className="mp-code">{code}</code> : null}
      </InlineStack>
      {text ? (
        <Text as="p" breakWord>
          {text}
        </Text>
      ) : null}
    </>
  );
}

/** "In transit → Delivered", with what is read as built in where a side is null. */
export function ReadingChange({ before, after }: { before: ReadingView | null; after: ReadingView | null }) {
  return (
    <InlineStack align="start" gap="150" blockAlign="center">
      <ReadingBadge reading={before} />
      <Text as="span" tone="subdued">
        <span aria-hidden="true">→</span>
        <span className="mp-hidden">becomes</span>
      </Text>
      <ReadingBadge reading={after} />
    </InlineStack>
  );
}

export interface ReadingView {
  status: string;
  detail: string | null;
}

function ReadingBadge({ reading }: { reading: ReadingView | null }) {
  return reading ? (
    <StatusBadge status={reading.status} detail={reading.detail} />
  ) : (
    <Text as="span" tone="subdued">
      as built in
    </Text>
  );
}
