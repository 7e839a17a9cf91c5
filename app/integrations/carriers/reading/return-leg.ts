import type { ParsedEvent } from "~/domain/tracking/event";

/**
 * Marks the leg back to the sender: after a scan that says the shipment goes back, what follows belongs to the return,
 * and its last "delivered" means delivered to the sender. Ends when a scan says that the delivery goes on.
 * Takes and gives events newest first.
 */
export function markReturnLeg(events: readonly ParsedEvent[]): ParsedEvent[] {
  let returning = false;
  const marked: ParsedEvent[] = [];
  for (const event of [...events].reverse()) {
    if (event.status === "RETURNING" || event.status === "RETURNED") returning = true;
    else if (event.detail === "resumed" || event.detail === "redirected") returning = false;
    marked.push(returning || event.returnLeg ? onReturnLeg(event) : event);
  }
  return marked.reverse();
}

/** One scan as it reads on the way back. */
export function onReturnLeg(event: ParsedEvent): ParsedEvent {
  if (event.status === "DELIVERED") return { ...event, status: "RETURNED", detail: null, returnLeg: true };
  const moving = event.status === "IN_TRANSIT" || event.status === "OUT_FOR_DELIVERY";
  return { ...event, status: moving ? "RETURNING" : event.status, returnLeg: true };
}
