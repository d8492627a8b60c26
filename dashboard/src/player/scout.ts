/** What a playlist is found to be without playing it. */
export type Found = { readonly kind: 'live' | 'complete' } | { readonly kind: 'failed'; readonly status: number };

/** Looks whether a stream is there and still grows, as a player would find out by its playlists. */
export async function scout(url: string, signal: AbortSignal, depth = 0): Promise<Found> {
  let reply: Response;
  try {
    reply = await fetch(url, { signal, cache: 'no-store', credentials: 'omit' });
  } catch {
    return { kind: 'failed', status: 0 };
  }
  if (!reply.ok) {
    return { kind: 'failed', status: reply.status };
  }
  const playlist = await reply.text().catch(() => '');
  const variant = firstVariant(playlist);
  if (variant !== null && depth === 0) {
    return scout(new URL(variant, reply.url || url).href, signal, 1);
  }
  if (!playlist.includes('#EXTINF')) {
    // Nothing is packaged yet: as good as not there.
    return { kind: 'failed', status: 404 };
  }
  return { kind: playlist.includes('#EXT-X-ENDLIST') ? 'complete' : 'live' };
}

/** The first variant of a multivariant playlist; null for a playlist of segments. */
export function firstVariant(playlist: string): string | null {
  return /^#EXT-X-STREAM-INF:[^\n]*\n\s*([^#\s][^\r\n]*)/m.exec(playlist)?.[1]?.trim() ?? null;
}
