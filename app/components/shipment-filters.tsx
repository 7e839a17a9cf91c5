import { useNavigation, useSearchParams } from "@remix-run/react";
import { ChoiceList, IndexFilters, useSetIndexFiltersMode, TextField, type IndexFiltersProps } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";

import { filterLabel, LIST_FILTERS } from "./shipment-filter-words";

interface Choice {
  value: string;
  label: string;
}

export interface ShipmentFiltersProps {
  views: readonly { id: string; label: string }[];
  view: string;
  choices: Readonly<Record<string, readonly Choice[]>>;
  chosen: { q: string; from: string | null; to: string | null; sort: "newest" | "oldest" };
}

const SORTS: IndexFiltersProps["sortOptions"] = [
  { label: "Shipped", value: "shipped desc", directionLabel: "Newest first" },
  { label: "Shipped", value: "shipped asc", directionLabel: "Oldest first" },
];

/** How long typing must rest before the list is asked, ms. */
const TYPING_MS = 300;

/** Tabs, search and filters above the list. What is chosen stands in the address, so that it can be kept and shared. */
export function ShipmentFilters({ views, view, choices, chosen }: ShipmentFiltersProps) {
  const [params, setParams] = useSearchParams();
  const { mode, setMode } = useSetIndexFiltersMode();
  const busy = useNavigation().state === "loading";
  const change = (edit: (next: URLSearchParams) => void) => {
    const next = new URLSearchParams(params);
    next.delete("after");
    next.delete("before");
    edit(next);
    setParams(next, { preventScrollReset: true });
  };
  const [typed, setTyped] = useTyped(chosen.q, (value) => change((next) => put(next, "q", value)));

  const filters: NonNullable<IndexFiltersProps["filters"]> = LIST_FILTERS.map(({ key, label, multiple }) => ({
    key,
    label,
    pinned: key === "carrier" || key === "status",
    filter: (
      <ChoiceList
        title={label}
        titleHidden
        allowMultiple={multiple}
        choices={[...(choices[key] ?? [])]}
        selected={params.getAll(key)}
        onChange={(values) => change((next) => put(next, key, ...values))}
      />
    ),
  }));
  filters.push({
    key: "date",
    label: "Shipped",
    filter: (
      <>
        <TextField label="From" type="date" autoComplete="off" value={chosen.from ?? ""} onChange={(value) => change((next) => put(next, "from", value))} />
        <TextField label="To" type="date" autoComplete="off" value={chosen.to ?? ""} onChange={(value) => change((next) => put(next, "to", value))} />
      </>
    ),
  });

  const applied: NonNullable<IndexFiltersProps["appliedFilters"]> = LIST_FILTERS.flatMap(({ key, label }) => {
    const values = params.getAll(key);
    return values.length > 0
      ? [{ key, label: filterLabel(label, values, choices[key] ?? []), onRemove: () => change((next) => next.delete(key)) }]
      : [];
  });
  if (chosen.from || chosen.to) {
    applied.push({
      key: "date",
      label: `Shipped ${[chosen.from && `from ${chosen.from}`, chosen.to && `to ${chosen.to}`].filter(Boolean).join(" ")}`,
      onRemove: () => change((next) => ["from", "to"].forEach((key) => next.delete(key))),
    });
  }
  const clear = () => change((next) => ["q", "from", "to", ...LIST_FILTERS.map((each) => each.key)].forEach((key) => next.delete(key)));

  return (
    <IndexFilters
      tabs={views.map(({ id, label }) => ({ id, content: label, isLocked: true }))}
      selected={Math.max(0, views.findIndex((each) => each.id === view))}
      onSelect={(index) => change((next) => put(next, "view", views[index]?.id ?? ""))}
      canCreateNewView={false}
      sortOptions={SORTS}
      sortSelected={[chosen.sort === "newest" ? "shipped desc" : "shipped asc"]}
      onSort={([sort]) => change((next) => put(next, "sort", sort === "shipped asc" ? "oldest" : ""))}
      queryValue={typed}
      queryPlaceholder="Order or tracking number"
      onQueryChange={setTyped}
      onQueryClear={() => setTyped("")}
      filters={filters}
      appliedFilters={applied}
      onClearAll={clear}
      mode={mode}
      setMode={setMode}
      cancelAction={{ onAction: clear, disabled: false, loading: false }}
      loading={busy}
    />
  );
}

function put(params: URLSearchParams, key: string, ...values: string[]): void {
  params.delete(key);
  for (const value of values) if (value) params.append(key, value);
}

/** What is typed, at once; what is asked, once the typing rests. */
function useTyped(asked: string, ask: (value: string) => void): [string, (value: string) => void] {
  const [typed, setTyped] = useState(asked);
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    if (typed === asked) return undefined;
    const timer = setTimeout(() => latest.current(typed), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, asked]);
  return [typed, setTyped];
}
