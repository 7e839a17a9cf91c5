import { seventeenTrack } from "~/integrations/carriers/seventeen_track";

import type { ContractCase } from "../contract-case";

export const seventeenTrackCase: ContractCase = {
  adapter: seventeenTrack,
  credentials: { api_key: "key-17" },
  number: (n) => `RR${String(n).padStart(9, "0")}CN`,
  accepts: (seen) => seen.headers["17token"] === "key-17" && seen.method === "POST" && seen.path.startsWith("/track/v2.4/"),
  asked: (seen) => (JSON.parse(seen.body) as { number: string }[]).map((one) => one.number),
  answer(known, unknown) {
    const accepted = known.map((number) => ({
      number,
      carrier: 3011,
      track_info: {
        latest_status: { status: "Delivered", sub_status: "Delivered_Other" },
        tracking: {
          providers: [
            {
              provider: { key: 3011, name: "China Post" },
              events: [{ time_iso: "2026-11-23T10:00:00+08:00", time_utc: "2026-11-23T02:00:00Z", description: "Delivered", sub_status: "Delivered_Other", location: "SHENZHEN, CN" }],
            },
          ],
        },
      },
    }));
    const rejected = unknown.map((number) => ({ number, carrier: 0, error: { code: -18019909, message: "No tracking information at this time." } }));
    return { status: 200, body: JSON.stringify({ code: 0, data: { accepted, rejected } }) };
  },
  means: "DELIVERED",
  refusal: { status: 401, body: JSON.stringify({ code: -18010002, data: { errors: [{ code: -18010002, message: "Invalid security key." }] } }) },
};
