import type { CarrierAdapter } from "../port";
import { problem } from "../reading/answers";

/**
 * An adapter for a provider whose bodies can be read but which Milepost cannot ask itself: no public access, or none
 * that is licensed for it. Merchants follow its parcels through an aggregator.
 */
export function readOnlyAdapter(of: Pick<CarrierAdapter, "code" | "name" | "aliases" | "parse" | "explain">): CarrierAdapter {
  const message = `Milepost has no access to ${of.name} itself; connect an aggregator that covers it.`;
  return {
    ...of,
    kind: "carrier",
    readOnly: true,
    credentials: [],
    limits: { batch: 1, perSecond: 1, perDay: null },
    track: (queries) => Promise.resolve({ shipments: [], problems: queries.map((query) => problem("invalid", message, { number: query.number })) }),
    test: () => Promise.resolve({ ok: false, message }),
  };
}
