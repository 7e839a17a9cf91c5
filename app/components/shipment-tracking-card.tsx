import { BlockStack, Button, InlineStack, Text } from "@shopify/polaris";

import { CopyButton } from "./copy-button";
import { Facts, SideCard } from "./shipment-side";
import { useFormat } from "./use-format";

export interface TrackingFacts {
  number: string;
  /** Not Shopify's: given by hand, by file or by API. */
  loose: boolean;
  carrier: { code: string; name: string; source: string } | null;
  trackingCompany: string | null;
  carrierUrl: string | null;
  /** Further numbers: who goes on with it on the last mile. */
  onward: { number: string; carrier: string | null; url: string | null; toldBy: string; since: string }[];
  service: string | null;
  shippedAt: string;
  shippedFrom: string | null;
  destinationCountry: string | null;
  tracking: { state: string; lastAskedAt: string | null; nextAskAt: string | null; failures: number; problem: string | null; registeredWith: string | null };
}

/** How the carrier came to be known, in words. */
const CARRIER_SOURCES: Readonly<Record<string, string>> = {
  merchant: "set by you",
  mapped: "you mapped its name",
  company: "named in Shopify",
  number: "from the number's format",
};

const known = (source: string, loose: boolean) => (loose && source === "company" ? "named with the number" : (CARRIER_SOURCES[source] ?? source));

/** The number, its carrier, and how it is followed. */
export function TrackingCard({ facts, now, shopperLink, onCorrect }: { facts: TrackingFacts; now: string; shopperLink: string | null; onCorrect: () => void }) {
  const format = useFormat();
  const { tracking, carrier } = facts;
  return (
    <SideCard title="Tracking">
      <InlineStack gap="200" blockAlign="center">
        <span className="mp-number">{facts.number}</span>
        <CopyButton value={facts.number} label="Copy number" />
      </InlineStack>
      <Facts
        rows={[
          ["Carrier", carrier?.name ?? null],
          ["Known because", carrier ? known(carrier.source, facts.loose) : null],
          [facts.loose ? "Named as" : "Shopify says", facts.trackingCompany],
          ["Service", facts.service],
          ["Shipped", format.date(facts.shippedAt)],
          ["From", facts.shippedFrom],
          ["To", facts.destinationCountry ? format.country(facts.destinationCountry) : null],
          ["Last asked", tracking.lastAskedAt ? format.ago(tracking.lastAskedAt, now) : "Never"],
          ["Next asked", nextWords(tracking, now, format.ago)],
          ...(tracking.registeredWith ? ([["Registered with", tracking.registeredWith]] as [string, string][]) : []),
        ]}
      />
      {facts.onward.map((each) => (
        <OnwardNumber key={each.number} onward={each} />
      ))}
      {tracking.problem ? (
        <Text as="p" variant="bodySm" tone="caution">
          {tracking.problem}
        </Text>
      ) : null}
      <BlockStack gap="200" inlineAlign="start">
        <Button variant="plain" onClick={onCorrect}>
          Correct the carrier
        </Button>
        {facts.carrierUrl ? (
          <Button variant="plain" url={facts.carrierUrl} external>
            Open carrier page
          </Button>
        ) : null}
        {shopperLink ? <CopyButton value={shopperLink} label="Copy tracking link" /> : null}
      </BlockStack>
    </SideCard>
  );
}

/** The number under which another carrier goes on; its scans are in this shipment's timeline. */
function OnwardNumber({ onward }: { onward: TrackingFacts["onward"][number] }) {
  const format = useFormat();
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingXs">
        {onward.carrier ? `Continues with ${onward.carrier}` : "Continues under another number"}
      </Text>
      <InlineStack gap="200" blockAlign="center">
        <span className="mp-number">{onward.number}</span>
        <CopyButton value={onward.number} label="Copy number" />
        {onward.url ? (
          <Button variant="plain" url={onward.url} external>
            Open page
          </Button>
        ) : null}
      </InlineStack>
      <Text as="p" variant="bodySm" tone="subdued">
        {`Told by ${onward.toldBy}, ${format.date(onward.since)}`}
      </Text>
    </BlockStack>
  );
}

function nextWords(tracking: TrackingFacts["tracking"], now: string, ago: (iso: string, now: string) => string): string {
  if (tracking.state === "stopped") return "Stopped by you";
  if (!tracking.nextAskAt) return "Not any more";
  return tracking.nextAskAt <= now ? "Now" : ago(tracking.nextAskAt, now);
}
