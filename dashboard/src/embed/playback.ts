import type { Missing, PlayerSource } from '../player/kinds';

/** What a viewer's page knows of a stream. */
export interface Found {
  /** Null while there is nothing to play. */
  readonly source: PlayerSource | null;
  readonly live: boolean;
  /** Why there is nothing to play; null when there is. */
  readonly why: Missing | null;
  /** How long the server asks to be left alone. */
  readonly restMs?: number;
}

interface Told {
  readonly status: string;
  readonly hls_url: string | null;
  readonly ll_hls_url?: string | null;
  readonly start_over?: { readonly hls_url: string } | null;
}

/** Statuses that a channel has and an asset has not; both may be `deleted`. */
const OF_CHANNELS = ['idle', 'starting', 'waiting', 'live', 'reconnecting', 'stopping', 'disabled', 'failed'];

/** While a channel has another status, its address plays what is left of the last broadcast, if anything. */
const ON_AIR = ['live', 'reconnecting'];

/** Where a stream plays, asked without a session: whoever has the playback ID may watch. */
export async function findPlayback(playbackId: string, signal: AbortSignal): Promise<Found> {
  const nothing = (why: Missing): Found => ({ source: null, live: true, why });
  if (playbackId === '') {
    return nothing('not_found');
  }
  try {
    const reply = await fetch(`/playback/${encodeURIComponent(playbackId)}`, { signal, cache: 'no-store', credentials: 'omit' });
    if (reply.ok) {
      return read((await reply.json()) as Told);
    }
    const rest = Number(reply.headers.get('Retry-After'));
    return { ...nothing(whyOf(reply.status)), restMs: Number.isFinite(rest) ? 1000 * rest : 0 };
  } catch {
    return nothing('unreachable');
  }
}

function whyOf(status: number): Missing {
  if (status === 401 || status === 403) {
    return 'refused';
  }
  return status === 400 || status === 404 || status === 410 ? 'not_found' : 'unreachable';
}

export function read(told: Told): Found {
  const live = OF_CHANNELS.includes(told.status);
  const plays = live ? ON_AIR.includes(told.status) : told.status !== 'errored' && told.status !== 'deleted';
  const source: PlayerSource | null =
    plays && told.hls_url !== null
      ? { hlsUrl: told.hls_url, lowLatencyHlsUrl: told.ll_hls_url, startOverUrl: told.start_over?.hls_url }
      : null;
  if (source !== null) {
    return { source, live, why: null };
  }
  const gone = told.status === 'deleted';
  return { source, live, why: gone ? 'not_found' : live ? 'not_on_air' : plays ? 'processing' : 'failed' };
}

const ASK_MS = 4000;
const HOPELESS_MS = 20_000;

/** When to ask again; never all viewers at once. */
export function askAgainMs(why: Missing | null, chance: number = Math.random()): number {
  const hopeless = why === 'not_found' || why === 'refused' || why === 'failed';
  return Math.round((hopeless ? HOPELESS_MS : ASK_MS) * (0.8 + 0.5 * chance));
}
