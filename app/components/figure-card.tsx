import { Link } from "@remix-run/react";
import { BlockStack, Card, Text } from "@shopify/polaris";

/** One figure of the home page; the whole card leads to what it counts. */
export function FigureCard({ label, value, note, tone, to }: {
  label: string;
  value: string;
  note: string;
  tone?: "critical" | "success" | "subdued";
  to?: string;
}) {
  const body = (
    <Card>
      <BlockStack gap="100">
        <span className="mp-figure-label">
          <Text as="span" variant="bodyMd" tone="subdued">
            {label}
          </Text>
        </span>
        <span className="mp-figure-value">{value}</span>
        <span className="mp-figure-note">
          <Text as="span" variant="bodySm" tone={tone ?? "subdued"}>
            {note}
          </Text>
        </span>
      </BlockStack>
    </Card>
  );
  return to ? (
    <Link to={to} className="mp-figure" prefetch="intent">
      {body}
    </Link>
  ) : (
    <div className="mp-figure">{body}</div>
  );
}
