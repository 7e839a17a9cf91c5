import { useFetcher } from "@remix-run/react";
import { BlockStack, Modal, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";

import { CarrierPicker } from "./carrier-picker";
import { useToast, type ActionAnswer } from "./use-toast";

/** Says which carrier a name means; rendered while it is open. */
export function MapNameModal({ name, mapped, onClose }: { name: string; mapped: { code: string; name: string } | null; onClose: () => void }) {
  const act = useFetcher<ActionAnswer>();
  const [chosen, setChosen] = useState<string | null>(null);
  useToast(act.data);
  const errors = act.state === "idle" && act.data && !act.data.ok ? (act.data.errors ?? {}) : {};
  const done = act.state === "idle" && act.data?.ok === true;
  useEffect(() => {
    if (done) onClose();
  }, [done, onClose]);
  return (
    <Modal
      open
      onClose={onClose}
      title={`What does “${name}” mean?`}
      primaryAction={{
        content: "Save",
        disabled: chosen === null || chosen === mapped?.code,
        loading: act.state !== "idle",
        onAction: () => act.submit({ intent: "map-name", typed: name, carrier: chosen ?? "" }, { method: "post", action: "/app/settings/carriers" }),
      }}
      secondaryActions={[{ content: "Cancel", onAction: onClose }]}
    >
      <Modal.Section>
        <BlockStack gap="300">
          {mapped ? <Text as="p">{`You said that it means ${mapped.name}.`}</Text> : null}
          <CarrierPicker chosen={chosen} onChoose={setChosen} error={errors.carrier ?? errors.name ?? errors[""]} />
          <Text as="p" variant="bodySm" tone="subdued">
            Shipments with this name get the carrier in a moment and are asked for; those whose carrier you set by hand keep it.
          </Text>
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
