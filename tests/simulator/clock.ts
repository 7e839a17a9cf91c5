/** The simulated world's time: the machine's clock moved by an offset, so that days can pass in a moment. */
export interface SimClock {
  /** Milliseconds since the epoch, UTC. */
  now(): number;
  /** Moves the time forward (or, with a negative number, back) by so many milliseconds. */
  advance(milliseconds: number): void;
  /** How far the simulated time is from the machine's, milliseconds. */
  readonly offsetMs: number;
  /** Calls the listener after every move; the returned function ends that. */
  onChange(listener: (offsetMs: number) => void): () => void;
  /**
   * Keeps a child process, started with tests/simulator/preload.mjs and an IPC channel, on the same time.
   * The returned function ends that.
   */
  attach(child: ClockFollower): () => void;
}

/** What a child process must offer to follow the clock: node's ChildProcess does. */
export interface ClockFollower {
  readonly connected: boolean;
  send(message: { clockOffsetMs: number }): boolean;
}

/** @param initialOffsetMs where an earlier run had moved the time to, milliseconds */
export function createSimClock(initialOffsetMs = 0): SimClock {
  let offsetMs = initialOffsetMs;
  const listeners = new Set<(offsetMs: number) => void>();

  function onChange(listener: (offsetMs: number) => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  return {
    now: () => Date.now() + offsetMs,
    advance(milliseconds) {
      offsetMs += milliseconds;
      for (const listener of listeners) listener(offsetMs);
    },
    get offsetMs() {
      return offsetMs;
    },
    onChange,
    attach(child) {
      const tell = (offset: number): void => {
        if (child.connected) child.send({ clockOffsetMs: offset });
      };
      tell(offsetMs);
      return onChange(tell);
    },
  };
}
