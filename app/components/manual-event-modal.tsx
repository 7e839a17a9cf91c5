import { BlockStack, FormLayout, InlineError, Modal, Select, TextField } from "@shopify/polaris";
import { useState } from "react";

import { TRACKING_STATUSES } from "~/domain/tracking/status";

import { MANUAL_DETAILS } from "./manual-event-details";
import { detailWords, statusWords } from "./status-words";
import { useDialogForm } from "./use-dialog-form";

const STATUSES = TRACKING_STATUSES.filter((status) => status !== "UNKNOWN" && status !== "PENDING");

/**
 * Adds an event by the merchant's word; rendered while it is open. What is wrong stands beside its field, and nothing
 * typed is lost.
 * @param props.start the shop's wall clock: YYYY-MM-DD and HH:MM
 */
export function ManualEventModal({ onClose, start, timeZone }: { onClose: () => void; start: { date: string; time: string }; timeZone: string }) {
  const { errors, sending, send } = useDialogForm(onClose);
  const [form, setForm] = useState({ status: "IN_TRANSIT", detail: "", ...start, city: "", country: "", note: "" });

  const field = (key: keyof typeof form) => ({
    value: form[key],
    onChange: (value: string) => setForm((before) => ({ ...before, [key]: value, ...(key === "status" ? { detail: "" } : {}) })),
    error: errors[key],
  });
  const details = MANUAL_DETAILS[form.status] ?? [];
  return (
    <Modal
      open
      onClose={onClose}
      title="Add an event"
      primaryAction={{ content: "Add event", loading: sending, onAction: () => send({ intent: "add-event", ...form }) }}
      secondaryActions={[{ content: "Cancel", onAction: onClose }]}
    >
      <Modal.Section>
        <BlockStack gap="400">
          {errors[""] ? <InlineError message={errors[""]} fieldID="manual-event" /> : null}
          <FormLayout>
            <Select label="What happened" options={STATUSES.map((status) => ({ value: status, label: statusWords(status).label }))} {...field("status")} />
            {details.length > 0 ? (
              <Select
                label="How or why"
                options={[{ value: "", label: "Not said" }, ...details.map((detail) => ({ value: detail, label: detailWords(detail) }))]}
                {...field("detail")}
              />
            ) : null}
            <FormLayout.Group condensed>
              <TextField label="Date" type="date" autoComplete="off" {...field("date")} />
              <TextField label="Time" type="time" autoComplete="off" helpText={timeZone} {...field("time")} />
            </FormLayout.Group>
            <FormLayout.Group condensed>
              <TextField label="City" autoComplete="off" {...field("city")} />
              <TextField label="Country code" autoComplete="off" maxLength={2} placeholder="US" {...field("country")} />
            </FormLayout.Group>
            <TextField label="Note" autoComplete="off" multiline={2} maxLength={500} helpText="Shoppers may read it in their timeline." {...field("note")} />
          </FormLayout>
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
