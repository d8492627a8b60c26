/** One size of the picture that players can choose. */
export interface Rendition {
  readonly height: number;
  readonly bitsPerSecond: number;
}

/** What an HLS multivariant playlist offers, largest first (RFC 8216, 4.3.4.2). */
export function renditionsOf(playlist: string): readonly Rendition[] {
  const found = new Map<number, number>();
  for (const [, attributes = ''] of playlist.matchAll(/^#EXT-X-STREAM-INF:(.*)$/gm)) {
    const height = Number(/(?:^|,)RESOLUTION=\d+x(\d+)/.exec(attributes)?.[1]);
    const bandwidth = Number(/(?:^|,)BANDWIDTH=(\d+)/.exec(attributes)?.[1]);
    if (height > 0 && bandwidth > (found.get(height) ?? 0)) {
      found.set(height, bandwidth);
    }
  }
  return [...found].map(([height, bitsPerSecond]) => ({ height, bitsPerSecond })).sort((a, b) => b.height - a.height);
}
