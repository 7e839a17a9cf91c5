import { ups } from "~/integrations/carriers/ups";

import type { ContractCase } from "../contract-case";

export const upsCase: ContractCase = {
  adapter: ups,
  credentials: { client_id: "id", client_secret: "secret" },
  number: (n) => `1Z99911103${String(n).padStart(8, "0")}`,
  token: {
    path: "/security/v1/oauth/token",
    accepts: (seen) => seen.body === "grant_type=client_credentials" && seen.headers["authorization"] === `Basic ${btoa("id:secret")}`,
    answer: (token) => JSON.stringify({ token_type: "Bearer", access_token: token, expires_in: "14399", status: "approved" }),
  },
  accepts: (seen, token) =>
    seen.headers["authorization"] === `Bearer ${token}` && (seen.headers["transid"] ?? "") !== "" && seen.headers["transactionsrc"] === "milepost",
  asked: (seen) => [decodeURIComponent(seen.path.split("/").at(-1) ?? "")],
  answer(known, unknown) {
    const shipment = [
      ...known.map((number) => ({
        inquiryNumber: number,
        package: [
          {
            trackingNumber: number,
            activity: [
              {
                date: "20261123", time: "101500", gmtDate: "20261123", gmtTime: "15:15:00", gmtOffset: "-05:00",
                location: { address: { city: "Albany", stateProvince: "NY", countryCode: "US" } },
                status: { type: "I", code: "AR", statusCode: "005", description: "Arrived at Facility" },
              },
            ],
            currentStatus: { code: "005", description: "On the Way" },
          },
        ],
      })),
      ...unknown.map((number) => ({ inquiryNumber: number, warnings: [{ code: "TW0001", message: "Tracking Information Not Found" }] })),
    ];
    return { status: 200, body: JSON.stringify({ trackResponse: { shipment } }) };
  },
  means: "IN_TRANSIT",
  refusal: { status: 401, body: JSON.stringify({ response: { errors: [{ code: "250002", message: "Invalid Authentication Information." }] } }) },
};
