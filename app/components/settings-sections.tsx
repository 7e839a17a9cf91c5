import { BlockStack, Card, Checkbox, FormLayout, Layout, Text, TextField } from "@shopify/polaris";
import type { ReactNode } from "react";

import type { ShopSettings } from "~/domain/settings/shop-settings";

import { typedNumber } from "./settings-value";

export interface SectionProps {
  settings: ShopSettings;
  errors: Readonly<Record<string, string>>;
  set: (path: string, value: unknown) => void;
}

/** A section with its explanation beside it. */
export function Section({ title, description, children }: { title: string; description: string; children: ReactNode }) {
  return (
    <Layout.AnnotatedSection title={title} description={description}>
      <Card>
        <FormLayout>{children}</FormLayout>
      </Card>
    </Layout.AnnotatedSection>
  );
}

const MESSAGES: readonly { key: keyof ShopSettings["messages"]; label: string; help: string }[] = [
  { key: "shipped", label: "Shipped", help: "When the first carrier scan, or the fulfillment, says that it is on its way." },
  { key: "out_for_delivery", label: "Out for delivery", help: "On the morning of the delivery." },
  { key: "delivered", label: "Delivered", help: "With a question for feedback." },
  { key: "delayed", label: "Delayed", help: "When a shipment stands still or the carrier reports a problem." },
];

/** Which messages are sent, and from whom. */
export function MessagesSection({ settings, errors, set }: SectionProps) {
  return (
    <Section title="Messages to shoppers" description="E-mails that Milepost sends by itself; each once per shipment, whatever arrives twice.">
      {MESSAGES.map(({ key, label, help }) => (
        <Checkbox key={key} label={label} helpText={help} checked={settings.messages[key]} onChange={(on) => set(`messages.${key}`, on)} error={errors[`messages.${key}`]} />
      ))}
      <TextField
        label="Sender's name"
        autoComplete="off"
        placeholder="Your shop's name"
        value={settings.sender.fromName ?? ""}
        onChange={(value) => set("sender.fromName", value)}
        error={errors["sender.fromName"]}
      />
      <TextField
        label="Replies go to"
        type="email"
        autoComplete="email"
        value={settings.sender.replyTo ?? ""}
        onChange={(value) => set("sender.replyTo", value)}
        error={errors["sender.replyTo"]}
      />
    </Section>
  );
}

/** Which exception rules are on, and after how long. */
export function RulesSection({ settings, errors, set }: SectionProps) {
  const { rules } = settings;
  /** What a rule with a limit is set to and how it is changed. */
  const timed = (code: string, on: boolean, limit: string, value: number) => ({
    on, value, setOn: (next: boolean) => set(`rules.${code}.enabled`, next), setValue: (next: unknown) => set(`rules.${code}.${limit}`, next), wrong: Boolean(errors[`rules.${code}.${limit}`]),
  });
  const { "label-without-scan": label, "stuck-in-transit": stuck, "ended-undelivered": ended } = rules;
  return (
    <Section title="Exceptions" description="When a shipment counts as being in trouble. Exceptions clear themselves once the shipment moves on.">
      <TimedRule label="Label without a scan" limit="Hours without a first scan" unit="hours" most={720} {...timed("label-without-scan", label.enabled, "hours", label.hours)} />
      <TimedRule label="Stuck in transit" limit="Days without a scan" unit="days" most={60} {...timed("stuck-in-transit", stuck.enabled, "days", stuck.days)} />
      <Rule label="Carrier reports a problem" on={rules["carrier-exception"].enabled} onChange={(on) => set("rules.carrier-exception.enabled", on)} />
      <TimedRule
        label="Ended without a delivery"
        limit="Days it is shown"
        unit="days"
        most={90}
        help="It is back with you, or nobody tells of it any more. It clears itself after these days."
        {...timed("ended-undelivered", ended.enabled, "days", ended.days)}
      />
    </Section>
  );
}

interface TimedRuleProps {
  label: string;
  on: boolean;
  setOn: (on: boolean) => void;
  /** What the number says, in which unit, and how large it may be; from 1. */
  limit: string;
  unit: "hours" | "days";
  most: number;
  value: number;
  setValue: (value: unknown) => void;
  wrong: boolean;
  help?: string;
}

/** A rule that counts hours or days. */
function TimedRule({ label, on, setOn, limit, unit, most, value, setValue, wrong, help }: TimedRuleProps) {
  const error = wrong ? `A whole number of ${unit}, from 1 to ${most}.` : undefined;
  return (
    <Rule
      label={label}
      on={on}
      onChange={setOn}
      field={
        <TextField label={limit} type="number" min={1} max={most} suffix={unit} autoComplete="off" helpText={help} value={String(value)} onChange={(typed) => setValue(typedNumber(typed))} error={error} />
      }
    />
  );
}

function Rule({ label, on, onChange, field }: { label: string; on: boolean; onChange: (on: boolean) => void; field?: ReactNode }) {
  return (
    <BlockStack gap="200">
      <Checkbox label={label} checked={on} onChange={onChange} />
      {on ? field : null}
    </BlockStack>
  );
}

/** Where the tracking page is, and where it sends shoppers for help. */
export function ShopperSection({ settings, errors, set }: SectionProps) {
  return (
    <Section title="Tracking page and help" description="Where shoppers follow their order, and whom they ask when something is wrong.">
      <TextField
        label="Path of the tracking page"
        autoComplete="off"
        helpText="The page in your shop that holds the tracking block, or /apps/track for the plain page."
        value={settings.trackingPage.path}
        onChange={(value) => set("trackingPage.path", value)}
        error={errors["trackingPage.path"]}
      />
      <TextField
        label="Support e-mail"
        type="email"
        autoComplete="email"
        helpText="Shown to shoppers who need help."
        value={settings.supportEmail ?? ""}
        onChange={(value) => set("supportEmail", value)}
        error={errors.supportEmail}
      />
      <Checkbox
        label="Ask for feedback once delivered"
        checked={settings.feedback.enabled}
        onChange={(on) => set("feedback.enabled", on)}
        helpText={<Text as="span">A rating, a reason and a comment; you see it on the shipment.</Text>}
      />
    </Section>
  );
}

/** Whether tracking statuses go to Shopify. */
export function WriteBackSection({ settings, set }: SectionProps) {
  return (
    <Section title="Tracking status in Shopify" description="Milepost can add what carriers report to the fulfillments of your orders in Shopify.">
      <Checkbox
        label="Write tracking statuses back to Shopify"
        checked={settings.writeBack.enabled}
        onChange={(on) => set("writeBack.enabled", on)}
        helpText={
          <Text as="span">
            Orders in Shopify then show where each parcel is, and Shopify Flow can react to it. Shopify also sends its own Out for delivery and Delivered e-mails if they are on under
            Settings, Notifications in Shopify: switch them off there, or the messages above, so that shoppers do not get both.
          </Text>
        }
      />
    </Section>
  );
}
