import type { EventTime, ParsedEvent } from "~/domain/tracking/event";

import { readPlace } from "../reading/places";
import { scan } from "../reading/scan";
import { readOffset, readTime } from "../reading/times";
import { at, textAt } from "../reading/values";
import { explainUps, upsCode } from "./explain";

/** One activity of a Track answer. */
export function readActivity(activity: unknown, receivedAt: number): ParsedEvent {
  const status = at(activity, "status");
  const code = upsCode(textAt(status, "type"), textAt(status, "code"), textAt(status, "statusCode"));
  const words = textAt(status, "description");
  const address = at(activity, "location", "address");
  return scan({
    time: upsTime({
      date: textAt(activity, "date"), time: textAt(activity, "time"),
      gmtDate: textAt(activity, "gmtDate"), gmtTime: textAt(activity, "gmtTime"), offset: textAt(activity, "gmtOffset"),
    }),
    receivedAt,
    saidTime: textAt(activity, "date"),
    understood: explainUps({ code, text: words }),
    code,
    text: words,
    place: readPlace({
      city: at(address, "city"), region: at(address, "stateProvince"),
      country: textAt(address, "countryCode") ?? textAt(address, "country"), postalCode: at(address, "postalCode"),
    }),
    raw: activity,
  });
}

/** One Track Alert push: a single activity with flat names. */
export function readAlert(alert: unknown, receivedAt: number): ParsedEvent {
  const status = at(alert, "activityStatus");
  const code = upsCode(textAt(status, "type"), textAt(status, "code"), textAt(status, "descriptionCode"));
  const words = textAt(status, "description");
  const place = at(alert, "activityLocation");
  return scan({
    time: upsTime({
      date: textAt(alert, "localActivityDate"), time: textAt(alert, "localActivityTime"),
      gmtDate: textAt(alert, "gmtActivityDate"), gmtTime: textAt(alert, "gmtActivityTime"), offset: textAt(alert, "gmtOffset"),
    }),
    receivedAt,
    saidTime: textAt(alert, "localActivityDate"),
    understood: explainUps({ code, text: words }),
    code,
    text: words,
    place: readPlace({ city: at(place, "city"), region: at(place, "stateProvince"), country: at(place, "country"), postalCode: at(place, "postalCode") }),
    raw: alert,
  });
}

/** "74700", "07:47:00" and "074700" are the same wall clock. */
export function upsClock(time: string | null): string | null {
  const digits = time?.replace(/[:.\s]/g, "") ?? "";
  return /^\d{1,6}$/.test(digits) ? digits.padStart(6, "0") : null;
}

/** The GMT pair first, then wall clock with offset, then wall clock alone (UPS's Track specification). */
function upsTime(said: { date: string | null; time: string | null; gmtDate: string | null; gmtTime: string | null; offset: string | null }): EventTime | null {
  const offset = readOffset(said.offset);
  const gmtClock = upsClock(said.gmtTime);
  const clock = upsClock(said.time);
  const words = said.date === null ? null : `${said.date} ${said.time ?? ""}`.trim();
  if (said.gmtDate !== null && gmtClock !== null) {
    const time = readTime(`${said.gmtDate} ${gmtClock}Z`);
    if (time !== null) return { ...time, zone: offset, said: words ?? time.said };
  }
  if (said.date === null) return null;
  if (clock === null) return readTime(said.date);
  return readTime(`${said.date} ${clock}${offset ?? ""}`);
}
