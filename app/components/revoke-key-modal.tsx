import { ConfirmModal } from "./confirm-modal";

/** Asks before a key stops working; rendered while it is open. */
export function RevokeKeyModal({ apiKey, onClose }: { apiKey: { id: string; name: string; prefix: string }; onClose: () => void }) {
  return (
    <ConfirmModal title={`Revoke ${apiKey.name}?`} verb="Revoke" fields={{ intent: "revoke-key", key: apiKey.id }} action="/app/settings/api-keys" onClose={onClose}>
      {`Whatever uses the key ${apiKey.prefix}… is refused from now on. What it has sent stays.`}
    </ConfirmModal>
  );
}
