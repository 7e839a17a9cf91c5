import { useFetcher } from "@remix-run/react";
import { Badge, Banner, BlockStack, Button, ButtonGroup, Card, InlineStack, Text, TextField } from "@shopify/polaris";
import { ArrowDownIcon, ArrowUpIcon } from "@shopify/polaris-icons";
import { useState } from "react";

import type { ProviderForm } from "./connection-form";
import { CopyButton } from "./copy-button";
import { HealthBadge } from "./health-badge";
import { Facts } from "./shipment-side";
import { useFormat } from "./use-format";
import { useToast, type ActionAnswer } from "./use-toast";

export interface ConnectionView extends ProviderForm {
  kind: "carrier" | "aggregator";
  first: boolean;
  last: boolean;
  webhookUrl: string | null;
  /** How the pushes stand that Milepost sets up itself; null where the merchant pastes the address. */
  push: { sentence: string; failing: boolean } | null;
  health: {
    lastOkAt: string | null;
    lastErrorAt: string | null;
    lastError: string | null;
    lastPushAt: string | null;
    failing: boolean;
    failingSince: string | null;
    advice: string | null;
    pausedUntil: string | null;
    callsToday: number;
    callsPerDay: number | null;
    callsLeft: number | null;
    resetsAt: string | null;
    registered: number | null;
    paidFor: "registration" | "call";
    units: number;
    spentMinor: number | null;
    monthlyLimitMinor: number | null;
    currency: string;
    limits: { dailyLimit: string; unitCost: string; monthlyLimit: string };
  };
}

/** A connected provider: how it is, its address for pushes, and what can be done with it. */
export function ConnectionCard({ connection, now, onEdit, onLimits, onDisconnect }: { connection: ConnectionView; now: string; onEdit: () => void; onLimits: () => void; onDisconnect: () => void }) {
  const format = useFormat();
  const act = useFetcher<ActionAnswer>();
  const [sent, setSent] = useState("");
  useToast(act.data);
  const submit = (intent: string) => {
    setSent(intent);
    act.submit({ intent, provider: connection.code }, { method: "post", action: "/app/settings/connections" });
  };
  const { health } = connection;
  const quota =
    health.callsPerDay === null
      ? format.number(health.callsToday)
      : `${format.number(health.callsToday)} of ${format.number(health.callsPerDay)}, ${format.number(health.callsLeft ?? 0)} left; begins anew at ${format.time(health.resetsAt ?? now)}`;
  const amount = (minor: number) => format.money(minor, health.currency);
  const rows: [string, string][] = [
    ["Last answer", health.lastOkAt ? format.ago(health.lastOkAt, now) : "None yet"],
    ["Last error", health.lastErrorAt ? `${format.ago(health.lastErrorAt, now)}: ${health.lastError ?? "no reason given"}` : "None"],
    ["Calls today", quota],
  ];
  if (connection.webhookUrl) rows.push(["Last push", health.lastPushAt ? format.ago(health.lastPushAt, now) : "None yet"]);
  if (connection.push && !connection.push.failing) rows.push(["Pushes", connection.push.sentence]);
  if (health.registered !== null) rows.push(["Numbers registered", format.number(health.registered)]);
  if (health.spentMinor !== null) rows.push(["This month", health.monthlyLimitMinor === null ? amount(health.spentMinor) : `${amount(health.spentMinor)} of ${amount(health.monthlyLimitMinor)}`]);
  if (health.failingSince && health.failing) rows.push(["Failing since", format.ago(health.failingSince, now)]);
  if (health.pausedUntil) rows.push(["Asked again at", format.time(health.pausedUntil)]);
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <InlineStack align="start" gap="200" blockAlign="center">
            <Text as="h3" variant="headingMd">
              {connection.name}
            </Text>
            <HealthBadge health={health} />
            {connection.kind === "aggregator" ? <Badge>Aggregator</Badge> : null}
          </InlineStack>
          <ButtonGroup>
            <Button icon={ArrowUpIcon} variant="tertiary" disabled={connection.first} accessibilityLabel={`Ask ${connection.name} earlier`} onClick={() => submit("up")} />
            <Button icon={ArrowDownIcon} variant="tertiary" disabled={connection.last} accessibilityLabel={`Ask ${connection.name} later`} onClick={() => submit("down")} />
          </ButtonGroup>
        </InlineStack>
        {health.advice ? <Banner tone={health.failing ? "critical" : "warning"}>{health.advice}</Banner> : null}
        {connection.push?.failing ? <Banner tone="warning">{connection.push.sentence}</Banner> : null}
        <Facts rows={rows} />
        {connection.webhookUrl ? (
          <TextField
            label="Webhook address"
            value={connection.webhookUrl}
            readOnly
            autoComplete="off"
            helpText={
              connection.push && !connection.push.failing
                ? `Milepost has told it to ${connection.name} itself. Keep it to yourself.`
                : `Paste it in ${connection.name}'s settings, and scans arrive at once. Keep it to yourself.`
            }
            connectedRight={<CopyButton plain={false} value={connection.webhookUrl} label="Copy" />}
          />
        ) : null}
        <ButtonGroup>
          <Button onClick={() => submit("test")} loading={act.state !== "idle" && sent === "test"}>
            Test
          </Button>
          <Button onClick={onEdit}>Change credentials</Button>
          <Button onClick={onLimits}>Limits</Button>
          <Button variant="plain" tone="critical" onClick={onDisconnect}>
            Disconnect
          </Button>
        </ButtonGroup>
      </BlockStack>
    </Card>
  );
}
