import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

/**
 * Reads the page's data again every so often, while somebody looks at it.
 * @param everyMs null switches it off
 */
export function useLive(everyMs: number | null): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (everyMs === null || state !== "idle") return undefined;
    const timer = setTimeout(() => {
      if (document.visibilityState === "visible") revalidate();
    }, everyMs);
    // A tab that was hidden catches up when it is looked at again.
    const onVisible = () => document.visibilityState === "visible" && revalidate();
    document.addEventListener("visibilitychange", onVisible);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", onVisible);
    };
  }, [everyMs, revalidate, state]);
}
