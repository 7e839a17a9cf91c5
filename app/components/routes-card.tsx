import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, ButtonGroup, Card, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";

import { RouteModal } from "./route-modal";
import { useToast, type ActionAnswer } from "./use-toast";

export interface RouteView {
  carrier: string;
  name: string;
  /** Provider codes. */
  first: string[];
  never: string[];
}

export interface RouteProvider {
  code: string;
  name: string;
  kind: "carrier" | "aggregator";
  /** Codes of the carriers that a carrier's own connection answers for. */
  carriers: readonly string[];
}

/** The routing order in words, and the merchant's exceptions for single carriers. */
export function RoutesCard({ routes, providers }: { routes: RouteView[]; providers: RouteProvider[] }) {
  const [open, setOpen] = useState<RouteView | "new" | null>(null);
  const remove = useFetcher<ActionAnswer>();
  useToast(remove.data);
  const aggregators = providers.filter((each) => each.kind === "aggregator");
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            Who is asked for which carrier
          </Text>
          <Button onClick={() => setOpen("new")}>Add exception</Button>
        </InlineStack>
        <Text as="p" tone="subdued">
          {aggregators.length === 0
            ? "A carrier's own connection is asked for its shipments."
            : `A carrier's own connection is asked for its shipments first, then ${inWords(aggregators.map((each) => each.name), "then")}, until one has data. A number is registered with one aggregator at a time.`}
        </Text>
        {routes.length > 0 ? (
          <ul className="mp-rows">
            {routes.map((route) => (
              <li key={route.carrier}>
                <InlineStack align="space-between" blockAlign="center" gap="200">
                  <BlockStack gap="050">
                    <Text as="h3" variant="headingSm">
                      {route.name}
                    </Text>
                    <Text as="p" variant="bodySm" tone="subdued">
                      {routeWords(route, providers)}
                    </Text>
                  </BlockStack>
                  <ButtonGroup>
                    <Button variant="plain" onClick={() => setOpen(route)} accessibilityLabel={`Change the exception for ${route.name}`}>
                      Change
                    </Button>
                    <Button
                      variant="plain"
                      tone="critical"
                      accessibilityLabel={`Remove the exception for ${route.name}`}
                      onClick={() => remove.submit({ intent: "remove-route", carrier: route.carrier }, { method: "post", action: "/app/settings/connections" })}
                    >
                      Remove
                    </Button>
                  </ButtonGroup>
                </InlineStack>
              </li>
            ))}
          </ul>
        ) : null}
      </BlockStack>
      {open === null ? null : <RouteModal route={open === "new" ? null : open} providers={providers} onClose={() => setOpen(null)} />}
    </Card>
  );
}

/** "17TRACK first; never AfterShip". */
function routeWords(route: RouteView, providers: RouteProvider[]): string {
  const name = (code: string) => providers.find((each) => each.code === code)?.name ?? code;
  const parts = [
    route.first.length > 0 ? `${inWords(route.first.map(name), "then")} first` : null,
    route.never.length > 0 ? `never ${inWords(route.never.map(name), "or")}` : null,
  ].filter((part) => part !== null);
  const words = parts.join("; ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function inWords(names: string[], joint: "then" | "or"): string {
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} ${joint === "then" ? "and then" : joint} ${names.at(-1)}`;
}
