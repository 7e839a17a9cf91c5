import { BlockStack, Box, Button, Icon, InlineStack, Pagination, Text, TextField } from "@shopify/polaris";
import { SearchIcon } from "@shopify/polaris-icons";
import { useEffect, useState } from "react";

import { RowsCard } from "./rows-card";
import { ScanWords } from "./reading-words";
import { StatusBadge } from "./status-badge";
import { useFormat } from "./use-format";

export interface SeenView {
  provider: string;
  providerName: string;
  code: string;
  text: string;
  count: number;
  lastSeenAt: string;
  coarse: boolean;
  builtIn: { status: string; detail: string | null; mapping: string | null };
  own: { status: string; detail: string | null; version: number } | null;
}

interface SeenProps {
  seen: { search: string; page: number; hasNext: boolean; newest: number; rows: SeenView[] };
  now: string;
  onCorrect: (row: SeenView) => void;
  onSearch: (search: string) => void;
  onPage: (page: number) => void;
}

/** What the shop's scans say and how they are read: any of it can be corrected. */
export function MappingSeen({ seen, now, onCorrect, onSearch, onPage }: SeenProps) {
  const format = useFormat();
  const [typed, setTyped] = useState(seen.search);
  const changed = typed.trim() !== seen.search;
  useEffect(() => {
    if (!changed) return undefined;
    const timer = setTimeout(() => onSearch(typed.trim()), 400);
    return () => clearTimeout(timer);
  }, [changed, typed, onSearch]);
  return (
    <RowsCard
      title="Codes this shop has seen"
      words={`Among the newest ${format.number(seen.newest)} scans, the most frequent first. Built-in readings can be corrected too.`}
      tools={
        <TextField
          label="Search codes"
          labelHidden
          type="search"
          autoComplete="off"
          placeholder="Search by source, code or text"
          prefix={<Icon source={SearchIcon} tone="subdued" />}
          value={typed}
          maxLength={100}
          onChange={setTyped}
          clearButton
          onClearButtonClick={() => setTyped("")}
          loading={changed}
        />
      }
      foot={
        seen.rows.length === 0 ? (
          <Box padding="400" paddingBlockStart="0">
            <Text as="p" tone="subdued">
              {seen.search ? "No scan says this." : "No scan has come in yet. Connect a carrier or an aggregator, and what it says stands here."}
            </Text>
          </Box>
        ) : seen.page > 1 || seen.hasNext ? (
          <Pagination type="table" hasPrevious={seen.page > 1} hasNext={seen.hasNext} onPrevious={() => onPage(seen.page - 1)} onNext={() => onPage(seen.page + 1)} />
        ) : null
      }
    >
      {seen.rows.map((row) => (
        <li key={JSON.stringify([row.provider, row.code, row.text, row.builtIn])}>
          <InlineStack align="space-between" blockAlign="start" gap="300" wrap={false}>
            <BlockStack gap="100">
              <ScanWords provider={row.providerName} code={row.code} text={row.text} />
              <InlineStack align="start" gap="200" blockAlign="center">
                <StatusBadge status={(row.own ?? row.builtIn).status} detail={(row.own ?? row.builtIn).detail} />
                <Text as="span" variant="bodySm" tone="subdued">
                  {[
                    row.own ? `your rule, version ${row.own.version}` : (row.builtIn.mapping ?? "no mapping knows it"),
                    `${format.number(row.count)} ×`,
                    `last ${format.ago(row.lastSeenAt, now)}`,
                  ].join(" · ")}
                </Text>
              </InlineStack>
            </BlockStack>
            {row.code === "" && row.text === "" ? null : (
              <div className="mp-keep">
                <Button onClick={() => onCorrect(row)} accessibilityLabel={`Correct the reading of ${row.providerName} ${row.code || row.text}`}>
                  Correct
                </Button>
              </div>
            )}
          </InlineStack>
        </li>
      ))}
    </RowsCard>
  );
}
