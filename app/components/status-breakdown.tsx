import { Link } from "@remix-run/react";
import { BlockStack, Card, Text } from "@shopify/polaris";

import { TRACKING_STATUSES, type TrackingStatus } from "~/domain/tracking/status";

import { statusWords } from "./status-words";
import { useFormat } from "./use-format";

/** Apart in hue and in lightness, so that they can be told without colour too; the legend names each. */
const COLOURS: Readonly<Record<TrackingStatus, string>> = {
  PENDING: "#c3c8cd",
  PRE_TRANSIT: "#929aa3",
  IN_TRANSIT: "#5b93d6",
  OUT_FOR_DELIVERY: "#1d4f91",
  ATTEMPTED_DELIVERY: "#e0a32e",
  READY_FOR_PICKUP: "#8b6fc0",
  DELIVERED: "#1f6f54",
  EXCEPTION: "#c5362e",
  RETURNING: "#b98a5a",
  RETURNED: "#7a5530",
  EXPIRED: "#5c6166",
  UNKNOWN: "#5c6166",
};

/** How a shop's shipments stand, as one bar and its legend. */
export function StatusBreakdown({ statuses, total }: { statuses: Record<string, number>; total: number }) {
  const format = useFormat();
  const shown = TRACKING_STATUSES.flatMap((status) => {
    const count = statuses[status] ?? 0;
    return count > 0 ? [{ status, count, colour: COLOURS[status], label: statusWords(status).label }] : [];
  });
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Where everything is
        </Text>
        <div className="mp-share" aria-hidden="true">
          {shown.map(({ status, count, colour }) => (
            <span key={status} style={{ flexGrow: count, background: colour }} />
          ))}
        </div>
        {total === 0 ? (
          <Text as="p" tone="subdued">
            No shipments yet. They appear here once an order is fulfilled with a tracking number.
          </Text>
        ) : (
          <ul className="mp-legend">
            {shown.map(({ status, count, colour, label }) => (
              <li key={status}>
                <Link to={`/app/shipments?status=${status}`} className="mp-legend-row">
                  <span className="mp-dot" style={{ background: colour }} aria-hidden="true" />
                  <span>{label}</span>
                  <span>{format.number(count)}</span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </BlockStack>
    </Card>
  );
}
