import { BlockStack, Box, Card, InlineStack, Text } from "@shopify/polaris";

import { PastedRow, type PastedLineItem } from "./pasted-lines";
import { StatusBadge } from "./status-badge";
import { useFormat } from "./use-format";

export type PreviewRowItem =
  | { line: number; kind: "problem"; cells: string[]; problem: string }
  | { line: number; kind: "shipment"; shipment: PastedLineItem; shippedAt: string | null }
  | { line: number; kind: "event"; number: string; known: boolean; at: string; dayOnly: boolean; status: string; detail: string | null; said: string; place: string | null };

/** A file's first rows as they would be read now. */
export function PreviewRows({ rows, follow }: { rows: PreviewRowItem[]; follow: boolean }) {
  return (
    <RowsCard title="The first rows, as they will be read" sentence={rows.length === 0 ? "Choose the needed columns, and the first rows are shown here." : null}>
      {rows.map((row) => (row.kind === "shipment" ? <ShipmentRow key={row.line} row={row} /> : <li key={row.line}>{row.kind === "event" ? <EventRow row={row} follow={follow} /> : <BadRow row={row} />}</li>))}
    </RowsCard>
  );
}

/** Rows that could not be imported, each with what to do. */
export function BadRows({ rows, total }: { rows: { line: number; problem: string; cells: string[] }[]; total: number }) {
  const format = useFormat();
  return (
    <RowsCard title="Rows to mend" sentence={total > rows.length ? `The first ${format.number(rows.length)} of ${format.number(total)}: download them all, mend them, and upload them again.` : "Download them, mend them, and upload them again."}>
      {rows.map((row, index) => (
        <li key={`${row.line} ${index}`}>
          <BadRow row={row} />
        </li>
      ))}
    </RowsCard>
  );
}

function RowsCard({ title, sentence, children }: { title: string; sentence: string | null; children: React.ReactNode }) {
  return (
    <Card padding="0">
      <Box padding="400" paddingBlockEnd="200">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {title}
          </Text>
          {sentence ? (
            <Text as="p" tone="subdued">
              {sentence}
            </Text>
          ) : null}
        </BlockStack>
      </Box>
      <ul className="mp-rows">{children}</ul>
    </Card>
  );
}

function ShipmentRow({ row }: { row: Extract<PreviewRowItem, { kind: "shipment" }> }) {
  const format = useFormat();
  const line = row.shippedAt ? { ...row.shipment, notes: [`Shipped ${format.date(row.shippedAt)}`, ...row.shipment.notes] } : row.shipment;
  return <PastedRow line={line} done={false} />;
}

function EventRow({ row, follow }: { row: Extract<PreviewRowItem, { kind: "event" }>; follow: boolean }) {
  const format = useFormat();
  const unknown = row.status === "UNKNOWN";
  return (
    <InlineStack align="space-between" blockAlign="start" gap="200">
      <BlockStack gap="050">
        <InlineStack align="start" gap="200" blockAlign="center">
          <LineNumber line={row.line} />
          <span className="mp-number">{row.number}</span>
        </InlineStack>
        <Text as="span">{[row.dayOnly ? format.date(row.at) : format.dateTime(row.at), row.place].filter(Boolean).join(" · ")}</Text>
        {row.said ? (
          <Text as="span" tone="subdued">
            {row.said}
          </Text>
        ) : null}
        {unknown ? <Text as="span" tone="subdued">Not understood: it is kept, counted under its code, and decides nothing.</Text> : null}
        {row.known ? null : (
          <Text as="span" tone={follow ? "subdued" : "critical"}>
            {follow ? "Not tracked yet: it will be followed from now on." : "No shipment has this number: track it first, or tick the box above."}
          </Text>
        )}
      </BlockStack>
      <StatusBadge status={row.status} detail={row.detail} />
    </InlineStack>
  );
}

function BadRow({ row }: { row: { line: number; problem: string; cells: string[] } }) {
  return (
    <BlockStack gap="050">
      <InlineStack align="start" gap="200" blockAlign="center">
        <LineNumber line={row.line} />
        <span className="mp-number">{row.cells.filter(Boolean).join(" | ") || "(empty)"}</span>
      </InlineStack>
      <Text as="span" tone="critical">
        {row.problem}
      </Text>
    </BlockStack>
  );
}

function LineNumber({ line }: { line: number }) {
  return (
    <Text as="span" variant="bodySm" tone="subdued">
      {`Line ${line}`}
    </Text>
  );
}
