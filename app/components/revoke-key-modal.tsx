import { useFetcher } from "@remix-run/react";
import { Modal, Text } from "@shopify/polaris";
import { useEffect } from "react";

import { useToast, type ActionAnswer } from "./use-toast";

/** Asks before a key stops working; rendered while it is open. */
export function RevokeKeyModal({ apiKey, onClose }: { apiKey: { id: string; name: string; prefix: string }; onClose: () => void }) {
  const act = useFetcher<ActionAnswer>();
  useToast(act.data);
  const done = act.state === "idle" && act.data !== undefined;
  useEffect(() => {
    if (done) onClose();
  }, [done, onClose]);
  return (
    <Modal
      open
      size="small"
      onClose={onClose}
      title={`Revoke ${apiKey.name}?`}
      primaryAction={{
        content: "Revoke",
        destructive: true,
        loading: act.state !== "idle",
        onAction: () => act.submit({ intent: "revoke-key", key: apiKey.id }, { method: "post", action: "/app/settings/api-keys" }),
      }}
      secondaryActions={[{ content: "Cancel", onAction: onClose }]}
    >
      <Modal.Section>
        <Text as="p">{`Whatever uses the key ${apiKey.prefix}… is refused from now on. What it has sent stays.`}</Text>
      </Modal.Section>
    </Modal>
  );
}
