/** One line of the doctor's report. `missing` is to be done some time, `broken` now. */
export interface Finding {
  state: "ok" | "missing" | "broken";
  what: string;
  detail: string;
}
