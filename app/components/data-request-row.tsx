import { Banner, BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";

/** A customer's request with the button that brings its file. A link cannot: only scripts carry the session's token. */
export function DataRequestRow({ id, requestId, when }: { id: string; requestId: string; when: string }) {
  const [state, setState] = useState<"idle" | "loading" | "failed">("idle");
  const download = async () => {
    setState("loading");
    try {
      const answer = await fetch(`/app/settings/privacy/${encodeURIComponent(id)}`, { headers: { accept: "application/json" } });
      if (!answer.ok) throw new Error(String(answer.status));
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([JSON.stringify(await answer.json(), null, 2)], { type: "application/json" }));
      link.download = `customer-data-${requestId}.json`;
      link.click();
      URL.revokeObjectURL(link.href);
      setState("idle");
    } catch {
      setState("failed");
    }
  };
  return (
    <BlockStack gap="200">
      <InlineStack align="space-between" blockAlign="center" gap="300">
        <BlockStack>
          <Text as="p">{`Request ${requestId}`}</Text>
          <Text as="p" tone="subdued">
            {when}
          </Text>
        </BlockStack>
        <Button onClick={() => void download()} loading={state === "loading"} accessibilityLabel={`Download the data of request ${requestId}`}>
          Download
        </Button>
      </InlineStack>
      {state === "failed" ? <Banner tone="critical">The file could not be read. Try again.</Banner> : null}
    </BlockStack>
  );
}
