import { Badge } from "@shopify/polaris";

import { detailWords, statusWords } from "./status-words";

/** A status as a badge; its detail is read with it where there is one. */
export function StatusBadge({ status, detail }: { status: string; detail?: string | null }) {
  const { label, tone, progress } = statusWords(status);
  const more = detail ? detailWords(detail) : label;
  const text = more === label ? label : `${label}: ${more.toLowerCase()}`;
  return (
    <Badge tone={tone} progress={progress} toneAndProgressLabelOverride={text}>
      {text}
    </Badge>
  );
}
