import { useAppBridge } from "@shopify/app-bridge-react";
import { Button } from "@shopify/polaris";
import { useState } from "react";

/** Downloads a file of the admin. A plain link would come without the session's token; a request carries it. */
export function DownloadButton({ url, fileName, label }: { url: string; fileName: string; label: string }) {
  const shopify = useAppBridge();
  const [loading, setLoading] = useState(false);
  const download = async () => {
    setLoading(true);
    try {
      const answer = await fetch(url);
      if (!answer.ok) throw new Error(String(answer.status));
      const address = URL.createObjectURL(await answer.blob());
      const link = Object.assign(document.createElement("a"), { href: address, download: fileName });
      link.click();
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
    } catch {
      shopify.toast.show("The file could not be downloaded; try it again", { isError: true });
    } finally {
      setLoading(false);
    }
  };
  return (
    <Button onClick={() => void download()} loading={loading}>
      {label}
    </Button>
  );
}
