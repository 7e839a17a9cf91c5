import type { Frame } from "playwright-core";

/** Largest contentful paint, ms since the document's navigation began, and cumulative layout shift. */
export interface Vitals {
  lcp: number;
  cls: number;
}

/** Reads what the browser has noted down of a document so far (web.dev/vitals: the entries behind LCP and CLS). */
export function readVitals(frame: Frame): Promise<Vitals> {
  return frame.evaluate(
    () =>
      new Promise<{ lcp: number; cls: number }>((resolve) => {
        let lcp = 0;
        let cls = 0;
        new PerformanceObserver((list) => list.getEntries().forEach((entry) => (lcp = entry.startTime))).observe({ type: "largest-contentful-paint", buffered: true });
        new PerformanceObserver((list) =>
          list.getEntries().forEach((entry) => {
            const shift = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
            if (!shift.hadRecentInput) cls += shift.value;
          }),
        ).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => resolve({ lcp, cls }), 300);
      }),
  );
}
