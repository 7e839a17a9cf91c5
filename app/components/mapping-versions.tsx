import { Badge, BlockStack, Button, InlineStack, Text } from "@shopify/polaris";

import { RowsCard } from "./rows-card";
import { ReadingChange } from "./reading-words";
import { useFormat } from "./use-format";

export interface VersionView {
  number: number;
  current: boolean;
  createdAt: string;
  createdBy: string;
  note: string | null;
  revertsTo: number | null;
  changes: {
    provider: string;
    code: string | null;
    text: string | null;
    before: { status: string; detail: string | null } | null;
    to: { status: string; detail: string | null } | null;
  }[];
  more: number;
  replay: { state: "none" | "running" | "done"; total: number; done: number; changed: number; error: string | null; finishedAt: string | null };
}

/** Who changed what and when, how far its replay is, and the way back. */
export function MappingVersions({ versions, onRevert }: { versions: VersionView[]; onRevert: (version: number) => void }) {
  const format = useFormat();
  const last = versions.at(-1);
  return (
    <RowsCard
      title="Versions"
      words={versions.length === 0 ? "Each change you make stands here, with a way back." : "Going back is a change like any other: it is previewed, and nothing of the history is lost."}
    >
      {versions.map((version) => (
        <li key={version.number}>
          <InlineStack align="space-between" blockAlign="start" gap="300">
            <BlockStack gap="150">
              <InlineStack align="start" gap="200" blockAlign="center">
                <Text as="h3" variant="headingSm">{`Version ${version.number}`}</Text>
                {version.current ? <Badge tone="success">In use</Badge> : null}
                <Text as="span" variant="bodySm" tone="subdued">{`${format.dateTime(version.createdAt)} · ${version.createdBy}`}</Text>
              </InlineStack>
              {version.revertsTo === null ? null : (
                <Text as="p">{version.revertsTo === 0 ? "Back to the built-in mapping alone" : `Back to the rules of version ${version.revertsTo}`}</Text>
              )}
              {version.note ? (
                <Text as="p" breakWord>
                  {version.note}
                </Text>
              ) : null}
              {version.changes.map((change) => (
                <InlineStack align="start" key={JSON.stringify([change.provider, change.code, change.text])} gap="200" blockAlign="center">
                  <Text as="span" breakWord>
                    {[change.provider, change.code, change.text && `“${change.text}”`].filter(Boolean).join(" ")}
                  </Text>
                  <ReadingChange before={change.before} after={change.to} />
                </InlineStack>
              ))}
              {version.more > 0 ? <Text as="p" tone="subdued">{`and ${format.number(version.more)} more`}</Text> : null}
              <ReplayLine replay={version.replay} />
            </BlockStack>
            {version.current ? null : <Button onClick={() => onRevert(version.number)}>Go back to it</Button>}
          </InlineStack>
        </li>
      ))}
      {last?.number === 1 ? (
        <li>
          <InlineStack align="space-between" blockAlign="center" gap="300">
            <Text as="p" tone="subdued">
              Before that: the built-in mapping alone
            </Text>
            <Button onClick={() => onRevert(0)}>Go back to it</Button>
          </InlineStack>
        </li>
      ) : null}
    </RowsCard>
  );
}

function ReplayLine({ replay }: { replay: VersionView["replay"] }) {
  const format = useFormat();
  return (
    <Text as="p" variant="bodySm" tone="subdued">
      {replay.state === "none"
        ? "Used from then on; history was left as it was."
        : replay.state === "running"
          ? "History is being read anew."
          : replay.total === 0
            ? "No shipment had such a scan."
            : `History was read anew: ${format.number(replay.changed)} of ${format.number(replay.done)} shipments changed.`}
    </Text>
  );
}
