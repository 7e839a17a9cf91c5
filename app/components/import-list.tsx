import { Badge, BlockStack, InlineStack, Link, Text } from "@shopify/polaris";

import { useFormat } from "./use-format";

export interface ImportListItem {
  id: string;
  kind: string;
  fileName: string;
  status: string;
  total: number;
  done: number;
  added: number;
  unchanged: number;
  failed: number;
  unknown: number;
  error: string | null;
  createdAt: string;
  finishedAt: string | null;
}

const STATUSES: Readonly<Record<string, { label: string; tone?: "info" | "success" | "attention" | "critical" }>> = {
  draft: { label: "Not started", tone: "attention" },
  queued: { label: "Waiting", tone: "info" },
  running: { label: "Importing", tone: "info" },
  done: { label: "Imported", tone: "success" },
  failed: { label: "Failed", tone: "critical" },
  cancelled: { label: "Stopped" },
};

/** A badge that says how far a file's import is. */
export function ImportStatus({ item }: { item: ImportListItem }) {
  const status = STATUSES[item.status] ?? { label: item.status };
  return <Badge tone={status.tone}>{status.label}</Badge>;
}

/** "1,200 imported, 3 unchanged, 12 to mend": what has come of a file so far. */
export function importWords(item: ImportListItem, number: (value: number) => string): string {
  if (item.status === "draft") return "Waits for you to look at its columns";
  const parts: [number, string][] = [
    [item.added, "imported"],
    [item.unchanged, "known already"],
    [item.failed, "to mend"],
  ];
  const words = parts.filter(([count]) => count > 0).map(([count, word]) => `${number(count)} ${word}`);
  return words.length > 0 ? words.join(", ") : "Nothing imported";
}

/** Files that were uploaded, the latest first. */
export function ImportList({ items, now }: { items: ImportListItem[]; now: string }) {
  const format = useFormat();
  return (
    <ul className="mp-rows">
      {items.map((item) => (
        <li key={item.id}>
          <InlineStack align="space-between" blockAlign="start" gap="200">
            <BlockStack gap="050">
              <Link url={`/app/shipments/import/${item.id}`}>{item.fileName}</Link>
              <Text as="span" tone="subdued">
                {[item.kind === "events" ? "Tracking events" : "Shipments", format.ago(item.createdAt, now), importWords(item, format.number)].join(" · ")}
              </Text>
            </BlockStack>
            <ImportStatus item={item} />
          </InlineStack>
        </li>
      ))}
    </ul>
  );
}
