import { BlockStack, Button, ButtonGroup, InlineStack, Pagination, Text } from "@shopify/polaris";

import { RowsCard } from "./rows-card";
import { ScanWords } from "./reading-words";
import { StatusBadge } from "./status-badge";
import { useFormat } from "./use-format";

export interface RuleView {
  key: string;
  provider: string;
  providerName: string;
  code: string;
  text: string;
  status: string;
  detail: string | null;
  version: number;
  from: string | null;
}

interface RulesProps {
  rules: { total: number; page: number; hasNext: boolean; rows: RuleView[] };
  onAdd: () => void;
  onEdit: (rule: RuleView) => void;
  onRemove: (rule: RuleView) => void;
  onPage: (page: number) => void;
}

/** The shop's own rules: what each reads, since when, and from which version. */
export function MappingRules({ rules, onAdd, onEdit, onRemove, onPage }: RulesProps) {
  const format = useFormat();
  return (
    <RowsCard
      title={rules.total > 0 ? `Your rules (${format.number(rules.total)})` : "Your rules"}
      words={rules.total === 0 ? "None yet: every scan is read as built in." : "They stand above the built-in mapping. The most specific one reads a scan."}
      aside={<Button onClick={onAdd}>Add a rule</Button>}
      foot={
        rules.page > 1 || rules.hasNext ? (
          <Pagination type="table" hasPrevious={rules.page > 1} hasNext={rules.hasNext} onPrevious={() => onPage(rules.page - 1)} onNext={() => onPage(rules.page + 1)} />
        ) : null
      }
    >
      {rules.rows.map((rule) => (
        <li key={rule.key}>
          <InlineStack align="space-between" blockAlign="start" gap="300">
            <BlockStack gap="100">
              <ScanWords provider={rule.providerName} code={rule.code} text={rule.text} />
              <InlineStack align="start" gap="200" blockAlign="center">
                <StatusBadge status={rule.status} detail={rule.detail} />
                <Text as="span" variant="bodySm" tone="subdued">
                  {rule.from ? `scans since ${format.dateTime(rule.from)} · version ${rule.version}` : `all scans · version ${rule.version}`}
                </Text>
              </InlineStack>
            </BlockStack>
            <ButtonGroup>
              <Button onClick={() => onEdit(rule)} accessibilityLabel={`Change the rule for ${rule.providerName} ${rule.code || rule.text}`}>
                {rule.from ? "Change or replay" : "Change"}
              </Button>
              <Button onClick={() => onRemove(rule)} accessibilityLabel={`Remove the rule for ${rule.providerName} ${rule.code || rule.text}`}>
                Remove
              </Button>
            </ButtonGroup>
          </InlineStack>
        </li>
      ))}
    </RowsCard>
  );
}
