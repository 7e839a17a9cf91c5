import { BlockStack, Box, Button, ButtonGroup, Card, InlineStack, Text } from "@shopify/polaris";

import { useFormat } from "./use-format";

export interface OwnCarrierView {
  code: string;
  name: string;
  template: string | null;
  shipments: number;
}

interface OwnCarriersProps {
  carriers: OwnCarrierView[];
  onAdd: () => void;
  onEdit: (carrier: OwnCarrierView) => void;
  onRemove: (carrier: OwnCarrierView) => void;
}

/** The shop's own carriers, above the catalogue. */
export function OwnCarriersCard({ carriers, onAdd, onEdit, onRemove }: OwnCarriersProps) {
  const format = useFormat();
  return (
    <Card padding="0">
      <Box padding="400">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            Your own carriers
          </Text>
          <Button onClick={onAdd}>Add a carrier</Button>
        </InlineStack>
        {carriers.length === 0 ? (
          <Text as="p" tone="subdued">
            A local courier or your own van is in no catalogue. Add it, with its tracking page if it has one.
          </Text>
        ) : null}
      </Box>
      {carriers.length > 0 ? (
        <ul className="mp-rows">
          {carriers.map((each) => (
            <li key={each.code}>
              <InlineStack align="space-between" blockAlign="center" gap="200">
                <BlockStack gap="050">
                  <Text as="h3" variant="headingSm">
                    {each.name}
                  </Text>
                  <Text as="p" variant="bodySm" tone="subdued">
                    {each.template ? <span className="mp-number">{each.template}</span> : "No tracking page"}
                  </Text>
                  <Text as="p" variant="bodySm" tone="subdued">
                    {each.shipments === 0 ? "No shipments yet" : each.shipments === 1 ? "1 shipment" : `${format.number(each.shipments)} shipments`}
                  </Text>
                </BlockStack>
                <ButtonGroup>
                  <Button onClick={() => onEdit(each)} accessibilityLabel={`Edit ${each.name}`}>
                    Edit
                  </Button>
                  <Button onClick={() => onRemove(each)} accessibilityLabel={`Remove ${each.name}`}>
                    Remove
                  </Button>
                </ButtonGroup>
              </InlineStack>
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  );
}
