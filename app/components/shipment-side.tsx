import { BlockStack, Card, Icon, InlineStack, Link, Text } from "@shopify/polaris";
import { ImageIcon } from "@shopify/polaris-icons";
import type { ReactNode } from "react";

import { channelWords } from "./shipment-filter-words";
import { StatusBadge } from "./status-badge";
import { useFormat } from "./use-format";

/** A card of the side column. */
export function SideCard({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingSm">
          {title}
        </Text>
        {children}
      </BlockStack>
    </Card>
  );
}

/** Names and values; a value nobody knows says so. */
export function Facts({ rows }: { rows: [string, ReactNode][] }) {
  return (
    <dl className="mp-facts">
      {rows.map(([name, value]) => (
        <FactRow key={name} name={name} value={value} />
      ))}
    </dl>
  );
}

function FactRow({ name, value }: { name: string; value: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {value ?? (
          <Text as="span" tone="subdued">
            Not known
          </Text>
        )}
      </dd>
    </>
  );
}

export interface OrderFacts {
  name: string;
  adminId: string;
  placedAt: string;
  channel: string;
  cancelled: boolean;
  totalMinor: number;
  currency: string;
  shippingMethod: string | null;
}

/** The order, or how a shipment without one gets it. */
export function OrderCard({ order }: { order: OrderFacts | null }) {
  const format = useFormat();
  if (!order) {
    return (
      <SideCard title="Order">
        <Text as="p" fontWeight="semibold">
          No order
        </Text>
        <Text as="p" tone="subdued">
          This number was given to Milepost directly. It joins its order when Shopify has a fulfillment with this number, or when you
          track it again with the order&apos;s name. Shoppers do not see it until then.
        </Text>
      </SideCard>
    );
  }
  return (
    <SideCard title="Order">
      <Facts
        rows={[
          [
            "Order",
            <Link key="order" url={`shopify://admin/orders/${order.adminId}`} target="_top">
              {order.cancelled ? `${order.name} (cancelled)` : order.name}
            </Link>,
          ],
          ["Placed", format.date(order.placedAt)],
          ["Total", format.money(order.totalMinor, order.currency)],
          ["Channel", channelWords(order.channel)],
          ["Shipping", order.shippingMethod],
        ]}
      />
    </SideCard>
  );
}

/** The customer as the order names them, or that their data was erased. */
export function CustomerCard({ customer }: { customer: { name: string | null; email: string | null; phone: string | null; address: string[]; redacted: boolean } }) {
  return (
    <SideCard title="Customer">
      {customer.redacted ? (
        <Text as="p" tone="subdued">
          This customer&apos;s data was erased on request.
        </Text>
      ) : (
        <BlockStack gap="200">
          <Text as="p" fontWeight="semibold">
            {customer.name ?? "Name not known"}
          </Text>
          {customer.email ? <Link url={`mailto:${customer.email}`}>{customer.email}</Link> : null}
          {customer.phone ? <Link url={`tel:${customer.phone}`}>{customer.phone}</Link> : null}
          {customer.address.length > 0 ? (
            <address style={{ fontStyle: "normal" }}>
              {customer.address.map((line) => (
                <div key={line}>{line}</div>
              ))}
            </address>
          ) : null}
          <Text as="p" variant="bodySm" tone="subdued">
            Every look at these details is written to the access log.
          </Text>
        </BlockStack>
      )}
    </SideCard>
  );
}

export interface ItemView {
  id: string;
  title: string;
  variant: string | null;
  sku: string | null;
  quantity: number;
  imageUrl: string | null;
}

/** What travels in the shipment; of the whole order where Shopify did not say. */
export function ItemsCard({ items, certain }: { items: ItemView[]; certain: boolean }) {
  return (
    <SideCard title={certain ? "In this shipment" : "In this order"}>
      {certain || items.length === 0 ? null : (
        <Text as="p" variant="bodySm" tone="subdued">
          Shopify did not say which of them travel in this shipment.
        </Text>
      )}
      {items.length === 0 ? (
        <Text as="p" tone="subdued">
          Not known
        </Text>
      ) : null}
      {items.map((item) => (
        <InlineStack key={item.id} gap="300" wrap={false} blockAlign="center">
          {item.imageUrl ? (
            <img className="mp-picture" src={item.imageUrl} alt="" width="44" height="44" loading="lazy" />
          ) : (
            <span className="mp-picture">
              <Icon source={ImageIcon} tone="subdued" />
            </span>
          )}
          <BlockStack>
            <Text as="span">{`${item.quantity} × ${item.title}`}</Text>
            <Text as="span" variant="bodySm" tone="subdued">
              {[item.variant, item.sku].filter(Boolean).join(" · ")}
            </Text>
          </BlockStack>
        </InlineStack>
      ))}
    </SideCard>
  );
}

export interface SiblingView {
  id: string;
  number: string;
  carrier: string | null;
  status: string;
  detail: string | null;
  direction: string;
}

/** The other shipments of the same order; nothing when there are none. */
export function SiblingsCard({ siblings }: { siblings: SiblingView[] }) {
  if (siblings.length === 0) return null;
  return (
    <SideCard title="Other shipments of this order">
      {siblings.map((each) => (
        <InlineStack key={each.id} align="space-between" gap="200">
          <Link url={`/app/shipments/${each.id}`}>
            <span className="mp-number">{each.number}</span>
          </Link>
          <StatusBadge status={each.status} />
        </InlineStack>
      ))}
    </SideCard>
  );
}
