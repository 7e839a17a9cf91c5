import { BlockStack, Card, ProgressBar, Text } from "@shopify/polaris";

import { useFormat } from "./use-format";

export interface ReplayView {
  total: number;
  done: number;
  changed: number;
  error: string | null;
}

/** How far the reading of history is; nothing is shown while none is under way. */
export function MappingProgress({ replays }: { replays: ReplayView[] }) {
  const format = useFormat();
  if (replays.length === 0) return null;
  const sum = (key: "total" | "done" | "changed") => replays.reduce((all, each) => all + each[key], 0);
  const [total, done, changed] = [sum("total"), sum("done"), sum("changed")];
  const share = total > 0 ? Math.min(done / total, 1) : 0;
  const error = replays.find((each) => each.error !== null)?.error;
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd" id="mapping-replay">
          Reading history anew
        </Text>
        <ProgressBar progress={share * 100} size="small" ariaLabelledBy="mapping-replay" />
        <Text as="p" tone="subdued">
          {`${format.number(done)} of ${format.number(total)} shipments, ${format.number(changed)} changed. It goes on by itself when you leave this page.`}
        </Text>
        {error ? <Text as="p" tone="caution">{`The last step failed and is tried again: ${error}`}</Text> : null}
      </BlockStack>
    </Card>
  );
}
