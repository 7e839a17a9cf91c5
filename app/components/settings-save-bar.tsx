import { useBlocker } from "@remix-run/react";
import { SaveBar, useAppBridge } from "@shopify/app-bridge-react";
import { useEffect } from "react";

/** Shopify's save bar: shown while something is unsaved, and asks before the page is left. */
export function SettingsSaveBar({ dirty, saving, onSave, onDiscard }: { dirty: boolean; saving: boolean; onSave: () => void; onDiscard: () => void }) {
  const shopify = useAppBridge();
  const blocker = useBlocker(({ currentLocation, nextLocation }) => dirty && !saving && currentLocation.pathname !== nextLocation.pathname);
  useEffect(() => {
    if (blocker.state !== "blocked") return;
    shopify.saveBar.leaveConfirmation().then(blocker.proceed, blocker.reset);
  }, [blocker, shopify]);
  return (
    <SaveBar id="settings-save-bar" open={dirty}>
      <button variant="primary" onClick={onSave} loading={saving ? "" : undefined} />
      <button onClick={onDiscard} />
    </SaveBar>
  );
}
