import type { Understanding } from "~/domain/tracking/status";

import { firstKnown, lookUp } from "../reading/understand";
import { SEVENTEEN_TRACK_STAGES, SEVENTEEN_TRACK_STATUSES } from "./status-map";

/** Sub-status, else the status before its underscore, else the stage, else the words. */
export function explainSeventeenTrack(scan: { code: string | null; text: string | null }): Understanding {
  const code = scan.code?.trim() ?? null;
  const main = code?.split("_")[0] ?? null;
  return firstKnown(
    [lookUp(SEVENTEEN_TRACK_STATUSES, code), code === main ? null : lookUp(SEVENTEEN_TRACK_STATUSES, main), lookUp(SEVENTEEN_TRACK_STAGES, code)],
    scan.text,
    "generic",
  );
}
