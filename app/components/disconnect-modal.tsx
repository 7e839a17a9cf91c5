import { ConfirmModal } from "./confirm-modal";

const MEANING =
  "Milepost asks this provider no more, ends the numbers registered there, and then forgets the credentials. What it has told stays. " +
  "Its webhook address stops working; a new one is made if you connect again.";

/** Asks before credentials are forgotten; rendered while it is open. */
export function DisconnectModal({ provider, onClose }: { provider: { code: string; name: string }; onClose: () => void }) {
  return (
    <ConfirmModal title={`Disconnect ${provider.name}?`} verb="Disconnect" fields={{ intent: "disconnect", provider: provider.code }} action="/app/settings/connections" onClose={onClose}>
      {MEANING}
    </ConfirmModal>
  );
}
