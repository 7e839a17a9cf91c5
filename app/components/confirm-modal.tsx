import { Modal, Text } from "@shopify/polaris";

import { useDialogForm } from "./use-dialog-form";

export interface ConfirmModalProps {
  title: string;
  /** What the button says that does it. */
  verb: string;
  /** What it means, in a sentence or two. */
  children: string;
  /** What is posted, and where. */
  fields: Readonly<Record<string, string>>;
  action: string;
  onClose: () => void;
}

/** Asks before something is done that cannot be undone; rendered while it is open, closed by the answer. */
export function ConfirmModal({ title, verb, children, fields, action, onClose }: ConfirmModalProps) {
  const { sending, send } = useDialogForm(onClose, { action, closesAlways: true });
  return (
    <Modal
      open
      size="small"
      onClose={onClose}
      title={title}
      primaryAction={{ content: verb, destructive: true, loading: sending, onAction: () => send({ ...fields }) }}
      secondaryActions={[{ content: "Cancel", onAction: onClose }]}
    >
      <Modal.Section>
        <Text as="p">{children}</Text>
      </Modal.Section>
    </Modal>
  );
}
