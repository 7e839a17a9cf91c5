import { BlockStack, ChoiceList, FormLayout, InlineError, Select, Text, TextField } from "@shopify/polaris";

import { STATUS_DETAILS } from "~/domain/tracking/details";
import { MAX_CODE, MAX_TEXT } from "~/domain/tracking/mapping/limits";
import { TRACKING_STATUSES, type TrackingDetail, type TrackingStatus } from "~/domain/tracking/status";
import { statusSentence, type Locale } from "~/locales";

import type { MappingDraft, MatchBy } from "./mapping-draft";
import { detailWords, statusWords } from "./status-words";

const STATUSES = TRACKING_STATUSES.map((status) => ({
  value: status,
  label: status === "UNKNOWN" ? "Nothing: shown word for word, decides nothing" : statusWords(status).label,
}));

const CHOICES: { value: MatchBy; label: string }[] = [
  { value: "code", label: "This code, whatever the text says" },
  { value: "both", label: "This code together with this text" },
  { value: "text", label: "This text, whatever the code is" },
];

export interface MappingFormProps {
  draft: MappingDraft;
  onChange: (draft: MappingDraft) => void;
  errors: Record<string, string>;
  providers: { code: string; name: string }[];
  locale: Locale;
}

/** Which scans are meant, and what they mean. What is wrong stands beside its field. */
export function MappingForm({ draft, onChange, errors, providers, locale }: MappingFormProps) {
  const field = (key: "provider" | "code" | "text" | "status" | "detail") => ({
    value: draft[key],
    onChange: (value: string) => onChange({ ...draft, [key]: value, ...(key === "status" ? { detail: "" } : {}) }),
    error: errors[key],
  });
  const details = draft.status in STATUS_DETAILS ? STATUS_DETAILS[draft.status as TrackingStatus] : [];
  return (
    <BlockStack gap="400">
      {errors[""] ? <InlineError message={errors[""]} fieldID="mapping-form" /> : null}
      <FormLayout>
        <Select label="Whose scans" options={[{ value: "", label: "Choose a source" }, ...providers.map((each) => ({ value: each.code, label: each.name }))]} {...field("provider")} />
        <ChoiceList title="Which scans" choices={CHOICES} selected={[draft.by]} onChange={([by]) => onChange({ ...draft, by: (by ?? "code") as MatchBy })} />
        {draft.by === "text" ? null : (
          <TextField label="Code" autoComplete="off" maxLength={MAX_CODE} helpText="Exactly as the source writes it, upper and lower case included." {...field("code")} />
        )}
        {draft.by === "code" ? null : (
          <TextField
            label="Text"
            autoComplete="off"
            maxLength={MAX_TEXT}
            multiline={2}
            helpText="Case, spacing and a full stop at the end do not matter."
            {...field("text")}
            // Beside a code that was left empty, the sentence about both stands at the code.
            error={errors.text ?? (draft.by === "text" ? errors.code : undefined)}
          />
        )}
        <FormLayout.Group>
          <Select label="They mean" options={[{ value: "", label: "Choose what they mean" }, ...STATUSES]} {...field("status")} />
          <Select
            label="How or why"
            disabled={details.length === 0}
            options={[{ value: "", label: "Not said" }, ...details.map((detail) => ({ value: detail, label: detailWords(detail) }))]}
            {...field("detail")}
          />
        </FormLayout.Group>
        {draft.status !== "" && draft.status !== "UNKNOWN" ? (
          <div className="mp-quote" aria-live="polite">
            <Text as="p" variant="bodySm" tone="subdued">
              What the shopper will read
            </Text>
            <Text as="p">{statusSentence(draft.status as TrackingStatus, (draft.detail || null) as TrackingDetail | null, locale)}</Text>
          </div>
        ) : null}
      </FormLayout>
    </BlockStack>
  );
}
