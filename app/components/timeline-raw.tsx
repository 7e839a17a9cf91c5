import { useFetcher } from "@remix-run/react";
import { Button, Collapsible, Spinner } from "@shopify/polaris";
import { useId, useState } from "react";

/** What the source sent, word for word; read only when somebody wants to see it. */
export function TimelineRaw({ shipmentId, eventKey }: { shipmentId: string; eventKey: string }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const raw = useFetcher<{ raw: string | null }>();
  const toggle = () => {
    if (!open && !raw.data) raw.load(`/app/shipments/${shipmentId}/raw?key=${encodeURIComponent(eventKey)}`);
    setOpen(!open);
  };
  return (
    <div>
      <Button variant="plain" size="micro" disclosure={open ? "up" : "down"} onClick={toggle} ariaExpanded={open} ariaControls={id}>
        What the source sent
      </Button>
      <Collapsible id={id} open={open}>
        {raw.data ? <pre className="mp-raw">{raw.data.raw ?? "The source's own words were not kept."}</pre> : <Spinner size="small" accessibilityLabel="Loading" />}
      </Collapsible>
    </div>
  );
}
