import { BlockStack, FormLayout, InlineError, Modal, Select, TextField } from "@shopify/polaris";
import { useState } from "react";

import { useDialogForm } from "./use-dialog-form";

export interface ProviderForm {
  code: string;
  name: string;
  pushes: boolean;
  fields: {
    key: string;
    label: string;
    kind: "text" | "secret" | "choice";
    required: boolean;
    help: string;
    choices: { value: string; label: string }[] | null;
    value: string;
    stored: boolean;
  }[];
}

/** A provider's credentials, as its adapter asks for them; rendered while it is open. Stored secrets never come back. */
export function ConnectionForm({ provider, onClose, connected }: { provider: ProviderForm; onClose: () => void; connected: boolean }) {
  const { errors, sending, send } = useDialogForm(onClose, { action: "/app/settings/connections" });
  const [values, setValues] = useState(() => Object.fromEntries(provider.fields.map((field) => [field.key, field.value])));
  const general = errors[""] ?? errors.provider;
  return (
    <Modal
      open
      onClose={onClose}
      title={connected ? `${provider.name}: credentials` : `Connect ${provider.name}`}
      primaryAction={{
        content: connected ? "Save and test" : "Connect",
        loading: sending,
        onAction: () => send({ ...values, intent: "connect", provider: provider.code }),
      }}
      secondaryActions={[{ content: "Cancel", onAction: onClose }]}
    >
      <Modal.Section>
        <BlockStack gap="300">
          {general ? <InlineError message={general} fieldID={provider.code} /> : null}
          <FormLayout>
            {provider.fields.map((field) => {
              const common = {
                label: field.required ? field.label : `${field.label} (optional)`,
                helpText: field.help,
                value: values[field.key] ?? "",
                error: errors[field.key],
                onChange: (value: string) => setValues((before) => ({ ...before, [field.key]: value })),
              };
              if (field.kind === "choice") {
                return <Select key={field.key} {...common} options={field.choices ?? []} placeholder={common.value ? undefined : "Choose"} />;
              }
              return (
                <TextField
                  key={field.key}
                  {...common}
                  type={field.kind === "secret" ? "password" : "text"}
                  autoComplete="off"
                  placeholder={field.kind === "secret" && field.stored ? "Set; leave empty to keep it" : undefined}
                />
              );
            })}
          </FormLayout>
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
