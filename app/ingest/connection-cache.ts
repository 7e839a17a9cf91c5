/** How long a connection that was looked up is used again, ms: a change in settings is felt this much later. */
const FRESH_MS = 5_000;
/** Most connections remembered; the oldest go first. */
const MOST = 1_000;

/**
 * Remembers for some seconds which connection a webhook address belongs to, so that a burst of pushes to one address
 * is one look-up. An address that belongs to nobody is looked up each time: it may be given out any moment.
 */
export class ConnectionCache<Connection> {
  private known = new Map<string, { until: number; connection: Promise<Connection | null> }>();

  constructor(
    private readonly lookUp: (token: string) => Promise<Connection | null>,
    private readonly now: () => number,
  ) {}

  /** @returns null when the address belongs to nobody; rejects when it could not be looked up */
  async get(token: string): Promise<Connection | null> {
    const known = this.known.get(token);
    if (known && known.until > this.now()) return known.connection;
    const connection = this.lookUp(token);
    this.known.delete(token);
    this.known.set(token, { until: this.now() + FRESH_MS, connection });
    if (this.known.size > MOST) this.known.delete(this.known.keys().next().value ?? "");
    try {
      const found = await connection;
      if (found === null) this.forget(token, connection);
      return found;
    } catch (error) {
      this.forget(token, connection);
      throw error;
    }
  }

  private forget(token: string, connection: Promise<Connection | null>): void {
    if (this.known.get(token)?.connection === connection) this.known.delete(token);
  }
}
