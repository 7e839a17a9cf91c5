import { BlockStack, Modal, Text } from "@shopify/polaris";
import { useState } from "react";

import { CarrierPicker } from "./carrier-picker";
import { useDialogForm } from "./use-dialog-form";

/** Says which carrier a name means; rendered while it is open. */
export function MapNameModal({ name, mapped, onClose }: { name: string; mapped: { code: string; name: string } | null; onClose: () => void }) {
  const { errors, sending, send } = useDialogForm(onClose, { action: "/app/settings/carriers" });
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Modal
      open
      onClose={onClose}
      title={`What does “${name}” mean?`}
      primaryAction={{
        content: "Save",
        disabled: chosen === null || chosen === mapped?.code,
        loading: sending,
        onAction: () => send({ intent: "map-name", typed: name, carrier: chosen ?? "" }),
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
