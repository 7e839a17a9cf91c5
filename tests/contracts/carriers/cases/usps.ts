import { usps } from "~/integrations/carriers/usps";

import type { ContractCase } from "../contract-case";

export const uspsCase: ContractCase = {
  adapter: usps,
  credentials: { client_id: "id", client_secret: "secret" },
  number: (n) => `92023${String(n).padStart(17, "0")}`,
  token: {
    path: "/oauth2/v3/token",
    accepts: (seen) => seen.body === JSON.stringify({ client_id: "id", client_secret: "secret", grant_type: "client_credentials", scope: "tracking" }),
    answer: (token) => JSON.stringify({ access_token: token, token_type: "Bearer", expires_in: "28799", scope: "tracking" }),
  },
  accepts: (seen, token) => seen.headers["authorization"] === `Bearer ${token}` && seen.path === "/tracking/v3r2/tracking",
  asked: (seen) => (JSON.parse(seen.body) as { trackingNumber: string }[]).map((one) => one.trackingNumber),
  answer(known, unknown) {
    const body = [
      ...known.map((trackingNumber) => ({
        trackingNumber,
        status: "Out for Delivery",
        statusCategory: "Out for Delivery",
        trackingEvents: [{ eventType: "Out for Delivery", eventCode: "OF", eventTimestamp: "2026-11-24T08:28:00", GMTOffset: "-06:00", eventCity: "MILWAUKEE", eventState: "WI" }],
      })),
      ...unknown.map((trackingNumber) => ({ trackingNumber, statusCode: "404", error: { code: "404", message: "not yet", errors: [{ code: "150009", title: "not yet" }] } })),
    ];
    return { status: unknown.length > 0 && known.length > 0 ? 207 : 200, body: JSON.stringify(body) };
  },
  means: "OUT_FOR_DELIVERY",
  refusal: { status: 401, body: JSON.stringify({ error: "invalid_client", error_description: "Client authentication failed." }) },
};
