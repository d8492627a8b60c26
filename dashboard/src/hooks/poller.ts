import { isAborted, problemOf, type Problem } from '../api/problem';

/** What is known: the newest value, how old it is, and what went wrong since. */
export interface Polled<T> {
  readonly value: T | undefined;
  /** When the value was asked for; milliseconds as of `Date.now()`. */
  readonly asOf: number | undefined;
  /** The last try's failure; undefined as soon as one succeeds. */
  readonly problem: Problem | undefined;
}

export const nothingYet: Polled<never> = { value: undefined, asOf: undefined, problem: undefined };

/**
 * Loads a value again and again, one call at a time, the pause counted from the end of each. A
 * failure keeps the old value. After too many failures in a row the pause grows, up to ten times.
 */
export class Poller<T> {
  private state: Polled<T> = nothingYet;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: AbortController | undefined;
  private stopped = false;

  constructor(
    private readonly load: (signal: AbortSignal) => Promise<T>,
    private readonly pauseMs: number,
    private readonly tell: (state: Polled<T>) => void,
  ) {}

  /** Loads now, giving up a load that runs: its answer could be older than the user's last action. */
  readonly refresh = (): void => {
    if (this.stopped) {
      return;
    }
    this.rest();
    const running = new AbortController();
    this.running = running;
    void this.run(running);
  };

  /** Stops asking until `refresh` is called, for example while nobody looks. */
  rest(): void {
    clearTimeout(this.timer);
    this.running?.abort();
    this.running = undefined;
  }

  stop(): void {
    this.stopped = true;
    this.rest();
  }

  private async run(running: AbortController): Promise<void> {
    const asOf = Date.now();
    try {
      const value = await this.load(running.signal);
      if (this.running === running) {
        this.failures = 0;
        this.become({ value, asOf, problem: undefined });
      }
    } catch (thrown) {
      if (this.running === running && !isAborted(thrown)) {
        this.failures++;
        this.become({ ...this.state, problem: problemOf(thrown) });
      }
    }
    if (this.running === running) {
      this.running = undefined;
      this.timer = setTimeout(this.refresh, this.pauseMs * this.slowness());
    }
  }

  private slowness(): number {
    return Math.min(10, 2 ** Math.max(0, this.failures - 3));
  }

  private become(state: Polled<T>): void {
    this.state = state;
    this.tell(state);
  }
}
