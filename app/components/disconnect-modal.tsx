import { useFetcher } from "@remix-run/react";
import { Modal, Text } from "@shopify/polaris";
import { useEffect } from "react";

import { useToast, type ActionAnswer } from "./use-toast";

/** Asks before credentials are forgotten; rendered while it is open. */
export function DisconnectModal({ provider, onClose }: { provider: { code: string; name: string }; onClose: () => void }) {
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
      title={`Disconnect ${provider.name}?`}
      primaryAction={{
        content: "Disconnect",
        destructive: true,
        loading: act.state !== "idle",
        onAction: () => act.submit({ intent: "disconnect", provider: provider.code }, { method: "post", action: "/app/settings/connections" }),
      }}
      secondaryActions={[{ content: "Cancel", onAction: onClose }]}
    >
      <Modal.Section>
        <Text as="p">
          Milepost asks this provider no more, ends the numbers registered there, and then forgets the credentials. What it has told stays. Its webhook address
          stops working; a new one is made if you connect again.
        </Text>
      </Modal.Section>
    </Modal>
  );
}
