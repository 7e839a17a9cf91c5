import { BlockStack, Button, ButtonGroup, Card, Icon, InlineStack, ProgressBar, SkeletonBodyText, Text } from "@shopify/polaris";
import { CheckCircleIcon } from "@shopify/polaris-icons";

/** One thing to set up; `done` is null while it is being looked at. */
export interface SetupStep {
  id: string;
  title: string;
  done: boolean | null;
  sentence: string;
  action?: { content: string; url: string; external?: boolean };
}

/** What is left to set up. It can be dismissed for good, and called back. `note` is said below the steps. */
export function SetupGuide({ steps, note, onDismiss, dismissing }: { steps: SetupStep[]; note: string | null; onDismiss: () => void; dismissing: boolean }) {
  const done = steps.filter((step) => step.done).length;
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            Set Milepost up
          </Text>
          <ButtonGroup>
            <Text as="span" variant="bodySm" tone="subdued">{`${done} of ${steps.length} done`}</Text>
            <Button variant="tertiary" onClick={onDismiss} loading={dismissing}>
              Dismiss
            </Button>
          </ButtonGroup>
        </InlineStack>
        <ProgressBar size="small" tone="success" progress={(done / steps.length) * 100} animated={false} ariaLabelledBy="setup-progress" />
        <Text as="span" visuallyHidden id="setup-progress">{`${done} of ${steps.length} steps done`}</Text>
        <ol className="mp-steps">
          {steps.map((step) => (
            <Step key={step.id} step={step} />
          ))}
        </ol>
        {note ? (
          <Text as="p" variant="bodySm" tone="subdued">
            {note}
          </Text>
        ) : null}
      </BlockStack>
    </Card>
  );
}

function Step({ step }: { step: SetupStep }) {
  return (
    <li className="mp-step" data-done={step.done || undefined}>
      <span className="mp-step-mark">{step.done ? <Icon source={CheckCircleIcon} tone="success" accessibilityLabel="Done" /> : null}</span>
      <BlockStack gap="050">
        <Text as="h3" variant="headingSm">
          {step.title}
        </Text>
        {step.done === null ? (
          <SkeletonBodyText lines={1} />
        ) : (
          <Text as="p" variant="bodyMd" tone="subdued">
            {step.sentence}
          </Text>
        )}
      </BlockStack>
      {step.action && step.done === false ? (
        <span className="mp-step-action">
          <Button url={step.action.url} target={step.action.external ? "_top" : undefined}>
            {step.action.content}
          </Button>
        </span>
      ) : null}
    </li>
  );
}
