import { BlockStack, Card, InlineStack, Text } from "@shopify/polaris";

import { StatusBadge } from "./status-badge";
import { useFormat } from "./use-format";

export interface SummaryFacts {
  status: string;
  detail: string | null;
  statusAt: string | null;
  direction: string;
  estimate: { earliest: string; latest: string; precision: "instant" | "day"; zone: string | null } | null;
}

const STEPS = ["Label created", "In transit", "Out for delivery", "Delivered"] as const;

/** How far along each status is; a status with trouble stands where it was met. */
const REACHED: Readonly<Record<string, { step: number; trouble?: boolean; last?: string; third?: string }>> = {
  PENDING: { step: 0 },
  PRE_TRANSIT: { step: 1 },
  IN_TRANSIT: { step: 2 },
  OUT_FOR_DELIVERY: { step: 3 },
  ATTEMPTED_DELIVERY: { step: 3, trouble: true, third: "Delivery attempted" },
  READY_FOR_PICKUP: { step: 3, third: "Ready for pickup" },
  DELIVERED: { step: 4 },
  EXCEPTION: { step: 2, trouble: true },
  RETURNING: { step: 3, trouble: true, third: "Coming back", last: "Returned" },
  RETURNED: { step: 4, trouble: true, third: "Coming back", last: "Returned" },
  EXPIRED: { step: 2, trouble: true },
};

/** Where it stands, and when it should arrive. */
export function ShipmentSummary({ facts, now }: { facts: SummaryFacts; now: string }) {
  const format = useFormat();
  const reached = REACHED[facts.status] ?? { step: 0 };
  const labels = [STEPS[0], STEPS[1], reached.third ?? STEPS[2], reached.last ?? STEPS[3]];
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="start" gap="400">
          <BlockStack gap="100">
            <Text as="span" variant="bodySm" tone="subdued">
              Status
            </Text>
            <InlineStack align="start" gap="200" blockAlign="center">
              <StatusBadge status={facts.status} detail={facts.detail} />
              {facts.statusAt ? (
                <Text as="span" tone="subdued">
                  {format.ago(facts.statusAt, now)}
                </Text>
              ) : null}
            </InlineStack>
          </BlockStack>
          <BlockStack gap="100">
            <Text as="span" variant="bodySm" tone="subdued">
              Expected
            </Text>
            <Text as="span" fontWeight="semibold">
              {facts.estimate ? estimateWords(facts.estimate, format) : "No source has named a day"}
            </Text>
          </BlockStack>
        </InlineStack>
        <ol className="mp-track">
          {labels.map((label, index) => (
            <li key={label} data-done={index < reached.step || undefined} data-trouble={(reached.trouble && index === reached.step - 1) || undefined}>
              {label}
            </li>
          ))}
        </ol>
      </BlockStack>
    </Card>
  );
}

function estimateWords(estimate: NonNullable<SummaryFacts["estimate"]>, format: ReturnType<typeof useFormat>): string {
  const { earliest, latest, precision, zone } = estimate;
  const write = (iso: string) => (precision === "day" ? format.day(iso, zone) : `${format.day(iso)}, ${format.time(iso)}`);
  if (earliest === latest || write(earliest) === write(latest)) return write(latest);
  if (precision === "instant" && format.day(earliest) === format.day(latest)) return `${write(earliest)} to ${format.time(latest)}`;
  return `${write(earliest)} to ${write(latest)}`;
}
