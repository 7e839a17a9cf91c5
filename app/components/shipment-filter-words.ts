/** The filters of the shipments list, by the key under which they stand in the address. */
export const LIST_FILTERS: readonly { key: string; label: string; multiple: boolean }[] = [
  { key: "status", label: "Status", multiple: true },
  { key: "carrier", label: "Carrier", multiple: true },
  { key: "rule", label: "Exception", multiple: true },
  { key: "channel", label: "Channel", multiple: true },
  { key: "tracking", label: "Tracking", multiple: false },
];

/** Whether Milepost follows a shipment. */
export const TRACKING_CHOICES = [
  { value: "tracking", label: "Followed" },
  { value: "stopped", label: "Stopped" },
  { value: "ended", label: "Ended" },
];

/** "Carrier: UPS, USPS and 2 more". */
export function filterLabel(name: string, values: readonly string[], choices: readonly { value: string; label: string }[]): string {
  const words = values.map((value) => choices.find((choice) => choice.value === value)?.label ?? value);
  const rest = words.length - 2;
  return `${name}: ${words.slice(0, 2).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}

/** "online_store" as "Online store". */
export function channelWords(channel: string): string {
  const words = channel.replace(/[_-]+/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
