import type { TextRule } from "../../text-rule";

/** Returns. */
export const RETURNS: readonly TextRule[] = [
  ["RETURNING", null, /^(?:ready|out|on hold) for return\b|^returns? (?:shipment |parcel )?(?:is )?out for delivery\b/],
  ["READY_FOR_PICKUP", "last_notice", /^final notice\b/, /\bdeliver/],
  ["RETURNED", null, /\brto\b[^.]*\bdelivered\b|\bdelivered\b[^.]*\brto\b/, /\b(?:not|will|to be|un\w+)\b/],
  ["RETURNING", null, /\brto\b/],
  ["IN_TRANSIT", null, /\borigin post (?:is )?preparing\b/],
  ["IN_TRANSIT", "resumed", /\breturn(?:ed|ing)?\b(?: to (?:the )?(?:sender|shipper|origin))?(?: (?:was|has been|is|request|order|process|instruction|been|now)){0,3} (?:cancelled|canceled|stopped|aborted|withdrawn|revoked)|\b(?:cancelled|canceled|cancel|stopped) (?:the )?return|\b(?:will|is) (?:not|no longer) (?:be )?(?:being )?return/],
  ["UNKNOWN", null, /\b(?:not|never)(?: \w+){0,3} (?:returned|delivered|given|handed)(?: back)? to (?:the )?(?:sender|shipper)|\b(?:may|might|could|can|should|would) (?:\w+ ){0,3}(?:returned|delivered) (?:back )?to (?:the )?(?:sender|shipper)/, /\band (?:has been |was |is )?(?:returned|being returned)/],
  ["RETURNED", null, /\b(?:delivered|handed(?: over)?|given|returned)(?: ,)?(?: back)?(?: ,)? to (?:the |its |original |our )*(?:sender|shipper|merchant|seller|consignor|vendor|return address|returns? (?:processing )?(?:facility|cent(?:er|re)))/, /\b(?:will|to|be|being|going|shall|may|should|must|is) (?:soon |shortly |now )?(?:be |being )?(?:delivered|handed|given|returned) |\bpending\b|\b(?:refus|damag|incorrect|missed|not |insufficient)[^.]*returned/],
  ["RETURNED", null, /\breturn(?:ed)? (?:shipment|parcel|package|item|delivery|process)? ?(?:has been |was |is )?(?:completed?|delivered|successful)|\breturn to sender (?:completed?|delivered|successful)|(?:sender|shipper|merchant|seller) (?:has )?received (?:the |their |its )?(?:return|shipment back)|^returned$/],
  ["RETURNING", null, /\breturn(?:ed|ing|s)?\b[^.]*\b(?:sender|shipper|seller|merchant|consignor|vendor|origin)\b|\bback to (?:the )?(?:sender|shipper|seller|merchant|origin)\b|\brts\b/, /\b(?:may|might|could) be return|return (?:label|address)|(?:received|information|data) from|or (?:it )?(?:will be )?return|by the sender/],
  ["RETURNING", null, /\b(?:being|will be|is|to be|was|has been|are) returned\b|\breturn(?:ing)? (?:initiated|in progress|in transit|started|shipment|parcel|package|process|requested|received|scan|order)|^return(?:ing)?$|returns processing|on (?:its|the) way back|\bin return\b|\breturn (?:to|in) (?:the )?country/, /return (?:label|address)|returned to (?:the )?(?:facility|depot|hub|station|network|delivery|terminal)|if /],
];

/** The carrier did not get it. */
export const NOT_COLLECTED: readonly TextRule[] = [
  ["PRE_TRANSIT", "pickup_failed", /\b(?:pick ?up|collection) (?:\w+ ){0,2}(?:attempt\w*|failed|failure|unsuccessful|missed|exception|cancelled|canceled|not (?:done|possible|completed|made))|\battempt\w* (?:to )?(?:a )?(?:pick ?up|collect)|\b(?:unable|failed|could not|can not) (?:to )?(?:pick|collect)|parcel not ready|not ready for (?:pick ?up|collection)|^missed pick ?up|shipment not (?:picked up|collected)|no (?:package|parcel|shipment) (?:to (?:collect|pick)|at pick ?up|available for pick)/, /unclaimed|recipient|customer (?:did|has)|return/],
];
