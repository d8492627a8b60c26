import type { EngineOptions } from './engine';
import type { PlayerSource } from './kinds';

interface Wanted {
  readonly live: boolean;
  readonly startAt: number | null;
  /** The present broadcast from its beginning. */
  readonly startedOver: boolean;
}

/** Which addresses to play in which order, and from where on. */
export function planOf(source: PlayerSource, { live, startAt, startedOver }: Wanted): EngineOptions {
  if (live && startedOver && source.startOverUrl) {
    return { urls: [source.startOverUrl], live, startAt: startAt ?? 0 };
  }
  const urls = [source.lowLatencyHlsUrl, source.hlsUrl].filter((url) => typeof url === 'string');
  // Without a beginning to count from, a live begins at its newest.
  return { urls, live, startAt: live ? null : startAt };
}

/** Whether one source plays what the other does; the address of a beginning moves on with the time. */
export const isSame = (one: PlayerSource, other: PlayerSource | null): boolean =>
  one.hlsUrl === other?.hlsUrl && one.lowLatencyHlsUrl === other.lowLatencyHlsUrl;
