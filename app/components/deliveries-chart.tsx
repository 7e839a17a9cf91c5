import { BlockStack, Card, Text } from "@shopify/polaris";

import { useFormat } from "./use-format";

/** Deliveries per day as bars; a plain list for who listens to it. */
export function DeliveriesChart({ days }: { days: { day: string; at: string; count: number }[] }) {
  const format = useFormat();
  const most = Math.max(1, ...days.map((each) => each.count));
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Deliveries per day
        </Text>
        <ul className="mp-bars">
          {days.map(({ day, at, count }, index) => (
            <li key={day} className="mp-bar" data-empty={count === 0 || undefined}>
              <Text as="span" visuallyHidden>{`${format.date(at)}: ${count} delivered`}</Text>
              <span className="mp-bar-count" aria-hidden="true">
                {count > 0 ? format.number(count) : ""}
              </span>
              <span className="mp-bar-fill" style={{ height: `${Math.round((count / most) * 100)}px` }} aria-hidden="true" />
              <span className="mp-bar-day" aria-hidden="true">
                {(days.length - 1 - index) % 3 === 0 ? day.slice(8).replace(/^0/, "") : "\u00a0"}
              </span>
            </li>
          ))}
        </ul>
      </BlockStack>
    </Card>
  );
}
