import { readOnlyAdapter } from "../calling/reader";
import type { CarrierAdapter } from "../port";
import { onlyProblems, shipment } from "../reading/answers";
import { parser, stated } from "../reading/parser";
import { readPlace } from "../reading/places";
import { markReturnLeg } from "../reading/return-leg";
import { scan } from "../reading/scan";
import { readTime } from "../reading/times";
import { explainBy, type StatusMap } from "../reading/understand";
import { at, firstText, listAt, textAt } from "../reading/values";

/** Codes seen with their texts in answers of Asendia Sync. */
export const ASENDIA_CODES: StatusMap = {
  name: "asendia/codes@1",
  meanings: { PU: ["IN_TRANSIT", "accepted"], IT: ["IN_TRANSIT"], DL: ["DELIVERED"] },
};

const explain = explainBy("asendia", ASENDIA_CODES);

const parse = parser("Asendia", (value, context) => {
  const number = textAt(value, "trackingNumber");
  if (number !== null) {
    const known = shipment(number, {
      carrier: "asendia",
      events: listAt(value, "trackingEvents").map((event) => {
        const code = textAt(event, "code");
        const text = textAt(event, "carrierEventDescription");
        return scan({
          time: readTime(at(event, "time")), receivedAt: context.receivedAt, saidTime: at(event, "time"), understood: explain({ code, text }), code, text,
          place: readPlace({ city: at(event, "locationName"), country: at(event, "locationCountry") }), raw: event,
        });
      }),
    });
    return { shipments: [{ ...known, events: markReturnLeg(known.events) }], problems: [] };
  }
  const status = Number(textAt(value, "status"));
  const message = firstText(at(value, "detail"), at(value, "title"));
  return message === null || Number.isNaN(status) ? null : onlyProblems(stated({}, { code: textAt(value, "message"), message }, status));
});

/** Asendia, read only: access to its Sync API is given by contract and has no public description. */
export const asendia: CarrierAdapter = readOnlyAdapter({ code: "asendia", name: "Asendia", aliases: [], parse, explain });
