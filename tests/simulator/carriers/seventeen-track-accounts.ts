/** One registered number of one 17TRACK account. */
export interface Registration {
  number: string;
  carrier: number;
  tag: string | null;
  stopped: boolean;
  /** Scans told by webhook so far. */
  pushed: number;
  /** Tries of the push that is due, and the instant of the next one. */
  tries: number;
  nextPushAt: number;
}

/** One 17TRACK account: its key signs the webhooks; the webhook's address is set on 17TRACK's dashboard. */
export interface SeventeenAccount {
  key: string;
  quota: number;
  used: number;
  webhookUrl: string | null;
  registrations: Record<string, Registration>;
}

/** The accounts by key. Quota is as generous as a paying account's. */
export class SeventeenAccounts {
  private accounts = new Map<string, SeventeenAccount>();

  open(key: string, quota = 5_000): SeventeenAccount {
    const known = this.accounts.get(key);
    if (known) return known;
    const account: SeventeenAccount = { key, quota, used: 0, webhookUrl: null, registrations: {} };
    this.accounts.set(key, account);
    return account;
  }

  find(key: string | undefined): SeventeenAccount | null {
    return key === undefined ? null : (this.accounts.get(key) ?? null);
  }

  all(): SeventeenAccount[] {
    return [...this.accounts.values()];
  }

  snapshot(): SeventeenAccount[] {
    return structuredClone(this.all());
  }

  restore(list: readonly SeventeenAccount[]): void {
    this.accounts = new Map(list.map((account) => [account.key, structuredClone(account)]));
  }
}
