import { useFetcher } from "@remix-run/react";
import { Autocomplete, BlockStack, FormLayout, Icon, InlineError, Modal, Select, Text } from "@shopify/polaris";
import { SearchIcon } from "@shopify/polaris-icons";
import { useEffect, useState } from "react";

import type { RouteProvider, RouteView } from "./routes-card";
import { useToast, type ActionAnswer } from "./use-toast";

const CHOICES = [
  { value: "usual", label: "As usual" },
  { value: "first", label: "Asked first" },
  { value: "never", label: "Never asked" },
];

/** One carrier's exception to the routing order; rendered while it is open. */
export function RouteModal({ route, providers, onClose }: { route: RouteView | null; providers: RouteProvider[]; onClose: () => void }) {
  const act = useFetcher<ActionAnswer>();
  const search = useFetcher<{ carriers: { code: string; name: string; country: string | null }[] }>();
  const [typed, setTyped] = useState("");
  const [carrier, setCarrier] = useState<string | null>(route?.carrier ?? null);
  const [choices, setChoices] = useState<Record<string, string>>(() =>
    Object.fromEntries(providers.map(({ code }) => [code, route?.first.includes(code) ? "first" : route?.never.includes(code) ? "never" : "usual"])),
  );
  useToast(act.data);
  const errors = act.state === "idle" && act.data && !act.data.ok ? (act.data.errors ?? {}) : {};
  const done = act.state === "idle" && act.data?.ok === true;
  useEffect(() => {
    if (done) onClose();
  }, [done, onClose]);
  const { load } = search;
  const isNew = route === null;
  useEffect(() => {
    if (!isNew) return undefined;
    const timer = setTimeout(() => load(`/app/carriers?q=${encodeURIComponent(typed)}`), typed ? 200 : 0);
    return () => clearTimeout(timer);
  }, [load, typed, isNew]);
  const found = search.data?.carriers ?? [];
  // A carrier's own connection is a choice for that carrier alone.
  const offered = providers.filter((each) => each.kind === "aggregator" || each.code === carrier);
  return (
    <Modal
      open
      onClose={onClose}
      title={route ? `Who is asked for ${route.name}` : "Add an exception for a carrier"}
      primaryAction={{
        content: "Save",
        disabled: carrier === null,
        loading: act.state !== "idle",
        onAction: () => {
          const asked = Object.fromEntries(offered.map(({ code }) => [`choice:${code}`, choices[code] ?? "usual"]));
          act.submit({ ...asked, intent: "route", carrier: carrier ?? "" }, { method: "post", action: "/app/settings/connections" });
        },
      }}
      secondaryActions={[{ content: "Cancel", onAction: onClose }]}
    >
      <Modal.Section>
        <BlockStack gap="300">
          {errors[""] ? <InlineError message={errors[""]} fieldID="route" /> : null}
          {route === null ? (
            <Autocomplete
              options={found.map((each) => ({ value: each.code, label: each.country ? `${each.name} (${each.country})` : each.name }))}
              selected={carrier ? [carrier] : []}
              loading={search.state === "loading" && found.length === 0}
              onSelect={([code]) => {
                setCarrier(code ?? null);
                setTyped(found.find((each) => each.code === code)?.name ?? "");
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
                    setCarrier(null);
                  }}
                  error={errors.carrier}
                />
              }
            />
          ) : null}
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
