import { BlockStack, EmptySearchResult, IndexTable, InlineStack, Link, Text, useBreakpoints, useIndexResourceState, type IndexTableProps } from "@shopify/polaris";

import { ShipmentRowBadges, ShipmentWhere } from "./shipment-row-parts";
import { useFormat, useShell } from "./use-format";

/** A type, not an interface: Polaris' selection wants something with an index. */
export type ShipmentRowItem = {
  id: string;
  number: string;
  /** Null where the shipment has no order. */
  orderName: string | null;
  channel: string | null;
  carrier: string | null;
  carrierKnown: boolean;
  direction: string;
  status: string;
  detail: string | null;
  lastEventAt: string | null;
  shippedAt: string;
  estimate: string | null;
  /** Zone in which the day was named; null for the shop's. */
  estimateZone: string | null;
  exceptions: number;
  trackingState: string;
  problem: string | null;
  city: string | null;
  country: string | null;
};

export interface ShipmentsTableProps {
  items: ShipmentRowItem[];
  now: string;
  busy: boolean;
  onBulk: (intent: "refresh" | "stop" | "resume", ids: string[]) => void;
  pagination: IndexTableProps["pagination"];
}

const HEADINGS: [{ title: string }, ...{ title: string }[]] = [
  { title: "Order" },
  { title: "Tracking number" },
  { title: "Status" },
  { title: "Last scan" },
  { title: "Expected" },
  { title: "Destination" },
];

/** The shipments, with what can be done to many at once; on a phone each is a short card. */
export function ShipmentsTable({ items, now, busy, onBulk, pagination }: ShipmentsTableProps) {
  const { narrow } = useShell();
  const condensed = useBreakpoints({ defaults: { smDown: narrow } }).smDown;
  const { selectedResources, allResourcesSelected, handleSelectionChange, clearSelection } = useIndexResourceState(items);
  const bulk = (intent: "refresh" | "stop" | "resume") => () => {
    onBulk(intent, selectedResources);
    clearSelection();
  };
  return (
    <IndexTable
      condensed={condensed}
      resourceName={{ singular: "shipment", plural: "shipments" }}
      itemCount={items.length}
      headings={HEADINGS}
      loading={busy}
      selectedItemsCount={allResourcesSelected ? "All" : selectedResources.length}
      onSelectionChange={handleSelectionChange}
      promotedBulkActions={[
        { content: "Refresh now", onAction: bulk("refresh") },
        { content: "Stop tracking", onAction: bulk("stop") },
        { content: "Resume tracking", onAction: bulk("resume") },
      ]}
      emptyState={<EmptySearchResult title="No shipments found" description="Try another tab, or fewer filters." withIllustration />}
      pagination={pagination}
    >
      {items.map((item, index) => (
        <IndexTable.Row key={item.id} id={item.id} position={index} selected={selectedResources.includes(item.id)}>
          {condensed ? <Condensed item={item} now={now} /> : <Cells item={item} now={now} />}
        </IndexTable.Row>
      ))}
    </IndexTable>
  );
}

function Cells({ item, now }: { item: ShipmentRowItem; now: string }) {
  const format = useFormat();
  return (
    <>
      <IndexTable.Cell>
        <Link dataPrimaryLink url={`/app/shipments/${item.id}`} monochrome removeUnderline>
          <Text as="span" fontWeight="semibold">
            {item.orderName ?? "No order"}
          </Text>
        </Link>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <BlockStack>
          <span className="mp-number">{item.number}</span>
          <Text as="span" variant="bodySm" tone="subdued">
            {item.carrier ?? "Carrier not known"}
          </Text>
        </BlockStack>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <InlineStack gap="100">
          <ShipmentRowBadges item={item} />
        </InlineStack>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Text as="span" tone={item.lastEventAt ? undefined : "subdued"}>
          {item.lastEventAt ? format.ago(item.lastEventAt, now) : "None yet"}
        </Text>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Text as="span" tone={item.estimate ? undefined : "subdued"}>
          {item.estimate ? format.day(item.estimate, item.estimateZone) : "Not known"}
        </Text>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <ShipmentWhere item={item} />
      </IndexTable.Cell>
    </>
  );
}

function Condensed({ item, now }: { item: ShipmentRowItem; now: string }) {
  const format = useFormat();
  return (
    <div className="mp-condensed">
      <InlineStack align="space-between" gap="200">
        <Link dataPrimaryLink url={`/app/shipments/${item.id}`} monochrome removeUnderline>
          <Text as="span" fontWeight="semibold">
            {item.orderName ?? "No order"}
          </Text>
        </Link>
        <Text as="span" variant="bodySm" tone="subdued">
          {item.lastEventAt ? format.ago(item.lastEventAt, now) : "No scan yet"}
        </Text>
      </InlineStack>
      <Text as="span" variant="bodySm" tone="subdued">
        {`${item.carrier ?? "Carrier not known"} · `}
        <span className="mp-number">{item.number}</span>
      </Text>
      <InlineStack gap="100">
        <ShipmentRowBadges item={item} />
      </InlineStack>
    </div>
  );
}
