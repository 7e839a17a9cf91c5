import { json, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useFetcher } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, Box, Button, ButtonGroup, Card, Page, Text, TextField } from "@shopify/polaris";
import { useState } from "react";

import { PastedLines, sumUp, type PastedLineItem } from "~/components/pasted-lines";
import { useToast, type ActionAnswer } from "~/components/use-toast";
import { MOST_LINES } from "~/domain/tracking/register/read-lines";
import { shopCarrierNames } from "~/presenters/admin/carrier-name";
import { presentPlans } from "~/presenters/admin/track-numbers";
import { requireShop } from "~/routes-auth.server";
import { readForm } from "~/routes-input.server";
import { checkNumbers, trackNumbers } from "~/use-cases/track-numbers";

export { PageError as ErrorBoundary } from "~/components/page-error";
export const meta: MetaFunction = () => [{ title: "Track numbers · Milepost" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireShop(request, context);
  return json({});
}

interface Answer extends ActionAnswer {
  lines?: PastedLineItem[];
  done?: boolean;
}

/** `check` says what would happen with each line; `track` does it. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { shop, deps, useCases } = await requireShop(request, context);
  const form = await readForm(request);
  const input = { shopId: shop.id, pasted: form.text("numbers") };
  const intent = form.text("intent");
  if (intent !== "check" && intent !== "track") return json<Answer>({ ok: false, toast: "That could not be understood." }, { status: 400 });
  const done = intent === "track";
  const result = done ? await trackNumbers(useCases, input) : await checkNumbers(useCases, input);
  if (!result.ok) return json<Answer>(result, { status: 422 });
  const lines = presentPlans(result.lines, result.plans, await shopCarrierNames(deps.db.prisma, shop.id, useCases.carriers.all));
  return json<Answer>({ ok: true, lines, done, ...(done ? { toast: told(result.added, result.completed) } : {}) });
}

function told(added: number, completed: number): string {
  if (added === 0 && completed === 0) return "Nothing new to track";
  return [added > 0 ? `${added} now tracked` : "", completed > 0 ? `${completed} completed` : ""].filter(Boolean).join(", ");
}

export default function TrackNumbers() {
  const act = useFetcher<Answer>();
  const [numbers, setNumbers] = useState("");
  const [checked, setChecked] = useState<string | null>(null);
  useToast(act.data);
  const submit = (intent: "check" | "track") => {
    setChecked(numbers);
    act.submit({ intent, numbers }, { method: "post", action: "/app/shipments/track" });
  };
  const doing = (intent: string) => act.state !== "idle" && act.formData?.get("intent") === intent;
  const answer = act.data?.lines && checked === numbers ? act.data : null;
  const lines = answer?.lines ?? [];
  const done = answer?.done ?? false;
  const usable = lines.filter((line) => line.outcome === "new" || line.outcome === "completed").length;
  return (
    <Page
      title="Track numbers"
      subtitle="Follow shipments that did not come from Shopify"
      backAction={{ content: "Shipments", url: "/app/shipments" }}
      secondaryActions={[{ content: "Import a file", url: "/app/shipments/import" }]}
    >
      <TitleBar title="Track numbers" />
      <BlockStack gap="400">
        <Card>
          <BlockStack gap="300">
            <TextField
              label="Tracking numbers"
              value={numbers}
              onChange={setNumbers}
              multiline={6}
              maxHeight={320}
              autoComplete="off"
              monospaced
              placeholder={"1Z999AA10123456784\n9400111899223100001234, USPS\n123456789012, FedEx, #1001"}
              helpText={`One a line, at most ${MOST_LINES.toLocaleString("en")}. After a comma you can name the carrier, and then the order.`}
              error={act.data?.errors?.numbers}
            />
            <ButtonGroup>
              <Button variant={answer ? undefined : "primary"} onClick={() => submit("check")} loading={doing("check")} disabled={numbers.trim() === ""}>
                Check
              </Button>
              {answer && !done ? (
                <Button variant="primary" onClick={() => submit("track")} loading={doing("track")} disabled={usable === 0}>
                  {usable === 0 ? "Nothing to track" : usable === 1 ? "Track 1 number" : `Track ${usable} numbers`}
                </Button>
              ) : null}
              {done ? (
                <Button variant="primary" url="/app/shipments">
                  See shipments
                </Button>
              ) : null}
            </ButtonGroup>
          </BlockStack>
        </Card>
        {answer ? (
          <Card padding="0">
            <Box padding="400" paddingBlockEnd="200">
              <BlockStack gap="100">
                <Text as="h2" variant="headingMd">
                  {done ? "Done" : "This will happen"}
                </Text>
                <div role="status">{sumUp(lines)}</div>
              </BlockStack>
            </Box>
            <PastedLines lines={lines} done={done} />
          </Card>
        ) : null}
      </BlockStack>
    </Page>
  );
}
