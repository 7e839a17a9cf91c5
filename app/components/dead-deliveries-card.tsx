import { useFetcher } from "@remix-run/react";
import { BlockStack, Box, Button, Card, InlineStack, Text } from "@shopify/polaris";

import { useFormat } from "./use-format";
import { useToast, type ActionAnswer } from "./use-toast";

export interface DeadDelivery {
  id: string;
  source: string;
  topic: string;
  receivedAt: string;
  attempts: number;
  error: string | null;
}

/** Webhooks that were given up on; nothing is shown while there are none. */
export function DeadDeliveriesCard({ deliveries, now }: { deliveries: DeadDelivery[]; now: string }) {
  if (deliveries.length === 0) return null;
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            Webhooks that could not be dealt with
          </Text>
          <Text as="p" tone="subdued">
            They are kept until you retry them; nothing of them is lost.
          </Text>
        </BlockStack>
      </Box>
      <ul className="mp-rows">
        {deliveries.map((each) => (
          <Row key={each.id} delivery={each} now={now} />
        ))}
      </ul>
    </Card>
  );
}

function Row({ delivery, now }: { delivery: DeadDelivery; now: string }) {
  const format = useFormat();
  const act = useFetcher<ActionAnswer>();
  useToast(act.data);
  return (
    <li>
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <BlockStack gap="050">
          <Text as="span" fontWeight="semibold">{`${delivery.source} · ${delivery.topic}`}</Text>
          <Text as="p">{delivery.error ?? "No reason was kept."}</Text>
          <Text as="p" variant="bodySm" tone="subdued">{`received ${format.ago(delivery.receivedAt, now)}, tried ${delivery.attempts} times`}</Text>
        </BlockStack>
        <act.Form method="post" action="/app/settings/connections">
          <input type="hidden" name="intent" value="retry" />
          <input type="hidden" name="delivery" value={delivery.id} />
          <Button submit loading={act.state !== "idle"}>
            Retry
          </Button>
        </act.Form>
      </InlineStack>
    </li>
  );
}
