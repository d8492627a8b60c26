import type { Channel } from '../../../api/schema';

/** What encoders that take one address are given; undefined while the address is not known. */
export function rtmpAddress(url: string | null, key: string | null): string | undefined {
  return url === null || key === null ? undefined : `${url.replace(/\/$/, '')}/${key}`;
}

/** As ffmpeg and OBS take it: the caller's mode and what proves who calls. */
export function srtAddress({ ingest }: Pick<Channel, 'ingest'>): string | undefined {
  const { url, passphrase, stream_id: streamId } = ingest;
  if (ingest.protocol !== 'srt' || url === null || passphrase === null) {
    return undefined;
  }
  const query = new URLSearchParams({ mode: 'caller', passphrase, ...(streamId !== null && { streamid: streamId }) });
  return `${url}?${query}`;
}

/** Secrets come masked for whoever may only read. */
export const isMasked = (secret: string): boolean => secret.includes('*');
