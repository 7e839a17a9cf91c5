import { useFetcher } from "@remix-run/react";
import { Badge, BlockStack, Box, Button, ButtonGroup, Card, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";

import { useFormat } from "./use-format";
import { useToast, type ActionAnswer } from "./use-toast";

export interface UsedNameView {
  name: string;
  otherSpellings: number;
  shipments: number;
  unknown: number;
  lastShippedAt: string;
  carriers: { code: string; name: string; shipments: number }[];
  mapped: { code: string; name: string } | null;
  mappable: boolean;
}

/** Names that are shown at first; all whose carrier is not known are. */
const SHOWN = 6;

/** The tracking companies that the shop's shipments have, with what each was taken for; unknown ones first. */
export function UsedNamesCard({ names, more, onMap }: { names: UsedNameView[]; more: number; onMap: (name: UsedNameView) => void }) {
  const act = useFetcher<ActionAnswer>();
  const [all, setAll] = useState(false);
  useToast(act.data);
  // What nobody has to look at is not in the way of the catalogue below.
  const needed = names.filter((each) => each.unknown > 0).length;
  const shown = all ? names : names.slice(0, Math.max(SHOWN, needed));
  const forget = (name: string) => act.submit({ intent: "forget-name", typed: name }, { method: "post", action: "/app/settings/carriers" });
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            Names your shop uses
          </Text>
          <Text as="p" tone="subdued">
            {names.length === 0
              ? "As soon as shipments have a tracking company, its names stand here with the carrier that each was taken for."
              : "What your shipments have as tracking company, and the carrier each was taken for. Unknown ones come first."}
          </Text>
        </BlockStack>
      </Box>
      {names.length > 0 ? (
        <ul className="mp-rows">
          {shown.map((each) => (
            <li key={each.name}>
              <InlineStack align="space-between" blockAlign="center" gap="200">
                <NameFacts name={each} />
                {each.mappable ? (
                  <ButtonGroup>
                    {each.mapped ? (
                      <Button onClick={() => forget(each.name)} loading={act.state !== "idle" && act.formData?.get("typed") === each.name} accessibilityLabel={`Forget what ${each.name} means`}>
                        Forget
                      </Button>
                    ) : null}
                    <Button onClick={() => onMap(each)} variant={each.unknown > 0 ? "primary" : undefined} accessibilityLabel={`${each.mapped || each.unknown === 0 ? "Change" : "Map"} ${each.name}`}>
                      {each.mapped || each.unknown === 0 ? "Change" : "Map"}
                    </Button>
                  </ButtonGroup>
                ) : null}
              </InlineStack>
            </li>
          ))}
        </ul>
      ) : null}
      {shown.length < names.length ? (
        <Box padding="400">
          <Button variant="plain" onClick={() => setAll(true)}>{`Show all ${names.length} names`}</Button>
        </Box>
      ) : more > 0 ? (
        <Box padding="400">
          <Text as="p" tone="subdued">{`And ${more} more, each with fewer shipments.`}</Text>
        </Box>
      ) : null}
    </Card>
  );
}

function NameFacts({ name }: { name: UsedNameView }) {
  const format = useFormat();
  const count = name.shipments === 1 ? "1 shipment" : `${format.number(name.shipments)} shipments`;
  return (
    <BlockStack gap="050">
      <InlineStack align="start" gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm">
          {name.name}
        </Text>
        {name.unknown > 0 ? <Badge tone="attention">{name.unknown === name.shipments ? "Not known" : `${format.number(name.unknown)} not known`}</Badge> : null}
        {name.mapped ? <Badge tone="info">Mapped by you</Badge> : null}
      </InlineStack>
      <Text as="p" variant="bodySm">
        {name.carriers.length > 0 ? "Taken for " : ""}
        {name.carriers.length > 0 ? name.carriers.map((each) => (name.carriers.length > 1 ? `${each.name} (${format.number(each.shipments)})` : each.name)).join(", ") : "No carrier"}
      </Text>
      <Text as="p" variant="bodySm" tone="subdued">
        {[count, `last shipped ${format.date(name.lastShippedAt)}`, spellings(name.otherSpellings)].filter(Boolean).join(" · ")}
      </Text>
    </BlockStack>
  );
}

const spellings = (count: number): string | null => (count === 0 ? null : count === 1 ? "one other spelling" : `${count} other spellings`);
