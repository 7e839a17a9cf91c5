import { useNavigation, useSearchParams } from "@remix-run/react";
import { Badge, BlockStack, Box, Card, Icon, InlineStack, Link, Pagination, Text, TextField } from "@shopify/polaris";
import { SearchIcon } from "@shopify/polaris-icons";
import { useEffect, useRef, useState } from "react";

import { useFormat } from "./use-format";

export interface CatalogueRowView {
  code: string;
  name: string;
  country: string | null;
  family: string | null;
  website: string | null;
  trackingPage: string | null;
  shopifyCompany: string | null;
  codes: { aggregator: string; code: string }[];
  connection: { name: string; connected: boolean } | null;
}

export interface CatalogueView {
  query: string;
  total: number;
  page: number;
  pages: number;
  carriers: CatalogueRowView[];
}

/** How long typing must rest before the catalogue is searched, ms. */
const TYPING_MS = 300;

/** The catalogue of carriers: searched on the server, a page at a time. What is searched for stands in the address. */
export function CatalogueCard({ catalogue }: { catalogue: CatalogueView }) {
  const format = useFormat();
  const [params, setParams] = useSearchParams();
  const [typed, setTyped] = useState(catalogue.query);
  const busy = useNavigation().state === "loading";
  const go = (change: Record<string, string>) => {
    const next = new URLSearchParams(params);
    for (const [key, value] of Object.entries(change)) {
      if (value === "") next.delete(key);
      else next.set(key, value);
    }
    setParams(next, { preventScrollReset: true });
  };
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const type = (value: string) => {
    setTyped(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => go({ q: value, page: "" }), TYPING_MS);
  };
  const { page, pages, total, carriers } = catalogue;
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="300">
          <BlockStack gap="100">
            <Text as="h2" variant="headingMd">
              Catalogue
            </Text>
            <Text as="p" tone="subdued">
              {catalogue.query === "" ? `${format.number(total)} carriers that Milepost knows by name.` : total === 1 ? "1 carrier matches." : `${format.number(total)} carriers match.`}
            </Text>
          </BlockStack>
          <TextField
            label="Search carriers"
            labelHidden
            autoComplete="off"
            placeholder="Name, website, or number with an aggregator"
            prefix={<Icon source={SearchIcon} tone="subdued" />}
            value={typed}
            onChange={type}
            clearButton
            onClearButtonClick={() => type("")}
            loading={busy}
          />
        </BlockStack>
      </Box>
      {carriers.length > 0 ? (
        <ul className="mp-rows">
          {carriers.map((carrier) => (
            <li key={carrier.code}>
              <CatalogueRow carrier={carrier} />
            </li>
          ))}
        </ul>
      ) : (
        <Box padding="400">
          <Text as="p">No carrier matches. If it is a local one, add it above as one of your own.</Text>
        </Box>
      )}
      {pages > 1 ? (
        <Box padding="400">
          <InlineStack align="center">
            <Pagination
              label={`${format.number(page)} of ${format.number(pages)}`}
              hasPrevious={page > 1}
              hasNext={page < pages}
              onPrevious={() => go({ page: page > 2 ? String(page - 1) : "" })}
              onNext={() => go({ page: String(page + 1) })}
              accessibilityLabels={{ previous: "Previous carriers", next: "Next carriers" }}
            />
          </InlineStack>
        </Box>
      ) : null}
    </Card>
  );
}

function CatalogueRow({ carrier }: { carrier: CatalogueRowView }) {
  const format = useFormat();
  const about = [carrier.country ? format.country(carrier.country) : null, carrier.family ? `part of ${carrier.family}` : null];
  return (
    <BlockStack gap="100">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm">
          {carrier.name}
        </Text>
        <ConnectionBadge connection={carrier.connection} />
      </InlineStack>
      <Text as="p" variant="bodySm" tone="subdued">
        {about.filter(Boolean).join(" · ")}
        {carrier.website ? (
          <>
            {about.some(Boolean) ? " · " : ""}
            <Link url={carrier.website} target="_blank">
              {hostOf(carrier.website)}
            </Link>
          </>
        ) : null}
      </Text>
      {carrier.trackingPage ? (
        <Text as="p" variant="bodySm" tone="subdued">
          Tracking page <span className="mp-number">{carrier.trackingPage}</span>
        </Text>
      ) : null}
      <div className="mp-scan-meta">
        {carrier.shopifyCompany ? (
          <span>
            Shopify <code>{carrier.shopifyCompany}</code>
          </span>
        ) : (
          <span>No name in Shopify</span>
        )}
        {carrier.codes.map(({ aggregator, code }) => (
          <span key={aggregator}>
            {aggregator} <code>{code}</code>
          </span>
        ))}
      </div>
    </BlockStack>
  );
}

function ConnectionBadge({ connection }: { connection: CatalogueRowView["connection"] }) {
  if (!connection) return null;
  return connection.connected ? (
    <Badge tone="success">{`${connection.name} connected`}</Badge>
  ) : (
    <Link url="/app/settings/connections" removeUnderline>
      <Badge>Can be connected</Badge>
    </Link>
  );
}

function hostOf(address: string): string {
  return new URL(address).hostname.replace(/^www\./, "");
}
