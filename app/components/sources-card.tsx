import { Badge, BlockStack, Box, Card, InlineStack, Text } from "@shopify/polaris";

import { StatusBadge } from "./status-badge";
import { sourceWords } from "./status-words";
import { useFormat } from "./use-format";

export interface SourceView {
  source: string;
  provider: string;
  status: string | null;
  detail: string | null;
  at: string | null;
  scans: number;
  heardAt: string;
  stand: "decides" | "agrees" | "behind" | "differs" | "silent";
}

const STANDS: Readonly<Record<SourceView["stand"], { label: string; tone?: "success" | "attention" | "info" }>> = {
  decides: { label: "Decides the status", tone: "success" },
  agrees: { label: "Agrees" },
  behind: { label: "Not as new" },
  differs: { label: "Says otherwise", tone: "attention" },
  silent: { label: "Not understood" },
};

/** Who said what, where more than one source told of a shipment; and by which rule one of them is believed. */
export function SourcesCard({ sources, now }: { sources: SourceView[]; now: string }) {
  const format = useFormat();
  if (sources.length < 2) return null;
  const disagree = sources.some((each) => each.stand === "differs");
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            Who said what
          </Text>
          {disagree ? (
            <Text as="p" tone="subdued">
              The sources disagree. Your own word counts most, then what you told by the API, then the carrier&apos;s own answer, then an aggregator&apos;s copy of it, then Shopify&apos;s events and files.
            </Text>
          ) : null}
        </BlockStack>
      </Box>
      <ul className="mp-rows">
        {sources.map((each) => (
          <li key={`${each.source} ${each.provider}`}>
            <InlineStack align="space-between" blockAlign="center" gap="200">
              <BlockStack gap="050">
                <InlineStack align="start" gap="200" blockAlign="center">
                  <Text as="h3" variant="headingSm">
                    {each.provider}
                  </Text>
                  <Badge tone={STANDS[each.stand].tone}>{STANDS[each.stand].label}</Badge>
                </InlineStack>
                <Text as="p" variant="bodySm" tone="subdued">
                  {[sourceWords(each.source), each.scans === 1 ? "1 scan" : `${format.number(each.scans)} scans`, `heard ${format.ago(each.heardAt, now)}`].join(" · ")}
                </Text>
              </BlockStack>
              {each.status ? <StatusBadge status={each.status} detail={each.detail} /> : null}
            </InlineStack>
          </li>
        ))}
      </ul>
    </Card>
  );
}
