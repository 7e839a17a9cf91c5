import { Badge, BlockStack, Button, InlineStack, Link, Text } from "@shopify/polaris";

import { RowsCard } from "./rows-card";
import { ScanWords } from "./reading-words";
import { useFormat } from "./use-format";

export interface UnmappedCodeView {
  id: string;
  provider: string;
  providerName: string;
  code: string;
  text: string;
  count: number;
  lastSeenAt: string;
  samples: { shipmentId: string; number: string; order: string; at: string }[];
}

/** Codes that nobody has mapped, each with scans to look at and a way to map it. */
export function MappingUnmapped({ codes, total, now, onMap }: { codes: UnmappedCodeView[]; total: number; now: string; onMap: (code: UnmappedCodeView) => void }) {
  const format = useFormat();
  return (
    <RowsCard
      title={total > 0 ? `Codes nobody has mapped (${format.number(total)})` : "Codes nobody has mapped"}
      words={
        total === 0
          ? "Every code that came in is understood."
          : "These scans stand in the timelines word for word. They change no status until you say what they mean."
      }
    >
      {codes.map((code) => (
        <li key={code.id}>
          <InlineStack align="space-between" blockAlign="start" gap="300" wrap={false}>
            <BlockStack gap="100">
              <ScanWords provider={code.providerName} code={code.code} text={code.text} />
              {code.code === "" && code.text === "" ? (
                <Text as="p" tone="subdued">
                  The source gave neither a code nor a text: no rule can be about it.
                </Text>
              ) : null}
              <Text as="p" variant="bodySm" tone="subdued">
                {`seen ${format.number(code.count)} ${code.count === 1 ? "time" : "times"}, last ${format.ago(code.lastSeenAt, now)}`}
              </Text>
              {code.samples.length > 0 ? (
                <InlineStack align="start" gap="200">
                  {code.samples.map((sample) => (
                    <Link key={sample.shipmentId} url={`/app/shipments/${sample.shipmentId}`}>
                      {`${sample.order}, ${format.day(sample.at)}`}
                    </Link>
                  ))}
                </InlineStack>
              ) : null}
            </BlockStack>
            {code.code === "" && code.text === "" ? (
              <Badge>{`${format.number(code.count)} ×`}</Badge>
            ) : (
              <div className="mp-keep">
                <Button onClick={() => onMap(code)} accessibilityLabel={`Map ${code.providerName} ${code.code || code.text}`}>
                  Map
                </Button>
              </div>
            )}
          </InlineStack>
        </li>
      ))}
    </RowsCard>
  );
}
