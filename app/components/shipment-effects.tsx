import { Badge, BlockStack, Box, Card, InlineStack, Text, type BadgeProps } from "@shopify/polaris";
import type { ReactNode } from "react";

import { SeverityBadge } from "./exception-row";
import { statusWords, detailWords } from "./status-words";
import { useFormat } from "./use-format";

function ListCard({ title, empty, count, children }: { title: string; empty: string; count: number; children: ReactNode }) {
  return (
    <Card padding="0">
      <Box padding="400" paddingBlockEnd={count > 0 ? "200" : "400"}>
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">
            {title}
          </Text>
          {count === 0 ? (
            <Text as="p" tone="subdued">
              {empty}
            </Text>
          ) : null}
        </BlockStack>
      </Box>
      {count > 0 ? <ul className="mp-rows">{children}</ul> : null}
    </Card>
  );
}

export interface ExceptionView {
  id: string;
  severity: string;
  title: string;
  sentence: string;
  openedAt: string;
  resolvedAt: string | null;
  resolution: string | null;
}

/** What went wrong with this shipment, open ones with a way to settle them. */
export function ExceptionsCard({ exceptions, now, resolve }: { exceptions: ExceptionView[]; now: string; resolve: (id: string) => ReactNode }) {
  const format = useFormat();
  return (
    <ListCard title="Exceptions" empty="Nothing has gone wrong." count={exceptions.length}>
      {exceptions.map((each) => (
        <li key={each.id} className={each.severity === "critical" && !each.resolvedAt ? "mp-urgent" : undefined}>
          <InlineStack align="space-between" blockAlign="center" gap="200">
            <BlockStack gap="050">
              <InlineStack align="start" gap="200" blockAlign="center">
                <Text as="h3" variant="headingSm">
                  {each.title}
                </Text>
                {each.resolvedAt ? <Badge tone="success">{each.resolution === "merchant" ? "Resolved by you" : "Cleared itself"}</Badge> : <SeverityBadge severity={each.severity} />}
              </InlineStack>
              <Text as="p">{each.sentence}</Text>
              <Text as="p" variant="bodySm" tone="subdued">
                {[`opened ${format.ago(each.openedAt, now)}`, each.resolvedAt && `over ${format.ago(each.resolvedAt, now)}`].filter(Boolean).join(", ")}
              </Text>
            </BlockStack>
            {each.resolvedAt ? null : resolve(each.id)}
          </InlineStack>
        </li>
      ))}
    </ListCard>
  );
}

export interface MessageView {
  id: string;
  trigger: string;
  channel: string;
  status: string;
  reason: string | null;
  error: string | null;
  subject: string | null;
  decidedAt: string;
  sentAt: string | null;
}

const MESSAGE_TONES: Readonly<Record<string, BadgeProps["tone"]>> = { sent: "success", failed: "critical", queued: "info" };

/** What the shopper was told, and what not and why. */
export function MessagesCard({ messages }: { messages: MessageView[] }) {
  const format = useFormat();
  return (
    <ListCard title="Messages" empty="The shopper has not been written to about this shipment." count={messages.length}>
      {messages.map((each) => (
        <li key={each.id}>
          <InlineStack align="space-between" blockAlign="center" gap="200">
            <BlockStack gap="050">
              <Text as="p">{each.subject ?? detailWords(each.trigger)}</Text>
              <Text as="p" variant="bodySm" tone="subdued">
                {[detailWords(each.trigger), each.channel === "email" ? "E-mail" : each.channel, format.dateTime(each.sentAt ?? each.decidedAt)].join(" · ")}
              </Text>
              {each.reason ?? each.error ? (
                <Text as="p" variant="bodySm" tone="subdued">
                  {each.reason ?? each.error}
                </Text>
              ) : null}
            </BlockStack>
            <Badge tone={MESSAGE_TONES[each.status]}>{detailWords(each.status)}</Badge>
          </InlineStack>
        </li>
      ))}
    </ListCard>
  );
}

export interface WriteBackView {
  id: string;
  status: string;
  state: string;
  happenedAt: string;
  error: string | null;
}

/** What was told back to Shopify; nothing is shown where nothing was. */
export function WriteBacksCard({ writeBacks }: { writeBacks: WriteBackView[] }) {
  const format = useFormat();
  if (writeBacks.length === 0) return null;
  return (
    <ListCard title="Told to Shopify" empty="" count={writeBacks.length}>
      {writeBacks.map((each) => (
        <li key={each.id}>
          <InlineStack align="space-between" blockAlign="center" gap="200">
            <BlockStack gap="050">
              <Text as="p">{statusWords(each.status).label === each.status ? detailWords(each.status.toLowerCase()) : statusWords(each.status).label}</Text>
              <Text as="p" variant="bodySm" tone="subdued">
                {[format.dateTime(each.happenedAt), each.error].filter(Boolean).join(" · ")}
              </Text>
            </BlockStack>
            <Badge tone={each.state === "done" ? "success" : each.state === "failed" ? "critical" : undefined}>{detailWords(each.state)}</Badge>
          </InlineStack>
        </li>
      ))}
    </ListCard>
  );
}

/** What the shopper said of it. */
export function FeedbackCard({ feedback }: { feedback: { rating: number; reason: string | null; comment: string | null; createdAt: string } | null }) {
  const format = useFormat();
  if (!feedback) return null;
  return (
    <Card>
      <BlockStack gap="200">
        <InlineStack align="space-between">
          <Text as="h2" variant="headingMd">
            What the shopper said
          </Text>
          <Text as="span" tone="subdued">
            {format.date(feedback.createdAt)}
          </Text>
        </InlineStack>
        <Text as="p" fontWeight="semibold">{`${feedback.rating} of 5${feedback.reason ? `: ${detailWords(feedback.reason)}` : ""}`}</Text>
        {feedback.comment ? <Text as="p">{feedback.comment}</Text> : null}
      </BlockStack>
    </Card>
  );
}
