/** One mail as it was taken in. */
export interface MailRecord {
  id: string;
  /** Milliseconds since the epoch, by the simulator's clock. */
  at: number;
  from: string;
  to: string[];
  subject: string;
  messageId: string | null;
  html: string | null;
  text: string | null;
  headers: [string, string][];
  /** The whole message as it came, for who wants to look. */
  raw: string;
}

const KEPT = 2_000;

/** The mails of the simulated world, oldest first; the oldest fall out past 2,000. */
export class MailRecords {
  private list: MailRecord[] = [];
  private next = 1;
  private listeners = new Set<() => void>();

  add(mail: Omit<MailRecord, "id">): MailRecord {
    const record = { id: String(this.next++), ...mail };
    this.list.push(record);
    if (this.list.length > KEPT) this.list.splice(0, this.list.length - KEPT);
    for (const listener of this.listeners) listener();
    return record;
  }

  all(): readonly MailRecord[] {
    return this.list;
  }

  find(id: string): MailRecord | null {
    return this.list.find((mail) => mail.id === id) ?? null;
  }

  /** Mails to an address, newest first. */
  to(address: string): MailRecord[] {
    return this.list.filter((mail) => mail.to.some((one) => one.toLowerCase() === address.toLowerCase())).reverse();
  }

  clear(): void {
    this.list = [];
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  snapshot(): { next: number; list: MailRecord[] } {
    return { next: this.next, list: this.list };
  }

  restore(state: { next: number; list: MailRecord[] }): void {
    this.next = state.next;
    this.list = state.list;
  }
}
