import type { EventPlace, TrackingEvent } from "../event";
import { boundedOrNull, LONGEST } from "./bounded-text";

type Texts = Pick<TrackingEvent, "code" | "text" | "place" | "sourceEventId">;

/**
 * A scan whose texts are at most as long as they are read: applied to each scan before it is stored, whichever way it
 * came, and to each stored one, so that what was stored before there was a limit is read within it too. A scan that
 * keeps the limits is given back as it is.
 */
export function boundedEvent<Event extends Texts>(event: Event): Event {
  if (fits(event.code, LONGEST.code) && fits(event.text, LONGEST.scan) && fits(event.sourceEventId, LONGEST.id) && placeFits(event.place)) return event;
  return {
    ...event,
    code: boundedOrNull(event.code, LONGEST.code),
    text: boundedOrNull(event.text, LONGEST.scan),
    place: event.place && boundedPlace(event.place),
    sourceEventId: boundedOrNull(event.sourceEventId, LONGEST.id),
  };
}

function boundedPlace(place: EventPlace): EventPlace {
  const part = (value: string | null) => boundedOrNull(value, LONGEST.place);
  return { city: part(place.city), region: part(place.region), country: part(place.country), postalCode: part(place.postalCode), text: part(place.text) };
}

function fits(value: string | null, most: number): boolean {
  return value === null || value.length <= most;
}

function placeFits(place: EventPlace | null): boolean {
  return place === null || [place.city, place.region, place.country, place.postalCode, place.text].every((part) => fits(part ?? null, LONGEST.place));
}
