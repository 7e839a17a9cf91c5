import { BlockStack, Badge, InlineStack, Link, Text } from "@shopify/polaris";
import type { ReactNode } from "react";

import { StatusBadge } from "./status-badge";
import { useFormat } from "./use-format";

export interface ExceptionRowItem {
  id: string;
  severity: string;
  title: string;
  sentence: string;
  openedAt: string;
  resolvedAt: string | null;
  resolution: string | null;
  shipment: {
    id: string;
    number: string;
    carrier: string | null;
    status: string;
    detail: string | null;
    lastEventAt: string | null;
    orderName: string | null;
    destination: { city: string | null; country: string | null };
  };
}

/** One exception: what is wrong, with which shipment, since when. `aside` holds what can be done. */
export function ExceptionRow({ item, now, aside }: { item: ExceptionRowItem; now: string; aside?: ReactNode }) {
  const format = useFormat();
  const { shipment } = item;
  const place = [shipment.destination.city, shipment.destination.country].filter(Boolean).join(", ");
  return (
    <li className={item.severity === "critical" && !item.resolvedAt ? "mp-urgent" : undefined}>
      <InlineStack align="space-between" blockAlign="start" gap="200" wrap={Boolean(aside)}>
        <BlockStack gap="100">
          <InlineStack align="start" gap="200" blockAlign="center">
            <Text as="h3" variant="headingSm">
              {item.title}
            </Text>
            <SeverityBadge severity={item.severity} />
          </InlineStack>
          <Text as="p">{item.sentence}</Text>
          <InlineStack align="start" gap="200" blockAlign="center">
            <Link url={`/app/shipments/${shipment.id}`} removeUnderline>
              {shipment.orderName ? `Order ${shipment.orderName}` : `Shipment ${shipment.number}`}
            </Link>
            <StatusBadge status={shipment.status} />
            <Text as="span" variant="bodySm" tone="subdued">
              {[shipment.carrier ?? "Carrier not known", place, when(item, now, format.ago)].filter(Boolean).join(" · ")}
            </Text>
          </InlineStack>
        </BlockStack>
        {aside}
      </InlineStack>
    </li>
  );
}

function when(item: ExceptionRowItem, now: string, ago: (iso: string, now: string) => string): string {
  if (!item.resolvedAt) return `opened ${ago(item.openedAt, now)}`;
  return `${item.resolution === "merchant" ? "resolved by you" : "cleared itself"} ${ago(item.resolvedAt, now)}`;
}

/** How urgent, in a word. */
export function SeverityBadge({ severity }: { severity: string }) {
  if (severity === "critical") return <Badge tone="critical">Critical</Badge>;
  if (severity === "warning") return <Badge tone="warning">Warning</Badge>;
  return <Badge>{severity === "info" ? "Info" : severity}</Badge>;
}
