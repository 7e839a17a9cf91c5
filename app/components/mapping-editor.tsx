import { useFetcher } from "@remix-run/react";
import { Banner, BlockStack, Button, ButtonGroup, Card, InlineStack, Text, TextField } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";

import type { Locale } from "~/locales";

import { draftFields, type MappingDraft } from "./mapping-draft";
import { MappingForm } from "./mapping-form";
import { MappingPreview, type PreviewView } from "./mapping-preview";
import { ScanWords } from "./reading-words";
import { useToast, type ActionAnswer } from "./use-toast";

/** What is being changed: a rule that is written, one that is to go, or a version that is to come back. */
export type Editing =
  | { kind: "set"; draft: MappingDraft; title: string }
  | { kind: "remove"; rule: { provider: string; providerName: string; code: string; text: string } }
  | { kind: "revert"; version: number };

interface EditorProps {
  editing: Editing;
  onClose: () => void;
  providers: { code: string; name: string }[];
  locale: Locale;
}

type PreviewAnswer = ({ ok: true } & { preview: PreviewView }) | { ok: false; errors: Record<string, string> };

const ACTION = "/app/settings/mappings";

/** A change with its preview: nothing is put to use before the merchant has seen what it does. */
export function MappingEditor({ editing, onClose, providers, locale }: EditorProps) {
  const preview = useFetcher<PreviewAnswer>();
  const use = useFetcher<ActionAnswer>();
  const [draft, setDraft] = useState(editing.kind === "set" ? editing.draft : null);
  const [note, setNote] = useState("");
  const [shown, setShown] = useState<string | null>(null);
  const card = useRef<HTMLDivElement>(null);
  useToast(use.data?.ok ? use.data : null);

  const fields = fieldsOf(editing, draft);
  const asked = JSON.stringify(fields);
  const { submit } = preview;
  const look = () => {
    setShown(asked);
    submit({ intent: "preview", ...fields }, { method: "post", action: ACTION });
  };
  useEffect(() => {
    // Whoever works by keyboard is where they were once it closes.
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  useEffect(() => {
    card.current?.focus();
    card.current?.scrollIntoView({ block: "nearest" });
    // What is to go or to come back needs no form: its preview is asked for at once.
    if (editing.kind === "set") return;
    setShown(JSON.stringify(fieldsOf(editing, null)));
    submit({ intent: "preview", ...fieldsOf(editing, null) }, { method: "post", action: ACTION });
  }, [editing, submit]);
  const done = use.state === "idle" && use.data?.ok === true;
  useEffect(() => {
    if (done) onClose();
  }, [done, onClose]);

  const current = shown === asked && preview.state === "idle" ? preview.data : undefined;
  const failed = use.state === "idle" && use.data && !use.data.ok ? (use.data.errors ?? {}) : {};
  const errors = { ...(current?.ok === false ? current.errors : {}), ...(shown === asked ? failed : {}) };
  const send = (history: boolean) => {
    if (!current?.ok) return;
    use.submit({ intent: "use", history: history ? "yes" : "no", base: String(current.preview.base), note, ...fields }, { method: "post", action: ACTION });
  };
  const sending = (history: boolean) => use.state !== "idle" && use.formData?.get("history") === (history ? "yes" : "no");
  return (
    <div ref={card} tabIndex={-1} className="mp-editor" role="group" aria-label={titleOf(editing)}>
      <Card>
        <BlockStack gap="400">
          <InlineStack align="space-between" blockAlign="center" wrap={false}>
            <Text as="h2" variant="headingMd">
              {titleOf(editing)}
            </Text>
            <Button variant="plain" onClick={onClose}>
              Cancel
            </Button>
          </InlineStack>
          {editing.kind === "remove" ? <ScanWords provider={editing.rule.providerName} code={editing.rule.code} text={editing.rule.text} /> : null}
          {draft ? <MappingForm draft={draft} onChange={setDraft} errors={errors} providers={providers} locale={locale} /> : null}
          {!draft && errors[""] ? (
            <Banner tone="critical">
              <p>{errors[""]}</p>
            </Banner>
          ) : null}
          {current?.ok ? (
            <>
              <div aria-live="polite" className="mp-quote">
                <MappingPreview
                  preview={current.preview}
                  listRules={editing.kind === "revert"}
                  nameOf={(code) => providers.find((each) => each.code === code)?.name ?? code}
                />
              </div>
              <TextField label="Note" autoComplete="off" maxLength={200} value={note} onChange={setNote} helpText="Why, for whoever reads the versions later. May stay empty." />
              <BlockStack gap="200">
                <ButtonGroup>
                  <Button variant="primary" onClick={() => send(true)} loading={sending(true)} disabled={use.state !== "idle"}>
                    Use and replay history
                  </Button>
                  <Button onClick={() => send(false)} loading={sending(false)} disabled={use.state !== "idle"}>
                    Use from now on
                  </Button>
                </ButtonGroup>
                <Text as="p" variant="bodySm" tone="subdued">
                  From now on: scans that have come keep their reading, and so do their shipments. With a replay, shipments are computed anew and
                  exceptions open and clear, but no shopper is written to about what is past; Shopify is told what happened within the last 48 hours.
                </Text>
              </BlockStack>
            </>
          ) : (
            <InlineStack>
              <Button variant="primary" onClick={look} loading={preview.state !== "idle"}>
                See what changes
              </Button>
            </InlineStack>
          )}
        </BlockStack>
      </Card>
    </div>
  );
}

function titleOf(editing: Editing): string {
  if (editing.kind === "set") return editing.title;
  if (editing.kind === "remove") return "Give these scans back to the built-in mapping";
  return editing.version === 0 ? "Go back to the built-in mapping alone" : `Go back to the rules of version ${editing.version}`;
}

function fieldsOf(editing: Editing, draft: MappingDraft | null): Record<string, string> {
  if (editing.kind === "revert") return { kind: "revert", version: String(editing.version) };
  if (editing.kind === "remove") return { kind: "remove", provider: editing.rule.provider, code: editing.rule.code, text: editing.rule.text };
  return draftFields(draft ?? editing.draft);
}
