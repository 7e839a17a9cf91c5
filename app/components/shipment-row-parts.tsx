import { Badge, Text } from "@shopify/polaris";

import { StatusBadge } from "./status-badge";
import { useFormat } from "./use-format";

interface RowFacts {
  status: string;
  detail: string | null;
  exceptions: number;
  trackingState: string;
  direction: string;
  city: string | null;
  country: string | null;
}

/** A row's status and what else is special about it. */
export function ShipmentRowBadges({ item }: { item: RowFacts }) {
  return (
    <>
      <StatusBadge status={item.status} />
      {item.exceptions > 0 ? <Badge tone="critical">{item.exceptions === 1 ? "1 exception" : `${item.exceptions} exceptions`}</Badge> : null}
      {item.direction === "return" ? <Badge>Return</Badge> : null}
      {item.trackingState === "stopped" ? <Badge>Stopped</Badge> : null}
    </>
  );
}

/** Where it goes. */
export function ShipmentWhere({ item }: { item: RowFacts }) {
  const format = useFormat();
  const country = item.country ? format.country(item.country) : null;
  if (!item.city && !country) {
    return (
      <Text as="span" tone="subdued">
        Not known
      </Text>
    );
  }
  return <Text as="span">{[item.city, country].filter(Boolean).join(", ")}</Text>;
}
