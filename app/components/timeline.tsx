import { Badge, BlockStack, Button, Card, InlineStack, Link, Text } from "@shopify/polaris";

import { StatusBadge } from "./status-badge";
import { detailWords, sourceWords, statusWords } from "./status-words";
import { TimelineRaw } from "./timeline-raw";
import { useFormat } from "./use-format";

export interface TimelineScan {
  key: string;
  at: string;
  certainty: "exact" | "local" | "date" | "received";
  zone: string | null;
  status: string;
  detail: string | null;
  text: string | null;
  place: string | null;
  source: string;
  provider: string;
  carrier: string | null;
  code: string | null;
  mapping: string | null;
  builtIn: { status: string; detail: string | null } | null;
  correctable: boolean;
  receivedAt: string;
  decides: boolean;
  notes: string[];
}

/** A shipment's scans, newest first, each with where it came from and what understood it. */
export function Timeline({ scans, now, shipmentId, onAdd }: { scans: TimelineScan[]; now: string; shipmentId: string; onAdd: () => void }) {
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="center">
          <Text as="h2" variant="headingMd">
            Timeline
          </Text>
          <Button variant="plain" onClick={onAdd}>
            Add an event
          </Button>
        </InlineStack>
        {scans.length === 0 ? (
          <Text as="p" tone="subdued">
            No scan yet. Nothing is known of this shipment but its number.
          </Text>
        ) : (
          <ol className="mp-timeline">
            {scans.map((scan) => (
              <Scan key={scan.key} scan={scan} now={now} shipmentId={shipmentId} />
            ))}
          </ol>
        )}
      </BlockStack>
    </Card>
  );
}

function Scan({ scan, now, shipmentId }: { scan: TimelineScan; now: string; shipmentId: string }) {
  const format = useFormat();
  const time = scan.certainty === "date" ? `${format.date(scan.at)}, time not given` : format.dateTime(scan.at);
  return (
    <li className="mp-scan" data-decides={scan.decides || undefined}>
      <BlockStack gap="100">
        <InlineStack gap="200" blockAlign="center">
          <StatusBadge status={scan.status} detail={scan.detail} />
          {scan.decides ? <Badge tone="success">Decides the status</Badge> : null}
        </InlineStack>
        {scan.text ? <Text as="p">{scan.text}</Text> : null}
        <Text as="p" variant="bodySm" tone="subdued">
          {[time, certainty(scan), scan.place, format.ago(scan.at, now)].filter(Boolean).join(" · ")}
        </Text>
        {scan.notes.map((note) => (
          <Text key={note} as="p" variant="bodySm" tone="caution">
            {note}
          </Text>
        ))}
        <div className="mp-scan-meta">
          <span>{`${sourceWords(scan.source)}: ${scan.provider}`}</span>
          {scan.carrier ? <span>{`scanned by ${scan.carrier}`}</span> : null}
          {scan.code ? (
            <span>
              code <code>{scan.code}</code>
            </span>
          ) : null}
          <ReadBy scan={scan} />
          <span>{`heard ${format.dateTime(scan.receivedAt)}`}</span>
          {scan.correctable ? (
            // The address names the scan by its key alone: its text may name a person.
            <Link url={`/app/settings/mappings?shipment=${encodeURIComponent(shipmentId)}&scan=${encodeURIComponent(scan.key)}`} monochrome>
              Correct this reading
            </Link>
          ) : null}
        </div>
        <TimelineRaw shipmentId={shipmentId} eventKey={scan.key} />
      </BlockStack>
    </li>
  );
}

/** Which mapping understood it; where it is the shop's own, what is built in stands beside it. */
function ReadBy({ scan: { mapping, builtIn } }: { scan: TimelineScan }) {
  if (builtIn) {
    const words = builtIn.detail ? `${statusWords(builtIn.status).label}: ${detailWords(builtIn.detail).toLowerCase()}` : statusWords(builtIn.status).label;
    return <span>{`read by your own rule (version ${mapping?.split("@")[1] ?? ""}); built in: ${words}`}</span>;
  }
  return <span>{mapping ? <>read by <code>{mapping}</code></> : "no mapping knows it"}</span>;
}

function certainty({ certainty: kind, zone }: TimelineScan): string | null {
  switch (kind) {
    case "exact":
      return null;
    case "local":
      return zone ? `local time, read as ${zone}` : "local time, zone not given";
    case "date":
      return null;
    case "received":
      return "time not given: when Milepost heard of it";
  }
}
