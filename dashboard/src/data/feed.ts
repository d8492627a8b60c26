import { createEventSource } from 'eventsource-client';
import type { Event as LogEvent } from '../api/schema';

/** An event of the organization's log. */
export type { LogEvent };

type Listener = (event: LogEvent) => void;

const STREAM = '/v1/events/stream';
const SHARED = 'onair.events';

/**
 * The organization's events as they happen. However many tabs are open, one of them keeps the stream and tells the
 * others: a browser opens six connections to a server at most. Where tabs cannot agree on one (the lock is there only
 * on secure pages), each keeps its own.
 */
export class Feed {
  readonly #listeners = new Set<Listener>();
  readonly #between: BroadcastChannel | undefined =
    typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(SHARED);
  readonly #over = new AbortController();

  constructor() {
    this.#between?.addEventListener('message', (message: MessageEvent<LogEvent>) => this.#tell(message.data));
    if (this.#between === undefined || navigator.locks === undefined) {
      this.#open(() => undefined);
      return;
    }
    navigator.locks
      .request(SHARED, { signal: this.#over.signal }, () => this.#keepOpen(this.#between))
      .catch(() => undefined);
  }

  /** Calls the listener with each event from now on. Returns how to stop. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#over.abort();
    this.#between?.close();
  }

  #keepOpen(between: BroadcastChannel | undefined): Promise<void> {
    // The lock may be given in the very moment the feed is closed, and nobody tells of that any more.
    if (this.#over.signal.aborted) {
      return Promise.resolve();
    }
    this.#open((event) => between?.postMessage(event));
    return new Promise((resolve) => this.#over.signal.addEventListener('abort', () => resolve()));
  }

  #open(pass: Listener): void {
    const source = createEventSource({
      url: new URL(STREAM, location.origin),
      credentials: 'same-origin',
      onMessage: ({ data }) => {
        const event = readEvent(data);
        if (event !== undefined) {
          this.#tell(event);
          pass(event);
        }
      },
    });
    this.#over.signal.addEventListener('abort', () => source.close());
  }

  #tell(event: LogEvent): void {
    this.#listeners.forEach((listener) => listener(event));
  }
}

/** What a message says; undefined when it is no event. */
export function readEvent(data: string): LogEvent | undefined {
  try {
    const event = JSON.parse(data) as LogEvent;
    return typeof event.type === 'string' && typeof event.resource?.object === 'string' ? event : undefined;
  } catch {
    return undefined;
  }
}
