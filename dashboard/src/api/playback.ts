import { call } from './http';

/** Where viewers find a channel. */
export interface Playback {
  readonly playback_id: string;
  readonly status: string;
  readonly hls_url: string | null;
  readonly dash_url: string | null;
}

export const getPlayback = (id: string, signal: AbortSignal) =>
  call<Playback>('GET', `/v1/playback/${encodeURIComponent(id)}`, { signal });
