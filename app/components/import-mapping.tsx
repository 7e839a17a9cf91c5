import { BlockStack, Card, Checkbox, InlineGrid, Select, Text, TextField } from "@shopify/polaris";
import { useEffect, useState } from "react";

export interface MappingOptions {
  mapping: Partial<Record<string, number>>;
  header: boolean;
  dateOrder: "dmy" | "mdy" | null;
  zone: string;
  follow: boolean;
}

export interface MappingProps {
  kind: string;
  headers: string[];
  fields: { key: string; label: string; needed: boolean }[];
  options: MappingOptions;
  zoneError?: string;
  onChange: (kind: string, options: MappingOptions) => void;
}

/** How a file is read: what it holds, and which column holds what. Every change is tried on the first rows at once. */
export function ImportMapping({ kind, headers, fields, options, zoneError, onChange }: MappingProps) {
  const columns = [{ label: "Not in this file", value: "" }, ...headers.map((name, index) => ({ label: name || `Column ${index + 1}`, value: String(index) }))];
  const change = (more: Partial<MappingOptions>) => onChange(kind, { ...options, ...more });
  const map = (key: string) => (value: string) => {
    const mapping = { ...options.mapping };
    if (value === "") delete mapping[key];
    else mapping[key] = Number(value);
    change({ mapping });
  };
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          How it is read
        </Text>
        <InlineGrid columns={{ xs: 1, sm: 2, md: 3 }} gap="300">
          <Select
            label="This file holds"
            options={[{ label: "Shipments to follow", value: "shipments" }, { label: "Tracking events", value: "events" }]}
            value={kind}
            onChange={(value) => onChange(value, options)}
          />
          <Select
            label="Dates such as 03/04/2026"
            options={[{ label: "Not used, or not sure", value: "" }, { label: "Day first (3 April)", value: "dmy" }, { label: "Month first (March 4)", value: "mdy" }]}
            value={options.dateOrder ?? ""}
            onChange={(value) => change({ dateOrder: value === "dmy" || value === "mdy" ? value : null })}
          />
          <ZoneField zone={options.zone} error={zoneError} onChange={(zone) => change({ zone })} />
        </InlineGrid>
        <Checkbox label="The first row names the columns" checked={options.header} onChange={(header) => change({ header })} />
        {kind === "events" ? (
          <Checkbox
            label="Begin to follow numbers that are not tracked yet"
            helpText="Otherwise their rows are listed as not imported."
            checked={options.follow}
            onChange={(follow) => change({ follow })}
          />
        ) : null}
        <Text as="h3" variant="headingSm">
          Columns
        </Text>
        <InlineGrid columns={{ xs: 1, sm: 2, md: 3 }} gap="300">
          {fields.map((field) => {
            const column = options.mapping[field.key];
            return (
              <Select
                key={field.key}
                label={field.needed ? `${field.label} (needed)` : field.label}
                options={columns}
                value={column === undefined ? "" : String(column)}
                onChange={map(field.key)}
                error={field.needed && column === undefined ? "Choose the column." : undefined}
              />
            );
          })}
        </InlineGrid>
      </BlockStack>
    </Card>
  );
}

/** The time zone is sent when the field is left: half a name is none. */
function ZoneField({ zone, error, onChange }: { zone: string; error?: string; onChange: (zone: string) => void }) {
  const [typed, setTyped] = useState(zone);
  useEffect(() => setTyped(zone), [zone]);
  return (
    <TextField
      label="Time zone of its times"
      value={typed}
      onChange={setTyped}
      onBlur={() => (typed.trim() !== zone ? onChange(typed.trim()) : undefined)}
      autoComplete="off"
      helpText="Where a time does not say its own."
      error={error}
    />
  );
}
