import { Badge, BlockStack, InlineStack, Link, Text } from "@shopify/polaris";

/** One line of the list; see the presenter. */
export interface PastedLineItem {
  line: number;
  number: string;
  outcome: "new" | "completed" | "known" | "repeated" | "invalid";
  carrier: { name: string | null; how: string } | null;
  order: string | null;
  notes: string[];
  shipmentId: string | null;
}

type Tone = "success" | "info" | "critical" | undefined;

const OUTCOMES: Readonly<Record<PastedLineItem["outcome"], { before: string; after: string; tone: Tone }>> = {
  new: { before: "Will be tracked", after: "Tracking", tone: "success" },
  completed: { before: "Will be completed", after: "Completed", tone: "info" },
  known: { before: "Tracked already", after: "Tracked already", tone: undefined },
  repeated: { before: "Twice in the list", after: "Twice in the list", tone: undefined },
  invalid: { before: "Cannot be tracked", after: "Not tracked", tone: "critical" },
};

/** The pasted lines, each with what will happen (or has happened) with it. */
export function PastedLines({ lines, done }: { lines: PastedLineItem[]; done: boolean }) {
  return (
    <ul className="mp-rows">
      {lines.map((line) => (
        <PastedRow key={line.line} line={line} done={done} />
      ))}
    </ul>
  );
}

/** One line, with what will happen with it. */
export function PastedRow({ line, done }: { line: PastedLineItem; done: boolean }) {
  const outcome = OUTCOMES[line.outcome];
  const number = <span className="mp-number">{line.number || "(empty)"}</span>;
  return (
    <li>
      <InlineStack align="space-between" blockAlign="start" gap="200">
        <BlockStack gap="050">
          <InlineStack align="start" gap="200" blockAlign="center">
            <Text as="span" variant="bodySm" tone="subdued">
              {`Line ${line.line}`}
            </Text>
            {line.shipmentId ? <Link url={`/app/shipments/${line.shipmentId}`}>{number}</Link> : number}
          </InlineStack>
          {line.carrier ? (
            <Text as="span">
              {`${line.carrier.name ?? "Carrier not known"}. `}
              <Text as="span" tone="subdued">
                {line.carrier.how}
              </Text>
            </Text>
          ) : null}
          {line.order ? <Text as="span">{`Order ${line.order}`}</Text> : null}
          {line.notes.map((note) => (
            <Text as="span" key={note} tone={line.outcome === "invalid" ? "critical" : "subdued"}>
              {note}
            </Text>
          ))}
        </BlockStack>
        <Badge tone={outcome.tone}>{done ? outcome.after : outcome.before}</Badge>
      </InlineStack>
    </li>
  );
}

/** "12 new, 3 tracked already …": what a list comes to, in words. */
export function sumUp(lines: readonly PastedLineItem[]): string {
  const words: Readonly<Record<PastedLineItem["outcome"], string>> = {
    new: "new", completed: "to be completed", known: "tracked already", repeated: "twice in the list", invalid: "not usable",
  };
  return (Object.keys(words) as PastedLineItem["outcome"][])
    .map((outcome) => ({ outcome, count: lines.filter((line) => line.outcome === outcome).length }))
    .filter(({ count }) => count > 0)
    .map(({ outcome, count }) => `${count} ${words[outcome]}`)
    .join(", ");
}
