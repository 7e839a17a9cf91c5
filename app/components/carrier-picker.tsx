import { useFetcher } from "@remix-run/react";
import { Autocomplete, Icon, Text } from "@shopify/polaris";
import { SearchIcon } from "@shopify/polaris-icons";
import { useEffect, useState } from "react";

interface CarrierChoice {
  code: string;
  name: string;
  country: string | null;
  own: boolean;
}

export interface CarrierPickerProps {
  chosen: string | null;
  onChoose: (code: string | null) => void;
  /** A tracking number whose likeliest carriers are proposed while nothing is typed. */
  number?: string;
  /** What is in the field at first. */
  typed?: string;
  error?: string;
}

/** How long typing must rest before carriers are searched, ms. */
const TYPING_MS = 200;

/** Searches the catalogue and the shop's own carriers, and chooses one. */
export function CarrierPicker({ chosen, onChoose, number = "", typed: first = "", error }: CarrierPickerProps) {
  const search = useFetcher<{ carriers: CarrierChoice[] }>();
  const [typed, setTyped] = useState(first);
  const { load } = search;
  useEffect(() => {
    const timer = setTimeout(() => load(`/app/carriers?q=${encodeURIComponent(typed)}&number=${encodeURIComponent(number)}`), typed ? TYPING_MS : 0);
    return () => clearTimeout(timer);
  }, [load, typed, number]);

  const choices = search.data?.carriers ?? [];
  return (
    <Autocomplete
      options={choices.map((each) => ({ value: each.code, label: labelOf(each) }))}
      selected={chosen ? [chosen] : []}
      loading={search.state === "loading" && choices.length === 0}
      onSelect={([code]) => {
        onChoose(code ?? null);
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
            onChoose(null);
          }}
          error={error}
        />
      }
    />
  );
}

function labelOf({ name, own, country }: CarrierChoice): string {
  return own ? `${name} (yours)` : country ? `${name} (${country})` : name;
}
