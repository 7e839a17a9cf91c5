import { BlockStack, FormLayout, InlineError, Modal, Text, TextField } from "@shopify/polaris";
import { useState } from "react";

import { ConfirmModal } from "./confirm-modal";
import { useDialogForm } from "./use-dialog-form";

const CARRIERS = "/app/settings/carriers";

export interface OwnCarrierForm {
  code: string;
  name: string;
  template: string | null;
}

/** Adds a carrier of the shop's own, or changes one; rendered while it is open. */
export function OwnCarrierModal({ carrier, onClose }: { carrier: OwnCarrierForm | null; onClose: () => void }) {
  const { errors, sending, send } = useDialogForm(onClose, { action: CARRIERS });
  const [name, setName] = useState(carrier?.name ?? "");
  const [template, setTemplate] = useState(carrier?.template ?? "");
  return (
    <Modal
      open
      onClose={onClose}
      title={carrier ? `Edit ${carrier.name}` : "Add your own carrier"}
      primaryAction={{
        content: "Save carrier",
        loading: sending,
        onAction: () => send({ intent: "save-carrier", code: carrier?.code ?? "", name, template }),
      }}
      secondaryActions={[{ content: "Cancel", onAction: onClose }]}
    >
      <Modal.Section>
        <BlockStack gap="300">
          {errors[""] ? <InlineError message={errors[""]} fieldID="own-carrier" /> : null}
          <FormLayout>
            <TextField
              label="Name"
              autoComplete="off"
              value={name}
              onChange={setName}
              error={errors.name}
              helpText="As your shoppers know it. Shipments with this name as tracking company belong to it."
            />
            <TextField
              label="Tracking page (optional)"
              type="url"
              autoComplete="off"
              value={template}
              onChange={setTemplate}
              error={errors.template}
              placeholder="https://example.com/track/{number}"
              helpText="Write {number} where the tracking number belongs. Shoppers get this link on their tracking page."
            />
          </FormLayout>
          <Text as="p" variant="bodySm" tone="subdued">
            Nobody can be asked about its shipments: their scans come from Shopify, from you, from a file, or from an aggregator that knows the number.
          </Text>
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}

/** Asks before an own carrier is removed; rendered while it is open. */
export function RemoveCarrierModal({ carrier, onClose }: { carrier: { code: string; name: string; shipments: number }; onClose: () => void }) {
  const those = carrier.shipments === 1 ? "shipment gets" : `${carrier.shipments} shipments get`;
  return (
    <ConfirmModal title={`Remove ${carrier.name}?`} verb="Remove" fields={{ intent: "remove-carrier", code: carrier.code }} action={CARRIERS} onClose={onClose}>
      {`Names that were mapped to it are forgotten${carrier.shipments > 0 ? `, and its ${those} the carrier that Milepost finds, or none` : ""}. Scans stay.`}
    </ConfirmModal>
  );
}
