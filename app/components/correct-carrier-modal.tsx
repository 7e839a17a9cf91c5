import { BlockStack, Link, Modal, Text } from "@shopify/polaris";
import { useState } from "react";

import { CarrierPicker } from "./carrier-picker";
import { useDialogForm } from "./use-dialog-form";

/** Puts the right carrier in the place of the detected one; rendered while it is open. */
export function CorrectCarrierModal({ onClose, number, current }: { onClose: () => void; number: string; current: { code: string; name: string } | null }) {
  const { errors, sending, send } = useDialogForm(onClose);
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Modal
      open
      onClose={onClose}
      title="Correct the carrier"
      primaryAction={{
        content: "Save carrier",
        disabled: chosen === null || chosen === current?.code,
        loading: sending,
        onAction: () => send({ intent: "correct-carrier", carrier: chosen ?? "" }),
      }}
      secondaryActions={[{ content: "Cancel", onAction: onClose }]}
    >
      <Modal.Section>
        <BlockStack gap="300">
          <Text as="p">{current ? `Milepost takes this number for one of ${current.name}.` : "Milepost does not know whose number this is."}</Text>
          <CarrierPicker chosen={chosen} onChoose={setChosen} number={number} error={errors.carrier ?? errors[""]} />
          <Text as="p" variant="bodySm" tone="subdued">
            The carrier is asked at once. Scans that other sources told stay in the timeline. A courier of your own? Add it under{" "}
            <Link url="/app/settings/carriers">Carriers</Link>; there you can also map its name for all shipments.
          </Text>
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
