import { call } from './http';

export type ChannelStatus =
  | 'idle'
  | 'starting'
  | 'waiting'
  | 'live'
  | 'reconnecting'
  | 'stopping'
  | 'disabled'
  | 'failed'
  | 'deleted';

/** A live channel, as far as these pages need it. */
export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly status: ChannelStatus;
  readonly provisioning: string;
  readonly health: string;
  /** In plain words, what is wrong; absent when nothing is. */
  readonly status_reason: string | null;
  readonly ladder: string;
  readonly ingest: Ingest;
  readonly playback_id: string;
  readonly operation_id: string | null;
  /** When the present broadcast was first live. */
  readonly live_at: string | null;
  readonly created_at: string;
}

export interface Ingest {
  readonly protocol: string;
  readonly url: string | null;
  readonly stream_key: string | null;
}

export interface Ladder {
  readonly name: string;
  readonly description: string;
}

export interface Page<T> {
  readonly data: readonly T[];
  readonly next_cursor: string | null;
}

const PAGE_SIZE = 50;

const address = (id: string) => `/v1/channels/${encodeURIComponent(id)}`;

/** The first pages of the list, newest state of each; `next_cursor` says whether there is more. */
export async function listChannels(pages: number, signal: AbortSignal): Promise<Page<Channel>> {
  const data: Channel[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < pages; page++) {
    const after: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const next: Page<Channel> = await call('GET', `/v1/channels?limit=${PAGE_SIZE}${after}`, { signal });
    data.push(...next.data);
    cursor = next.next_cursor;
    if (cursor === null) {
      break;
    }
  }
  return { data, next_cursor: cursor };
}

export const getChannel = (id: string, signal: AbortSignal) =>
  call<Channel>('GET', address(id), { signal });

export const createChannel = (name: string, ladder: string, idempotencyKey: string) =>
  call<Channel>('POST', '/v1/channels', { body: { name, ladder }, idempotencyKey });

export const startChannel = (id: string, idempotencyKey: string) =>
  call<Channel>('POST', `${address(id)}/start`, { idempotencyKey });

export const stopChannel = (id: string, idempotencyKey: string) =>
  call<Channel>('POST', `${address(id)}/stop`, { idempotencyKey });

export const deleteChannel = (id: string) => call<unknown>('DELETE', address(id));

export const listLadders = (signal: AbortSignal) =>
  call<Page<Ladder>>('GET', '/v1/presets/ladders', { signal });
