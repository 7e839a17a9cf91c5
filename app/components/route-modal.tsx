import { BlockStack, FormLayout, InlineError, Modal, Select } from "@shopify/polaris";
import { useState } from "react";

import { CarrierPicker } from "./carrier-picker";
import type { RouteProvider, RouteView } from "./routes-card";
import { useDialogForm } from "./use-dialog-form";

const CHOICES = [
  { value: "usual", label: "As usual" },
  { value: "first", label: "Asked first" },
  { value: "never", label: "Never asked" },
];

/** One carrier's exception to the routing order; rendered while it is open. */
export function RouteModal({ route, providers, onClose }: { route: RouteView | null; providers: RouteProvider[]; onClose: () => void }) {
  const { errors, sending, send } = useDialogForm(onClose, { action: "/app/settings/connections" });
  const [carrier, setCarrier] = useState<string | null>(route?.carrier ?? null);
  const [choices, setChoices] = useState<Record<string, string>>(() =>
    Object.fromEntries(providers.map(({ code }) => [code, route?.first.includes(code) ? "first" : route?.never.includes(code) ? "never" : "usual"])),
  );
  // A carrier's own connection is a choice for what it answers for alone.
  const offered = providers.filter((each) => each.kind === "aggregator" || (carrier !== null && each.carriers.includes(carrier)));
  return (
    <Modal
      open
      onClose={onClose}
      title={route ? `Who is asked for ${route.name}` : "Add an exception for a carrier"}
      primaryAction={{
        content: "Save",
        disabled: carrier === null,
        loading: sending,
        onAction: () => {
          const asked = Object.fromEntries(offered.map(({ code }) => [`choice:${code}`, choices[code] ?? "usual"]));
          send({ ...asked, intent: "route", carrier: carrier ?? "" });
        },
      }}
      secondaryActions={[{ content: "Cancel", onAction: onClose }]}
    >
      <Modal.Section>
        <BlockStack gap="300">
          {errors[""] ? <InlineError message={errors[""]} fieldID="route" /> : null}
          {route === null ? <CarrierPicker chosen={carrier} onChoose={setCarrier} error={errors.carrier} /> : null}
          <FormLayout>
            {offered.map((provider) => (
              <Select
                key={provider.code}
                label={provider.name}
                options={CHOICES}
                value={choices[provider.code] ?? "usual"}
                onChange={(value) => setChoices((before) => ({ ...before, [provider.code]: value }))}
              />
            ))}
          </FormLayout>
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
