import { TRACKING_STATUSES, type ShipmentStatus } from "~/domain/tracking/status";

/** One tab of the shipments list. */
export interface ShipmentView {
  id: string;
  label: string;
  statuses?: readonly ShipmentStatus[];
  openException?: boolean;
  direction?: "return";
}

/** The tabs, in the order in which they stand. */
export const SHIPMENT_VIEWS: readonly ShipmentView[] = [
  { id: "all", label: "All" },
  { id: "attention", label: "Needs attention", openException: true },
  { id: "waiting", label: "Not scanned", statuses: ["PENDING", "PRE_TRANSIT"] },
  { id: "transit", label: "In transit", statuses: ["IN_TRANSIT"] },
  { id: "out", label: "Out for delivery", statuses: ["OUT_FOR_DELIVERY"] },
  { id: "pickup", label: "Ready for pickup", statuses: ["READY_FOR_PICKUP"] },
  { id: "delivered", label: "Delivered", statuses: ["DELIVERED"] },
  { id: "returning", label: "Coming back", statuses: ["RETURNING", "RETURNED"] },
];

/** Statuses a shipment can have, for the filter. */
export const SHIPMENT_STATUSES: readonly ShipmentStatus[] = TRACKING_STATUSES.filter((status): status is ShipmentStatus => status !== "UNKNOWN");

/** The view of an id from the address; "All" when there is none of that id. */
export function findView(id: string | null): ShipmentView {
  return SHIPMENT_VIEWS.find((view) => view.id === id) ?? { id: "all", label: "All" };
}
