import { useAppBridge } from "@shopify/app-bridge-react";
import { Button } from "@shopify/polaris";
import { ClipboardIcon } from "@shopify/polaris-icons";

/** Copies a value; in a frame that may not use the clipboard, it says so. `plain` is for use within text. */
export function CopyButton({ value, label, plain = true }: { value: string; label: string; plain?: boolean }) {
  const shopify = useAppBridge();
  const copy = () => {
    navigator.clipboard.writeText(value).then(
      () => shopify.toast.show("Copied"),
      () => shopify.toast.show("The browser does not allow copying here", { isError: true }),
    );
  };
  return (
    <Button variant={plain ? "plain" : undefined} icon={ClipboardIcon} onClick={copy}>
      {label}
    </Button>
  );
}
