/**
 * Groups what concurrent requests bring into one write. While a write is under way the next group gathers, so a
 * single request waits for nobody and a burst costs few commits.
 *
 * @template Item what one request brings; @template Result what it gets back once its group is committed
 */
export class DeliveryBatcher<Item, Result> {
  private waiting: { item: Item; resolve: (result: Result) => void; reject: (error: unknown) => void }[] = [];
  private running = 0;

  /**
   * @param write stores a group durably and answers for each item, in order
   * @param lanes groups written at once: one per database connection set aside
   * @param size most items in a group
   */
  constructor(
    private readonly write: (items: Item[]) => Promise<Result[]>,
    private readonly lanes: number,
    private readonly size: number,
  ) {}

  /** Resolves once the item's group is committed; rejects when it could not be stored. */
  add(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      // The rest of this turn's requests join the group first.
      if (this.running < this.lanes) setImmediate(() => this.flush());
    });
  }

  private flush(): void {
    if (this.running >= this.lanes || this.waiting.length === 0) return;
    const group = this.waiting.splice(0, this.size);
    this.running += 1;
    this.write(group.map((each) => each.item))
      .then((results) => group.forEach((each, index) => each.resolve(results[index] as Result)))
      .catch((error: unknown) => group.forEach((each) => each.reject(error)))
      .finally(() => {
        this.running -= 1;
        this.flush();
      });
  }
}
