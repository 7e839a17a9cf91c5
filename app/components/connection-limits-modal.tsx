import { BlockStack, FormLayout, InlineError, Modal, Text, TextField } from "@shopify/polaris";
import { useState } from "react";

import { useDialogForm } from "./use-dialog-form";

export interface LimitsView {
  code: string;
  name: string;
  health: { paidFor: "registration" | "call"; currency: string; limits: { dailyLimit: string; unitCost: string; monthlyLimit: string } };
}

/** A merchant's own limits of a connection; rendered while it is open. */
export function ConnectionLimitsModal({ provider, onClose }: { provider: LimitsView; onClose: () => void }) {
  const { errors, sending, send } = useDialogForm(onClose, { action: "/app/settings/connections" });
  const [values, setValues] = useState(provider.health.limits);
  const { paidFor, currency } = provider.health;
  const field = (key: keyof typeof values) => ({
    value: values[key],
    error: errors[key],
    autoComplete: "off",
    onChange: (value: string) => setValues((before) => ({ ...before, [key]: value })),
  });
  return (
    <Modal
      open
      onClose={onClose}
      title={`${provider.name}: limits`}
      primaryAction={{
        content: "Save limits",
        loading: sending,
        onAction: () => send({ ...values, intent: "limits", provider: provider.code }),
      }}
      secondaryActions={[{ content: "Cancel", onAction: onClose }]}
    >
      <Modal.Section>
        <BlockStack gap="300">
          {errors[""] ? <InlineError message={errors[""]} fieldID={provider.code} /> : null}
          <FormLayout>
            <TextField
              {...field("dailyLimit")}
              label="Calls a day (optional)"
              inputMode="numeric"
              helpText="Spread over the day; shipments that are out for delivery, due or in trouble are asked for first. Never more than the provider allows."
            />
            <FormLayout.Group>
              <TextField {...field("unitCost")} label={`Price of a ${paidFor} (optional)`} inputMode="decimal" suffix={currency} helpText="As on your plan with the provider." />
              <TextField {...field("monthlyLimit")} label="Most a month may cost (optional)" inputMode="decimal" suffix={currency} helpText="Then others are asked, until the next month." />
            </FormLayout.Group>
          </FormLayout>
          <Text as="p" variant="bodySm" tone="subdued">
            {paidFor === "registration"
              ? "A number is registered once, and asking for it again is free."
              : "Every call counts, also one that brings nothing new."}
          </Text>
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
