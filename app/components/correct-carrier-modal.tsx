import { useFetcher } from "@remix-run/react";
import { Autocomplete, BlockStack, Icon, Modal, Text } from "@shopify/polaris";
import { SearchIcon } from "@shopify/polaris-icons";
import { useEffect, useState } from "react";

import { useToast, type ActionAnswer } from "./use-toast";

interface CarrierChoice {
  code: string;
  name: string;
  country: string | null;
  own: boolean;
}

/** Puts the right carrier in the place of the detected one; rendered while it is open. */
export function CorrectCarrierModal({ onClose, number, current }: { onClose: () => void; number: string; current: { code: string; name: string } | null }) {
  const act = useFetcher<ActionAnswer>();
  const search = useFetcher<{ carriers: CarrierChoice[] }>();
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  useToast(act.data);
  const errors = act.state === "idle" && act.data && !act.data.ok ? (act.data.errors ?? {}) : {};
  const done = act.state === "idle" && act.data?.ok === true;
  useEffect(() => {
    if (done) onClose();
  }, [done, onClose]);
  const { load } = search;
  useEffect(() => {
    const timer = setTimeout(() => load(`/app/carriers?q=${encodeURIComponent(typed)}&number=${encodeURIComponent(number)}`), typed ? 200 : 0);
    return () => clearTimeout(timer);
  }, [load, typed, number]);

  const choices = search.data?.carriers ?? [];
  return (
    <Modal
      open
      onClose={onClose}
      title="Correct the carrier"
      primaryAction={{
        content: "Save carrier",
        disabled: chosen === null || chosen === current?.code,
        loading: act.state !== "idle",
        onAction: () => act.submit({ intent: "correct-carrier", carrier: chosen ?? "" }, { method: "post" }),
      }}
      secondaryActions={[{ content: "Cancel", onAction: onClose }]}
    >
      <Modal.Section>
        <BlockStack gap="300">
          <Text as="p">{current ? `Milepost takes this number for one of ${current.name}.` : "Milepost does not know whose number this is."}</Text>
          <Autocomplete
            options={choices.map((each) => ({ value: each.code, label: each.own ? `${each.name} (yours)` : each.country ? `${each.name} (${each.country})` : each.name }))}
            selected={chosen ? [chosen] : []}
            loading={search.state === "loading" && choices.length === 0}
            onSelect={([code]) => {
              setChosen(code ?? null);
              setTyped(choices.find((each) => each.code === code)?.name ?? "");
            }}
            emptyState={<Text as="p">No carrier of this name is known</Text>}
            textField={
              <Autocomplete.TextField
                label="Carrier"
                autoComplete="off"
                placeholder="Search by name"
                prefix={<Icon source={SearchIcon} tone="subdued" />}
                value={typed}
                onChange={(value) => {
                  setTyped(value);
                  setChosen(null);
                }}
                error={errors.carrier ?? errors[""]}
              />
            }
          />
          <Text as="p" variant="bodySm" tone="subdued">
            The carrier is asked at once. Scans that other sources told stay in the timeline.
          </Text>
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
