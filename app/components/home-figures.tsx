import { InlineGrid } from "@shopify/polaris";

import { FigureCard } from "./figure-card";
import { useFormat } from "./use-format";

export interface Figures {
  onTheWay: number;
  waiting: number;
  outForDelivery: number;
  delivered: number;
  deliveredBefore: number;
  openExceptions: number;
  criticalExceptions: number;
  messagesSent: number;
  promised: number;
  onTime: number | null;
}

/** The statuses that the figure counts, so that its link shows the same shipments. */
const ON_THE_WAY = ["IN_TRANSIT", "OUT_FOR_DELIVERY", "ATTEMPTED_DELIVERY", "READY_FOR_PICKUP"] as const;

/** The home page's figures, each leading to what it counts. */
export function HomeFigures({ figures }: { figures: Figures }) {
  const format = useFormat();
  const { delivered, deliveredBefore, criticalExceptions } = figures;
  return (
    <InlineGrid columns={{ xs: 2, md: 3 }} gap={{ xs: "200", md: "400" }}>
      <FigureCard
        label="On the way"
        value={format.number(figures.onTheWay)}
        note={`${format.number(figures.waiting)} not scanned yet`}
        to={`/app/shipments?${ON_THE_WAY.map((status) => `status=${status}`).join("&")}`}
      />
      <FigureCard label="Out for delivery" value={format.number(figures.outForDelivery)} note="right now" to="/app/shipments?view=out" />
      <FigureCard
        label="Open exceptions"
        value={format.number(figures.openExceptions)}
        note={criticalExceptions > 0 ? `${format.number(criticalExceptions)} critical` : "none critical"}
        tone={criticalExceptions > 0 ? "critical" : "subdued"}
        to="/app/exceptions"
      />
      <FigureCard
        label="Delivered, last 7 days"
        value={format.number(delivered)}
        note={`${format.number(deliveredBefore)} in the 7 days before`}
        to="/app/shipments?view=delivered"
      />
      <FigureCard
        label="On time, last 30 days"
        value={figures.onTime === null ? "–" : format.percent(figures.onTime)}
        note={figures.onTime === null ? "no delivery had an estimate" : `of ${format.number(figures.promised)} with an estimate`}
      />
      <FigureCard label="Messages, last 7 days" value={format.number(figures.messagesSent)} note="sent to shoppers" />
    </InlineGrid>
  );
}
