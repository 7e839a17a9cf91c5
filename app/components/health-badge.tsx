import { Badge } from "@shopify/polaris";

/** How a connection is, in one word. */
export function HealthBadge({ health }: { health: { failing: boolean; pausedUntil: string | null; lastOkAt: string | null } }) {
  if (health.failing) return <Badge tone="critical">Failing</Badge>;
  if (health.pausedUntil) return <Badge tone="warning">Resting</Badge>;
  return health.lastOkAt ? <Badge tone="success">Working</Badge> : <Badge>Not asked yet</Badge>;
}
