import { Banner, BlockStack, InlineStack, Link, Text } from "@shopify/polaris";

import { ReadingChange, type ReadingView } from "./reading-words";
import { statusWords } from "./status-words";
import { useFormat } from "./use-format";

export interface PreviewView {
  base: number;
  scans: number;
  shipments: number;
  looked: number;
  changed: number;
  moves: { from: string; to: string; count: number }[];
  becomeDelivered: number;
  noLongerDelivered: number;
  rules: { total: number; first: { match: { provider: string; code: string | null; text: string | null }; before: ReadingView | null; to: ReadingView | null }[] };
  examples: { id: string; number: string; order: string; before: ReadingView; after: ReadingView }[];
}

/**
 * What a change would do to the shipments of the past.
 * @param props.listRules also tells which rules change: for a change that names none itself
 */
export function MappingPreview({ preview, listRules, nameOf }: { preview: PreviewView; listRules: boolean; nameOf: (provider: string) => string }) {
  const format = useFormat();
  const count = (value: number, one: string, many: string) => `${format.number(value)} ${value === 1 ? one : many}`;
  return (
    <BlockStack gap="300">
      {listRules ? (
        <>
          <Text as="h3" variant="headingSm">
            {count(preview.rules.total, "rule changes", "rules change")}
          </Text>
          <ul className="mp-moves">
            {preview.rules.first.map(({ match, before, to }) => (
              <li key={JSON.stringify(match)}>
                <Text as="span" breakWord>
                  {[nameOf(match.provider), match.code, match.text && `“${match.text}”`].filter(Boolean).join(" ")}
                </Text>
                <ReadingChange before={before} after={to} />
              </li>
            ))}
            {preview.rules.total > preview.rules.first.length ? <li>{`and ${format.number(preview.rules.total - preview.rules.first.length)} more`}</li> : null}
          </ul>
        </>
      ) : null}
      <Text as="h3" variant="headingSm">
        {preview.changed === 0
          ? "No shipment would change"
          : `${count(preview.changed, "shipment changes", "shipments change")} when history is read with it`}
      </Text>
      <Text as="p" tone="subdued">
        {preview.shipments === 0
          ? "This shop has no scan of this kind yet. The rule will read those that come."
          : `${count(preview.scans, "scan", "scans")} of this kind in ${count(preview.shipments, "shipment", "shipments")}.${
              preview.looked < preview.shipments ? ` The newest ${format.number(preview.looked)} of them were looked at here; a replay reads all.` : ""
            }`}
      </Text>
      {preview.becomeDelivered > 0 ? (
        <Banner tone="warning" title={`${count(preview.becomeDelivered, "shipment becomes", "shipments become")} delivered by this`}>
          <p>
            A wrong “delivered” is the worst thing to tell a shopper: it ends the search for what is still on its way. Be sure that these scans
            mean a delivery to the shopper, and look at some of the shipments below.
          </p>
        </Banner>
      ) : null}
      {preview.noLongerDelivered > 0 ? (
        <Banner tone="warning" title={`${count(preview.noLongerDelivered, "shipment is", "shipments are")} delivered no more`}>
          <p>They are followed again, and their rules watch them.</p>
        </Banner>
      ) : null}
      {preview.moves.length > 0 ? (
        <ul className="mp-moves">
          {preview.moves.map((move) => (
            <li key={`${move.from} ${move.to}`}>
              <Text as="span" fontWeight="semibold">{`${format.number(move.count)} ×`}</Text>
              {move.from === move.to ? (
                <Text as="span">{`${statusWords(move.from).label}, with another detail`}</Text>
              ) : (
                <ReadingChange before={{ status: move.from, detail: null }} after={{ status: move.to, detail: null }} />
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {preview.examples.length > 0 ? (
        <details className="mp-details" open={preview.examples.length <= 5}>
          <summary>{preview.examples.length < preview.changed ? `The newest ${preview.examples.length} of them` : "Which they are"}</summary>
          <ul className="mp-moves">
            {preview.examples.map((each) => (
              <li key={each.id}>
                <Link url={`/app/shipments/${each.id}`}>{`${each.order} · ${each.number}`}</Link>
                <InlineStack align="start" gap="150">
                  <ReadingChange before={each.before} after={each.after} />
                </InlineStack>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </BlockStack>
  );
}
