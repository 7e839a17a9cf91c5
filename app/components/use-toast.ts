import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect } from "react";

/** What an action answers: a sentence for the merchant, or what is wrong with which field. */
export interface ActionAnswer {
  ok: boolean;
  toast?: string;
  errors?: Record<string, string>;
}

/** Shows an action's sentence once. What is wrong with a field is never a toast: it stands beside the field. */
export function useToast(answer: ActionAnswer | undefined | null): void {
  const shopify = useAppBridge();
  useEffect(() => {
    if (answer?.toast) shopify.toast.show(answer.toast, { isError: !answer.ok });
  }, [answer, shopify]);
}
