import { afterEach, describe, expect, it, vi } from 'vitest';
import { firstVariant, scout } from './scout';

const never = new AbortController().signal;
const MASTER = '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1,RESOLUTION=640x360\nlow/index.m3u8\n';
const SEGMENTS = '#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n1.ts\n';

function serve(files: Record<string, string>): void {
  vi.stubGlobal('fetch', (url: string) => Promise.resolve(new Response(files[url] ?? '', { status: url in files ? 200 : 404 })));
}

afterEach(() => vi.unstubAllGlobals());

describe('a scout', () => {
  it('finds a live by the playlist of its first variant', async () => {
    serve({ 'https://cdn/a/index.m3u8': MASTER, 'https://cdn/a/low/index.m3u8': SEGMENTS });
    expect(await scout('https://cdn/a/index.m3u8', never)).toEqual({ kind: 'live' });
  });

  it('finds one that has ended complete', async () => {
    serve({ 'https://cdn/index.m3u8': `${SEGMENTS}#EXT-X-ENDLIST\n` });
    expect(await scout('https://cdn/index.m3u8', never)).toEqual({ kind: 'complete' });
  });

  it('takes a playlist without segments for none', async () => {
    serve({ 'https://cdn/index.m3u8': '#EXTM3U\n' });
    expect(await scout('https://cdn/index.m3u8', never)).toEqual({ kind: 'failed', status: 404 });
  });

  it('tells what was answered', async () => {
    serve({});
    expect(await scout('https://cdn/index.m3u8', never)).toEqual({ kind: 'failed', status: 404 });
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('network')));
    expect(await scout('https://cdn/index.m3u8', never)).toEqual({ kind: 'failed', status: 0 });
  });

  it('reads the first variant past comments and line ends of Windows', () => {
    expect(firstVariant('#EXTM3U\r\n#EXT-X-STREAM-INF:BANDWIDTH=1\r\nv.m3u8\r\n')).toBe('v.m3u8');
    expect(firstVariant(SEGMENTS)).toBeNull();
  });
});
